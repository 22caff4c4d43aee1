import type { CustomField, IssueType, LinkType, Priority, Resolution, Status } from './entities';

/** What a site starts with, as a new Jira does; an import's own lists take their place. */
export const DEFAULT_ISSUE_TYPES: readonly IssueType[] = [
  {
    id: '10000',
    name: 'Epic',
    description: 'A big piece of work made of smaller ones.',
    subtask: false,
    hierarchyLevel: 1,
  },
  {
    id: '10001',
    name: 'Story',
    description: 'Something a user can do afterwards.',
    subtask: false,
    hierarchyLevel: 0,
  },
  { id: '10002', name: 'Task', description: 'A piece of work.', subtask: false, hierarchyLevel: 0 },
  {
    id: '10003',
    name: 'Bug',
    description: 'Something that does not work as it should.',
    subtask: false,
    hierarchyLevel: 0,
  },
  {
    id: '10004',
    name: 'Sub-task',
    description: 'A part of a bigger piece of work.',
    subtask: true,
    hierarchyLevel: -1,
  },
];

export const DEFAULT_STATUSES: readonly Status[] = [
  { id: '10000', name: 'To Do', category: 'new' },
  { id: '10001', name: 'In Progress', category: 'indeterminate' },
  { id: '10002', name: 'In Review', category: 'indeterminate' },
  { id: '10003', name: 'Done', category: 'done' },
];

export const DEFAULT_PRIORITIES: readonly Priority[] = [
  { id: '1', name: 'Highest' },
  { id: '2', name: 'High' },
  { id: '3', name: 'Medium' },
  { id: '4', name: 'Low' },
  { id: '5', name: 'Lowest' },
];

export const DEFAULT_RESOLUTIONS: readonly Resolution[] = [
  { id: '10000', name: 'Done' },
  { id: '10001', name: "Won't Do" },
  { id: '10002', name: 'Duplicate' },
  { id: '10003', name: 'Cannot Reproduce' },
];

export const DEFAULT_LINK_TYPES: readonly LinkType[] = [
  { id: '10000', name: 'Blocks', outward: 'blocks', inward: 'is blocked by' },
  { id: '10001', name: 'Cloners', outward: 'clones', inward: 'is cloned by' },
  { id: '10002', name: 'Duplicate', outward: 'duplicates', inward: 'is duplicated by' },
  { id: '10003', name: 'Relates', outward: 'relates to', inward: 'relates to' },
  { id: '10004', name: 'Problem/Incident', outward: 'causes', inward: 'is caused by' },
];

export const FLAG_OPTION = { id: '10019', value: 'Impediment' } as const;

const own = { description: '', app: null } as const;
export const DEFAULT_FIELDS: readonly CustomField[] = [
  {
    id: 'customfield_10016',
    key: 'customfield_10016',
    name: 'Story Points',
    type: 'number',
    ...own,
  },
  { id: 'customfield_10020', key: 'customfield_10020', name: 'Sprint', type: 'sprint', ...own },
  {
    id: 'customfield_10021',
    key: 'customfield_10021',
    name: 'Flagged',
    type: 'array-option',
    ...own,
  },
];
