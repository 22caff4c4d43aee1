import type {
  SnapshotField,
  SnapshotIssueType,
  SnapshotLinkType,
  SnapshotPriority,
  SnapshotSprint,
  SnapshotStatus,
  SnapshotVersion,
} from '../jira/snapshot';
import { dayAhead } from './moments';

export const issueTypes: readonly SnapshotIssueType[] = [
  { id: '10100', name: 'Epic', hierarchyLevel: 1 },
  { id: '10101', name: 'Story' },
  { id: '10102', name: 'Improvement' },
  { id: '10103', name: 'Bug' },
  { id: '10104', name: 'Task' },
  { id: '10105', name: 'Sub-task', subtask: true },
  { id: '10106', name: 'Incident' },
  { id: '10107', name: 'Support request' },
];

export const statuses: readonly SnapshotStatus[] = [
  { id: '10200', name: 'Backlog', category: 'new' },
  { id: '10201', name: 'Selected', category: 'new' },
  { id: '10202', name: 'In Progress', category: 'indeterminate' },
  { id: '10203', name: 'In Review', category: 'indeterminate' },
  { id: '10204', name: 'Done', category: 'done' },
  { id: '10210', name: 'Investigating', category: 'indeterminate' },
  { id: '10211', name: 'Mitigated', category: 'indeterminate' },
  { id: '10212', name: 'Resolved', category: 'done' },
  { id: '10220', name: 'Waiting for support', category: 'new' },
  { id: '10221', name: 'Waiting for customer', category: 'indeterminate' },
  { id: '10222', name: 'Waiting for engineering', category: 'indeterminate' },
  { id: '10223', name: 'Escalated', category: 'indeterminate' },
  { id: '10224', name: 'Closed', category: 'done' },
];

export const priorities: readonly SnapshotPriority[] = [
  'Highest',
  'High',
  'Medium',
  'Low',
  'Lowest',
].map((name, index) => ({ id: String(index + 1), name }));

export const resolutions = ['Done', "Won't Do", 'Duplicate', 'Cannot Reproduce'] as const;

export const linkTypes: readonly SnapshotLinkType[] = [
  { id: '10300', name: 'Blocks', outward: 'blocks', inward: 'is blocked by' },
  { id: '10301', name: 'Duplicate', outward: 'duplicates', inward: 'is duplicated by' },
  { id: '10302', name: 'Relates', outward: 'relates to', inward: 'relates to' },
  { id: '10303', name: 'Problem/Incident', outward: 'causes', inward: 'is caused by' },
];

export const FIELDS = {
  points: 'customfield_10016',
  sprint: 'customfield_10020',
  flagged: 'customfield_10021',
  value: 'customfield_10030',
  goal: 'customfield_10031',
  severity: 'customfield_10032',
  organisations: 'customfield_10040',
  resolutionTime: 'customfield_10041',
  satisfaction: 'customfield_10042',
} as const;

export const fields: readonly SnapshotField[] = [
  { id: FIELDS.points, name: 'Story Points', type: 'number' },
  { id: FIELDS.sprint, name: 'Sprint', type: 'sprint' },
  { id: FIELDS.flagged, name: 'Flagged', type: 'array-option' },
  { id: FIELDS.value, name: 'Business value', type: 'number' },
  { id: FIELDS.goal, name: 'Strategic goal', type: 'option' },
  { id: FIELDS.severity, name: 'Severity', type: 'option' },
  { id: FIELDS.organisations, name: 'Organizations', type: 'organizations' },
  { id: FIELDS.resolutionTime, name: 'Time to resolution', type: 'sla' },
  { id: FIELDS.satisfaction, name: 'Satisfaction', type: 'feedback' },
];

const sprint = (
  id: 41 | 42 | 43,
  state: SnapshotSprint['state'],
  start: number,
): SnapshotSprint => ({
  id,
  state,
  name: `Sprint ${id}`,
  startDate: `${dayAhead(start)}T08:00:00.000Z`,
  endDate: `${dayAhead(start + 11)}T16:00:00.000Z`,
  ...(state === 'closed' ? { completeDate: `${dayAhead(start + 11)}T16:00:00.000Z` } : {}),
});
export const sprints = {
  41: sprint(41, 'closed', -21),
  42: sprint(42, 'active', -7),
  43: sprint(43, 'future', 7),
} as const;

export const versions: readonly SnapshotVersion[] = [
  { id: '10401', name: '5.2', released: true, releaseDate: '2026-08-12' },
  { id: '10402', name: '5.3', released: true, releaseDate: '2026-10-14' },
  { id: '10403', name: '5.4', releaseDate: '2026-12-09' },
  { id: '10404', name: '6.0', releaseDate: '2027-03-10' },
];

/** As the changelog names a status. */
export function statusId(name: string): string {
  const id = statuses.find((status) => status.name === name)?.id;
  if (id === undefined) throw new Error(`There is no status ${name}`);
  return id;
}
