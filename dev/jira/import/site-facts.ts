import { z } from 'zod';
import type {
  CustomFieldType,
  SnapshotIssueType,
  SnapshotVersion,
  StatusCategoryKey,
} from '../snapshot';
import type { FieldReader } from './field-reader';
import * as shapes from './issue-shapes';
import type { ParsedIssue, ParsedStatus } from './parsed-issue';

/** What one issue's fields say about the site: its project, types, statuses and versions. */

export function projectOf(reader: FieldReader, key: string): ParsedIssue['project'] {
  const project = reader.read('project', shapes.project);
  const typeKey = (['software', 'business', 'service_desk'] as const).find(
    (known) => known === project?.projectTypeKey,
  );
  return {
    key,
    name: project?.name || key,
    ...(project?.id ? { id: project.id } : {}),
    ...(typeKey ? { typeKey } : {}),
  };
}

export function typeOf(reader: FieldReader): SnapshotIssueType {
  const type = reader.read('issuetype', shapes.issueType);
  if (!type?.name) {
    reader.warn('the issue type is missing: taken as Task');
    return { name: 'Task' };
  }
  const level = type.hierarchyLevel ?? (type.subtask ? -1 : type.name === 'Epic' ? 1 : undefined);
  return {
    name: type.name,
    ...(type.id ? { id: type.id } : {}),
    ...(type.description ? { description: type.description } : {}),
    ...(type.subtask || level === -1 ? { subtask: true } : {}),
    ...(level === undefined ? {} : { hierarchyLevel: level }),
  };
}

/** Jira numbers its status categories the same everywhere: 1 none, 2 to do, 3 done, 4 in progress. */
const CATEGORY_IDS: Readonly<Record<string, StatusCategoryKey>> = {
  2: 'new',
  3: 'done',
  4: 'indeterminate',
};

export function statusOf(reader: FieldReader, resolution: string | null): ParsedStatus {
  const status = reader.read('status', shapes.status);
  if (!status?.name) {
    reader.warn(`the status is missing: taken as ${resolution ? 'Done' : 'To Do'}`);
    return resolution ? { name: 'Done', category: 'done' } : { name: 'To Do', category: 'new' };
  }
  const { statusCategory } = status;
  const category =
    (['new', 'indeterminate', 'done'] as const).find((key) => key === statusCategory?.key) ??
    CATEGORY_IDS[statusCategory?.id ?? ''];
  return {
    name: status.name,
    ...(status.id ? { id: status.id } : {}),
    ...(category ? { category } : {}),
  };
}

export function versionOf(version: z.infer<typeof shapes.versions>[number]): SnapshotVersion[] {
  const { id, name, released, archived, startDate, releaseDate } = version;
  if (!name) return [];
  return [
    {
      name,
      ...(id ? { id } : {}),
      ...(released ? { released } : {}),
      ...(archived ? { archived } : {}),
      ...(startDate ? { startDate } : {}),
      ...(releaseDate ? { releaseDate } : {}),
    },
  ];
}

export function namedOnly({
  id,
  name,
}: {
  id?: string | null | undefined;
  name?: string | null | undefined;
}): { id?: string; name: string }[] {
  return name ? [{ name, ...(id ? { id } : {}) }] : [];
}

const SCHEMA_TYPES: Readonly<Record<string, CustomFieldType>> = {
  number: 'number',
  string: 'string',
  date: 'date',
  datetime: 'datetime',
  user: 'user',
  group: 'group',
  option: 'option',
  'sd-servicelevelagreement': 'sla',
  'sd-feedback': 'feedback',
};
const schemaEntry = z.object({
  type: z.string(),
  items: z.string().nullish(),
  custom: z.string().nullish(),
});

/** The field types of an export made with `expand=schema`. */
export function fieldTypesOf(
  schema: Readonly<Record<string, unknown>>,
): Record<string, CustomFieldType> {
  const types = Object.entries(schema).flatMap(([id, value]) => {
    const entry = schemaEntry.safeParse(value).data;
    const type =
      entry &&
      (entry.type === 'array'
        ? listType(entry.items)
        : entry.custom?.endsWith(':textarea')
          ? 'text'
          : SCHEMA_TYPES[entry.type]);
    return type && id.startsWith('customfield_') ? [[id, type] as const] : [];
  });
  return Object.fromEntries(types);
}

function listType(items: string | null | undefined): CustomFieldType | undefined {
  const types: Readonly<Record<string, CustomFieldType>> = {
    string: 'array-string',
    option: 'array-option',
    user: 'array-user',
    'sd-customerorganization': 'organizations',
  };
  return types[items ?? ''];
}
