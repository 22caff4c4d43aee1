import type { SnapshotChange, SnapshotIssue } from '../jira/snapshot';
import { commentsOn } from './comments-on';
import type { IncidentRow } from './incidents';
import { sampleIssueKey, sampleIssueKeys } from './issue-keys';
import { daysAgo, latest } from './moments';
import { accountOf } from './people';
import { paragraph } from './rich-text';
import { FIELDS, statusId } from './site-lists';
import { watchersOf } from './who-follows';

const PRIORITIES = { SEV1: 'Highest', SEV2: 'High', SEV3: 'Medium', SEV4: 'Low' } as const;

export function incidentIssue(row: IncidentRow): SnapshotIssue {
  const created = daysAgo(row.age, row.id);
  const resolved = row.hours === undefined ? null : daysAgo(row.age - row.hours / 24, row.id);
  const comments = commentsOn(row.id);
  const changelog = historyOf(row);
  return {
    id: sampleIssueKeys.get(row.id)?.id ?? '',
    key: sampleIssueKey(row.id),
    projectKey: 'INC',
    typeName: 'Incident',
    statusName: row.status,
    summary: row.title,
    description: paragraph(row.about),
    priority: row.severity === undefined ? null : PRIORITIES[row.severity],
    resolution: resolved === null ? null : 'Done',
    resolutiondate: resolved,
    reporter: accountOf('omar'),
    creator: accountOf('omar'),
    assignee: accountOf(row.lead),
    created,
    updated: latest(created, resolved, changelog.at(-1)?.created, comments.at(-1)?.created),
    comments,
    changelog,
    watches: 4,
    watchers: watchersOf(row.id, 'omar', 4),
    ...(row.severity === undefined
      ? {}
      : { customs: { [FIELDS.severity]: { value: row.severity } } }),
  };
}

function historyOf(row: IncidentRow): SnapshotChange[] {
  const move = (age: number, from: string, to: string): SnapshotChange => ({
    author: accountOf(row.lead),
    created: daysAgo(age, row.id),
    items: [
      {
        field: 'status',
        fieldId: 'status',
        from: statusId(from),
        fromText: from,
        to: statusId(to),
        toText: to,
      },
    ],
  });
  if (row.status === 'Investigating') return [];
  const days = (row.hours ?? 3) / 24;
  const mitigated = move(row.age - days / 2, 'Investigating', 'Mitigated');
  return row.status === 'Mitigated'
    ? [mitigated]
    : [mitigated, move(row.age - days, 'Mitigated', 'Resolved')];
}
