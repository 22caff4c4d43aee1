import type { CsvColumn } from './csv-header';
import { type DateOrder, readDate } from './dates';

/** Numbers for sprints, which CSV knows by name only; the same name has the same number in the whole file. */
export type SprintNumbers = Map<string, number>;

interface CsvCells {
  readonly singles: Map<string, string>;
  readonly lists: Map<string, string[]>;
  readonly personIds: Map<string, string>;
  readonly customs: Map<string, { readonly name: string; readonly values: string[] }>;
  readonly links: { readonly typeName: string; readonly outward: boolean; readonly key: string }[];
}

/** A row of Jira's CSV in the shape of its REST API, so that one piece of code reads both. */
export function issueOfRow(
  columns: readonly CsvColumn[],
  cells: readonly string[],
  sprints: SprintNumbers,
  order?: DateOrder,
): unknown {
  const row = sortCells(columns, cells);
  const single = (name: string) => row.singles.get(name);
  const list = (name: string) => row.lists.get(name) ?? [];
  const named = (name: string) => (single(name) === undefined ? undefined : { name: single(name) });
  const person = (name: string) => {
    const accountId = row.personIds.get(name);
    const displayName = single(name);
    return accountId === undefined && displayName === undefined
      ? undefined
      : { accountId, name: displayName, displayName };
  };
  const key = single('key');
  const parent = single('parentKey') ?? single('parentRef');
  const parentId =
    single('parentId') ?? (parent !== undefined && /^\d+$/.test(parent) ? parent : undefined);
  const category = single('statusCategory');
  return {
    ...(key === undefined ? {} : { key }),
    id: single('id'),
    fields: {
      summary: single('summary'),
      description: single('description'),
      environment: single('environment'),
      project: {
        key: single('projectKey') ?? '',
        name: single('projectName'),
        projectTypeKey: single('projectType'),
      },
      issuetype: named('issuetype') && {
        ...named('issuetype'),
        subtask: /^sub-?task$/i.test(single('issuetype') ?? ''),
      },
      status: named('status') && {
        ...named('status'),
        ...(category ? { statusCategory: { key: categoryKey(category) } } : {}),
      },
      priority: named('priority'),
      resolution: /^unresolved$/i.test(single('resolution') ?? '')
        ? undefined
        : named('resolution'),
      assignee: /^unassigned$/i.test(single('assignee') ?? '') ? undefined : person('assignee'),
      reporter: person('reporter'),
      creator: person('creator'),
      created: single('created'),
      updated: single('updated'),
      resolutiondate: single('resolutiondate'),
      duedate: dayOnly(single('duedate'), order),
      votes: single('votes'),
      timeoriginalestimate: single('timeoriginalestimate'),
      timespent: single('timespent'),
      labels: list('labels')
        .flatMap((label) => label.split(/\s+/))
        .filter((label) => label !== ''),
      components: list('components').map((name) => ({ name })),
      versions: list('versions').map((name) => ({ name })),
      fixVersions: list('fixVersions').map((name) => ({ name })),
      comment: list('comment').map((text) => commentOf(text, order)),
      ...(list('watchers').length > 0 ? { watches: new Set(list('watchers')).size } : {}),
      attachmentCount: list('attachment').length,
      closedSprints: list('sprint').map((name) => ({
        id: numberOf(name, sprints),
        name,
        state: 'active',
      })),
      flagged: single('flagged') !== undefined,
      epic: single('epic'),
      parent: parentId === undefined ? parent : undefined,
      parentId,
      issuelinks: row.links.map(({ typeName, outward, key: other }) => ({
        type: { name: typeName },
        [outward ? 'outwardIssue' : 'inwardIssue']: { key: other },
      })),
      ...Object.fromEntries(
        [...row.customs].map(([id, { name, values }]) => [id, customValue(name, values, order)]),
      ),
    },
  };
}

function sortCells(columns: readonly CsvColumn[], cells: readonly string[]): CsvCells {
  const row: CsvCells = {
    singles: new Map(),
    lists: new Map(),
    personIds: new Map(),
    customs: new Map(),
    links: [],
  };
  columns.forEach((column, index) => {
    const cell = (cells[index] ?? '').trim();
    if (cell === '') return;
    if (column.kind === 'link') row.links.push({ ...column, key: cell });
    else if (column.kind === 'custom')
      row.customs.set(column.id, {
        name: column.name,
        values: [...(row.customs.get(column.id)?.values ?? []), cell],
      });
    else if (column.kind === 'person-id') row.personIds.set(column.field, cell);
    else if (column.kind === 'list' || column.kind === 'named-list')
      row.lists.set(column.field, [...(row.lists.get(column.field) ?? []), cell]);
    else if (column.kind !== 'ignored' && !row.singles.has(column.field))
      row.singles.set(column.field, cell);
  });
  return row;
}

/** `31/Dec/17 3:04 PM;account id or name;text`, or just the text. */
function commentOf(cell: string, order: DateOrder | undefined): unknown {
  const [, created = '', author = '', body = ''] =
    /^([^;\n]{6,40});([^;\n]*);(.*)$/s.exec(cell) ?? [];
  return readDate(created, order).ok
    ? { created, author: author === '' ? undefined : { name: author, displayName: author }, body }
    : { body: cell };
}

/** Due dates come as `31/Dec/17 12:00 AM`; the day is what counts. */
function dayOnly(cell: string | undefined, order: DateOrder | undefined): string | undefined {
  if (cell === undefined) return undefined;
  const found = readDate(cell, order);
  return found.ok ? found.day : cell;
}

function customValue(
  name: string,
  values: readonly string[],
  order: DateOrder | undefined,
): unknown {
  if (/^organi[sz]ations?$/i.test(name))
    return values.map((organisation) => ({ name: organisation }));
  const [only, second] = values;
  if (second !== undefined || only === undefined) return values;
  // Numbers and words pass; what reads as a date in Jira's CSV format becomes one that everybody can read.
  const moment = /^\d{1,4}[/.-]/.test(only) ? readDate(only, order) : undefined;
  return moment?.ok
    ? moment.ms % 86_400_000 === 0
      ? moment.day
      : new Date(moment.ms).toISOString()
    : only;
}

function numberOf(name: string, sprints: SprintNumbers): number {
  const known = sprints.get(name) ?? sprints.size + 1;
  sprints.set(name, known);
  return known;
}

function categoryKey(name: string): string | undefined {
  const keys: Readonly<Record<string, string>> = {
    'to do': 'new',
    new: 'new',
    'in progress': 'indeterminate',
    done: 'done',
    complete: 'done',
  };
  return keys[name.toLowerCase()];
}
