import type { CustomField } from '../model/entities';
import type { Issue } from '../model/issue';
import { mayOnIssue } from '../model/permissions';
import type { SiteState } from '../model/site-state';
import { componentView, priorityView, typeView, versionView } from './entity-views';
import { customFieldView, SYSTEM_FIELDS, systemFieldView } from './field-views';

const EDITABLE = [
  'summary',
  'description',
  'environment',
  'issuetype',
  'priority',
  'assignee',
  'reporter',
  'duedate',
  'labels',
  'components',
  'versions',
  'fixVersions',
  'parent',
];
const REQUIRED = new Set(['summary', 'issuetype']);
const LISTS = new Set(['labels', 'components', 'versions', 'fixVersions']);

/** The fields that the viewer may set on this issue and the values they may take; none without the right to edit. */
export function editMetaView(
  { state, viewer }: { readonly state: SiteState; readonly viewer: string },
  issue: Issue,
) {
  if (!mayOnIssue(state, viewer, issue, 'EDIT_ISSUES')) return { fields: {} };
  const system = SYSTEM_FIELDS.filter(({ id }) => EDITABLE.includes(id)).map((field) => {
    const { id, key, name, schema } = systemFieldView(field);
    return [
      id,
      meta(
        { key, name, schema, isList: LISTS.has(id), required: REQUIRED.has(id) },
        systemValues(state, issue, id),
      ),
    ] as const;
  });
  const custom = state.fields
    .all()
    .filter((field) => field.app?.readOnly !== true)
    .map((field) => {
      const { id, key, name, schema } = customFieldView(field);
      return [
        id,
        meta(
          { key, name, schema, isList: schema.type === 'array', required: false },
          optionsOf(state, field),
        ),
      ] as const;
    });
  return { fields: Object.fromEntries([...system, ...custom]) };
}

interface Described {
  readonly key: string;
  readonly name: string;
  readonly schema: object;
  readonly isList: boolean;
  readonly required: boolean;
}

const meta = ({ isList, ...field }: Described, allowedValues: readonly unknown[] | undefined) => ({
  ...field,
  hasDefaultValue: false,
  operations: isList ? ['add', 'set', 'remove'] : ['set'],
  ...(allowedValues === undefined ? {} : { allowedValues }),
});

function systemValues(
  state: SiteState,
  { project }: Issue,
  id: string,
): readonly unknown[] | undefined {
  if (id === 'priority')
    return state.priorities.all().map((priority) => priorityView(state, priority));
  if (id === 'issuetype') return state.types.all().map((type) => typeView(state, type));
  if (id === 'components')
    return project.components.map((component) => componentView(state, component));
  if (id === 'versions' || id === 'fixVersions')
    return project.versions.map((version) => versionView(state, version));
  return undefined;
}

/** An import tells no options, only values: the options of a field are those that some issue has. */
export function optionsOf(
  state: SiteState,
  { id, type }: CustomField,
): readonly unknown[] | undefined {
  if (type !== 'option' && type !== 'array-option') return undefined;
  const options = new Map<string, unknown>();
  for (const issue of state.issues.values()) {
    const value = issue.customs[id];
    for (const each of Array.isArray(value) ? (value as readonly unknown[]) : [value]) {
      if (
        typeof each === 'object' &&
        each !== null &&
        'value' in each &&
        typeof each.value === 'string'
      )
        options.set(each.value, each);
    }
  }
  return [...options]
    .sort(([one], [other]) => one.localeCompare(other))
    .map(([, option]) => option);
}
