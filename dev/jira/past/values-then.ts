import type { SnapshotField, SnapshotIssue } from '../snapshot';
import { undone, type Changes } from './changes';

/** How the site calls components and versions today, by id: a changelog has the names that they had. */
export type NamesById = ReadonlyMap<string, string>;

/** The fields that the changelog knows to have been otherwise, as they were. */
export function valuesThen(
  issue: SnapshotIssue,
  changes: Changes,
  names: NamesById,
): Partial<SnapshotIssue> {
  const textOf = (name: string): string | undefined => undone(changes, name)?.fromText ?? undefined;
  const number = (name: string): number | null | undefined => {
    const change = undone(changes, name);
    return change === undefined ? undefined : asNumber(change.fromText ?? change.from);
  };
  const list = (name: string, today: readonly string[] | undefined) =>
    undone(changes, name) === undefined ? undefined : listThen(today ?? [], name, changes, names);
  const priority = undone(changes, 'priority');
  const due = undone(changes, 'duedate');
  const labels = undone(changes, 'labels');
  const assignee = undone(changes, 'assignee');
  const flag = undone(changes, 'flagged');
  return definedOf({
    summary: textOf('summary') || undefined,
    description: textOf('description'),
    typeName: textOf('issuetype') || undefined,
    priority: priority && (priority.fromText || null),
    duedate: due && dayIn(due.from ?? due.fromText),
    labels: labels && (labels.fromText ?? '').split(/\s+/u).filter((label) => label !== ''),
    components: list('components', issue.components),
    versions: list('versions', issue.versions),
    fixVersions: list('fixversions', issue.fixVersions),
    timeoriginalestimate: number('timeoriginalestimate'),
    timespent: number('timespent'),
    assignee: assignee && (assignee.from || null),
    flagged: flag && (flag.fromText ?? '') !== '',
  });
}

/** Custom fields of a plain kind, found by their id or else by their name. */
export function customsThen(
  { customs = {} }: SnapshotIssue,
  { later }: Changes,
  fields: readonly SnapshotField[],
): Readonly<Record<string, unknown>> {
  const then: Record<string, unknown> = { ...customs };
  for (const { id, name, type } of fields) {
    const called = name.trim().toLowerCase();
    const change = later.find((one) => one.fieldId === id || one.name === called);
    if (change === undefined) continue;
    const text = change.fromText || change.from || null;
    if (type === 'number') then[id] = asNumber(text);
    else if (type === 'string' || type === 'text') then[id] = text;
    else if (type === 'date') then[id] = dayIn(text);
    else if (type === 'option') then[id] = text === null ? null : { value: text };
  }
  return then;
}

/** Each addition and removal is a change of its own, which is taken back from the newest on. */
function listThen(
  today: readonly string[],
  name: string,
  { later }: Changes,
  names: NamesById,
): readonly string[] {
  const then = new Set(today);
  for (const change of later.filter((one) => one.name === name).toReversed()) {
    const added = names.get(`${name} ${change.to ?? ''}`) ?? change.toText;
    const removed = names.get(`${name} ${change.from ?? ''}`) ?? change.fromText;
    if (added) then.delete(added);
    if (removed) then.add(removed);
  }
  return [...then];
}

function asNumber(text: string | null | undefined): number | null {
  const number = Number(text ?? '');
  return (text ?? '').trim() === '' || !Number.isFinite(number) ? null : number;
}

function dayIn(text: string | null | undefined): string | null {
  return /\d{4}-\d{2}-\d{2}/u.exec(text ?? '')?.[0] ?? null;
}

function definedOf(values: {
  readonly [K in keyof SnapshotIssue]?: SnapshotIssue[K] | undefined;
}): Partial<SnapshotIssue> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
