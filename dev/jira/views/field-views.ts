import type { CustomField } from '../model/entities';
import type { SiteState } from '../model/site-state';
import type { CustomFieldType } from '../snapshot';

interface SystemField {
  readonly id: string;
  readonly name: string;
  readonly clauses: readonly string[];
  readonly schema: Readonly<Record<string, string>>;
  /** Not part of `*navigable`. */
  readonly hidden?: true;
}

const field = (
  id: string,
  name: string,
  type: string,
  clauses: readonly string[] = [],
  items?: string,
  hidden?: true,
): SystemField => ({
  id,
  name,
  clauses,
  schema: { type, ...(items === undefined ? {} : { items }), system: id },
  ...(hidden === undefined ? {} : { hidden }),
});

export const SYSTEM_FIELDS: readonly SystemField[] = [
  field('statuscategorychangedate', 'Status Category Changed', 'datetime', [
    'statusCategoryChangedDate',
  ]),
  field('parent', 'Parent', 'issuelink', ['parent']),
  field('issuetype', 'Issue Type', 'issuetype', ['issuetype', 'type']),
  field('timespent', 'Time Spent', 'number', ['timespent']),
  field('project', 'Project', 'project', ['project']),
  field('fixVersions', 'Fix versions', 'array', ['fixVersion'], 'version'),
  field('resolution', 'Resolution', 'resolution', ['resolution']),
  field('resolutiondate', 'Resolved', 'datetime', ['resolutiondate', 'resolved']),
  field('watches', 'Watchers', 'watches', ['watchers']),
  field('created', 'Created', 'datetime', ['created', 'createdDate']),
  field('priority', 'Priority', 'priority', ['priority']),
  field('labels', 'Labels', 'array', ['labels'], 'string'),
  field('timeoriginalestimate', 'Original estimate', 'number', [
    'originalEstimate',
    'timeoriginalestimate',
  ]),
  field('versions', 'Affects versions', 'array', ['affectedVersion'], 'version'),
  field('issuelinks', 'Linked Issues', 'array', ['issueLink'], 'issuelinks'),
  field('assignee', 'Assignee', 'user', ['assignee']),
  field('updated', 'Updated', 'datetime', ['updated', 'updatedDate']),
  field('status', 'Status', 'status', ['status']),
  field('components', 'Components', 'array', ['component'], 'component'),
  field('description', 'Description', 'string', ['description']),
  field('summary', 'Summary', 'string', ['summary']),
  field('creator', 'Creator', 'user', ['creator']),
  field('subtasks', 'Sub-tasks', 'array', [], 'issuelinks'),
  field('reporter', 'Reporter', 'user', ['reporter']),
  field('environment', 'Environment', 'string', ['environment']),
  field('duedate', 'Due date', 'date', ['due', 'duedate']),
  field('votes', 'Votes', 'votes', ['votes']),
  field('statusCategory', 'Status Category', 'statusCategory', ['statusCategory']),
  field('timeestimate', 'Remaining Estimate', 'number'),
  field('aggregatetimespent', 'Σ Time Spent', 'number'),
  field('aggregatetimeoriginalestimate', 'Σ Original Estimate', 'number'),
  field('aggregatetimeestimate', 'Σ Remaining Estimate', 'number'),
  field('progress', 'Progress', 'progress'),
  field('aggregateprogress', 'Σ Progress', 'progress'),
  field('workratio', 'Work Ratio', 'number'),
  field('lastViewed', 'Last Viewed', 'datetime'),
  field('security', 'Security Level', 'securitylevel'),
  field('issuerestriction', 'Restrict to', 'issuerestriction', [], undefined, true),
  field('timetracking', 'Time tracking', 'timetracking', [], undefined, true),
  field('worklog', 'Log Work', 'array', [], 'worklog', true),
  field('attachment', 'Attachment', 'array', ['attachments'], 'attachment', true),
  field('comment', 'Comment', 'comments-page', ['comment'], undefined, true),
];

/** `items` of arrays, and the key of the type as Jira names it. */
const SCHEMAS: Readonly<
  Record<
    CustomFieldType,
    { readonly type: string; readonly items?: string; readonly custom: string }
  >
> = {
  number: { type: 'number', custom: 'float' },
  string: { type: 'string', custom: 'textfield' },
  text: { type: 'string', custom: 'textarea' },
  date: { type: 'date', custom: 'datepicker' },
  datetime: { type: 'datetime', custom: 'datetime' },
  user: { type: 'user', custom: 'userpicker' },
  'array-user': { type: 'array', items: 'user', custom: 'multiuserpicker' },
  group: { type: 'group', custom: 'grouppicker' },
  option: { type: 'option', custom: 'select' },
  'array-option': { type: 'array', items: 'option', custom: 'multicheckboxes' },
  'array-string': { type: 'array', items: 'string', custom: 'labels' },
  sprint: { type: 'array', items: 'json', custom: 'gh-sprint' },
  sla: { type: 'sd-servicelevelagreement', custom: 'sd-sla-field' },
  organizations: {
    type: 'array',
    items: 'sd-customerorganization',
    custom: 'sd-customer-organizations',
  },
  feedback: { type: 'sd-feedback', custom: 'sd-request-feedback' },
  object: { type: 'object', custom: 'object' },
  any: { type: 'any', custom: 'any' },
};

/** The parts of Jira that bring types of their own. */
const PLUGINS: Partial<Readonly<Record<CustomFieldType, string>>> = {
  sprint: 'com.pyxis.greenhopper.jira',
  sla: 'com.atlassian.servicedesk',
  organizations: 'com.atlassian.servicedesk',
  feedback: 'com.atlassian.servicedesk',
};

export function systemFieldView(each: SystemField) {
  return {
    id: each.id,
    key: each.id,
    name: each.name,
    custom: false,
    orderable: each.id !== 'created',
    navigable: each.hidden !== true,
    searchable: each.clauses.length > 0,
    clauseNames: each.clauses,
    schema: each.schema,
  };
}

export function customFieldView(each: CustomField) {
  return {
    id: each.id,
    key: each.key,
    name: each.name,
    untranslatedName: each.name,
    custom: true,
    orderable: true,
    navigable: true,
    searchable: true,
    clauseNames: [`cf[${customNumber(each)}]`, each.name],
    schema: customSchema(each),
  };
}

export function allFields(state: SiteState) {
  return [...SYSTEM_FIELDS.map(systemFieldView), ...state.fields.all().map(customFieldView)];
}

/** What is told of each selected field beside its values. */
export function selectedFields(
  state: SiteState,
  selection: FieldSelection,
): readonly { readonly id: string; readonly name: string; readonly schema: object }[] {
  return [
    ...SYSTEM_FIELDS.filter(({ id }) => selection.system.includes(id)).map(systemFieldView),
    ...state.fields
      .all()
      .filter((field) => selection.custom.includes(field))
      .map(customFieldView),
  ];
}

function customNumber(each: CustomField): number {
  return Number(each.id.replace('customfield_', ''));
}

function customSchema(each: CustomField) {
  const { custom, ...shape } = SCHEMAS[each.type];
  const prefix = PLUGINS[each.type] ?? 'com.atlassian.jira.plugin.system.customfieldtypes';
  return {
    ...shape,
    custom: each.app === null ? `${prefix}:${custom}` : each.key,
    customId: customNumber(each),
  };
}

/** Which fields of an issue to show. */
export interface FieldSelection {
  /** Nothing but the id: what a search gives unless asked for more. */
  readonly idOnly: boolean;
  readonly system: readonly string[];
  readonly custom: readonly CustomField[];
}
