import type { SnapshotSprint, SnapshotUser } from '../snapshot';
import { isEmptyValue, tidyValue } from './custom-values';
import type { DateOrder } from './dates';
import { createFieldReader, type FieldReader } from './field-reader';
import { readChangelog, readComments } from './issue-history';
import { readLinks } from './issue-links';
import * as shapes from './issue-shapes';
import type { IssueReading, ParsedIssue } from './parsed-issue';
import { asUser } from './people';
import { fieldTypesOf, namedOnly, projectOf, statusOf, typeOf, versionOf } from './site-facts';
import { readSprints, uniqueSprints } from './sprints';

const KEY = /^([A-Za-z][A-Za-z0-9_]*)-\d+$/;
const UNKNOWN_CREATION = '1970-01-01T00:00:00.000Z';
const EXPORT_AGAIN = 'Mend or remove it, or export it again with all fields';

/** Reads one issue as Jira's REST API writes it, version 2 or 3, Cloud or Server, complete or with fields left out. */
export function parseIssue(json: unknown, order?: DateOrder): IssueReading {
  const accepted = shapes.issueDocument.safeParse(json);
  if (!accepted.success) return refusal(json);
  const { key, fields } = accepted.data;
  const projectKey = KEY.exec(key)?.[1];
  if (projectKey === undefined)
    return { ok: false, key, reasons: [`"${key}" is not an issue key`], remedy: EXPORT_AGAIN };
  const reader = createFieldReader(fields, order);
  const parsed = assemble(accepted.data, projectKey, reader);
  if (reader.complaints.length > 0)
    return { ok: false, key, reasons: reader.complaints, remedy: EXPORT_AGAIN };
  return { ok: true, parsed: { ...parsed, warnings: reader.warnings } };
}

function refusal(json: unknown): IssueReading {
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    return { ok: false, reasons: ['an issue object is expected'], remedy: EXPORT_AGAIN };
  const key = 'key' in json && typeof json.key === 'string' ? json.key : undefined;
  if (key === undefined)
    return {
      ok: false,
      reasons: ['the issue has no key'],
      remedy: 'Export with the key, for instance with fields=*all',
    };
  const reason =
    'fields' in json ? 'the fields of the issue are not an object' : 'the issue has no fields';
  return {
    ok: false,
    key,
    reasons: [reason],
    remedy: 'Export with fields, for instance with fields=*all',
  };
}

type IssueDocument = ReturnType<typeof shapes.issueDocument.parse>;

function assemble(
  document: IssueDocument,
  projectKey: string,
  reader: FieldReader,
): Omit<ParsedIssue, 'warnings'> {
  const { key, fields } = document;
  const users = new Map<string, SnapshotUser>();
  const meet = (user: SnapshotUser | undefined): string | null => {
    if (user) users.set(user.accountId, user);
    return user?.accountId ?? null;
  };
  const person = (name: string) => meet(asUser(reader.read(name, shapes.person)));
  const resolution = reader.read('resolution', shapes.resolution)?.name || null;
  const type = typeOf(reader);
  const status = statusOf(reader, resolution);
  const priority = reader.read('priority', shapes.priority);
  const components = (reader.read('components', shapes.components) ?? []).flatMap(namedOnly);
  const affected = (reader.read('versions', shapes.versions) ?? []).flatMap(versionOf);
  const fix = (reader.read('fixVersions', shapes.versions) ?? []).flatMap(versionOf);
  const { links, stubs } = readLinks(
    key,
    reader.read('issuelinks', shapes.issueLinks) ?? [],
    reader.warn,
  );
  const tracking = reader.read('timetracking', shapes.timetracking);
  const customs = readCustoms(fields, meet);
  const parent = reader.read('parent', shapes.reference);
  const epic = reader.read('epic', shapes.reference);
  const updated = reader.time('updated');
  const resolved = reader.time('resolutiondate');
  const known = reader.time('created') ?? updated ?? resolved;
  const created = known ?? UNKNOWN_CREATION;
  const duedate = reader.day('duedate');
  const comments = readComments(reader, created, meet);
  const changelog = readChangelog(reader, document.changelog, meet);
  const sprints = uniqueSprints([
    ...(readSprints(fields['closedSprints']) ?? []),
    ...customs.sprints,
    ...(readSprints(fields['sprint']) ?? []),
  ]);
  const estimate =
    reader.read('timeoriginalestimate', shapes.seconds) ?? tracking?.originalEstimateSeconds;
  const spent = reader.read('timespent', shapes.seconds) ?? tracking?.timeSpentSeconds;
  const votes = reader.read('votes', shapes.votes);
  const watches = reader.read('watches', shapes.watches);
  const attachments = Array.isArray(fields['attachment'])
    ? fields['attachment'].length
    : reader.read('attachmentCount', shapes.count);
  const summary =
    typeof fields['summary'] === 'string'
      ? fields['summary'].replace(/\s*[\r\n]+\s*/g, ' ').trim()
      : '';
  if (summary === '') reader.warn('the summary is empty');
  return {
    issue: {
      key,
      projectKey,
      typeName: type.name,
      statusName: status.name,
      summary,
      created,
      resolution,
      ...(document.id && /^\d+$/.test(document.id) ? { id: document.id } : {}),
      description: reader.read('description', shapes.body) ?? null,
      ...present({ environment: reader.read('environment', shapes.body) }),
      priority: priority?.name || null,
      reporter: person('reporter'),
      assignee: person('assignee'),
      creator: person('creator'),
      resolutiondate: resolved ?? null,
      duedate: duedate ?? null,
      labels: reader.read('labels', shapes.labels) ?? [],
      components: components.map(({ name }) => name),
      versions: affected.map(({ name }) => name),
      fixVersions: fix.map(({ name }) => name),
      ...(parent ? { parentKey: parent.key } : {}),
      ...(epic ? { epicKey: epic.key } : {}),
      ...present({
        updated,
        votes,
        watches,
        attachmentCount: attachments,
        timeoriginalestimate: estimate,
        timespent: spent,
      }),
      ...(fields['flagged'] === true || customs.flagged ? { flagged: true } : {}),
      ...(comments.length > 0 ? { comments } : {}),
      ...(changelog.length > 0 ? { changelog } : {}),
      ...(sprints.length > 0 ? { sprints } : {}),
      ...(Object.keys(customs.values).length > 0 ? { customs: customs.values } : {}),
    },
    project: projectOf(reader, projectKey),
    type,
    status,
    components,
    links,
    ...(priority?.name
      ? { priority: { name: priority.name, ...(priority.id ? { id: priority.id } : {}) } }
      : {}),
    versions: [...affected, ...fix],
    stubs,
    ...(typeof fields['parentId'] === 'string' ? { parentId: fields['parentId'] } : {}),
    subtaskKeys: (reader.read('subtasks', shapes.references) ?? []).map((subtask) => subtask.key),
    createdIsKnown: known !== undefined,
    users: [...users.values()],
    fieldNames: document.names ?? {},
    fieldTypes: {
      ...fieldTypesOf(document.schema ?? {}),
      ...Object.fromEntries(customs.sprintFields.map((id) => [id, 'sprint' as const])),
    },
  };
}

function readCustoms(
  fields: Readonly<Record<string, unknown>>,
  meet: (user: SnapshotUser) => void,
) {
  const values: Record<string, unknown> = {};
  const sprints: SnapshotSprint[] = [];
  const sprintFields: string[] = [];
  let flagged = false;
  for (const [id, value] of Object.entries(fields)) {
    if (!/^customfield_\d+$/.test(id) || isEmptyValue(value)) continue;
    const found = readSprints(value);
    if (found) {
      sprints.push(...found);
      sprintFields.push(id);
    } else if (isImpediment(value)) flagged = true;
    else values[id] = tidyValue(value, meet);
  }
  return { values, sprints, sprintFields, flagged };
}

/** The Flagged field: one check box, whose only option Jira calls "Impediment". */
function isImpediment(value: unknown): boolean {
  const [first, second] = Array.isArray(value) ? (value as unknown[]) : [];
  return (
    second === undefined &&
    typeof first === 'object' &&
    first !== null &&
    'value' in first &&
    first.value === 'Impediment'
  );
}

type Present<Shape> = { [Name in keyof Shape]?: NonNullable<Shape[Name]> };

/** Without the entries that are null or undefined, as optional properties want it. */
function present<Shape extends object>(values: Shape): Present<Shape> {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== null && value !== undefined),
  ) as Present<Shape>;
}
