import type { SnapshotIssue } from '../jira/snapshot';
import { commentsOn } from './comments-on';
import { sampleIssueKey, sampleIssueKeys } from './issue-keys';
import { dayAhead, daysAgo, latest, seedOf } from './moments';
import { accountOf } from './people';
import { paragraph } from './rich-text';
import { FIELDS, sprints } from './site-lists';
import type { Work } from './work';
import { votersOf, watchersOf } from './who-follows';
import { historyOf, statusOf } from './work-history';

/** An issue of the product project. */
export function workIssue({ type, row }: Work): SnapshotIssue {
  const created = daysAgo(row.age, row.id);
  const votes = row.votes ?? 0;
  const watches = row.watches ?? 1 + (seedOf(row.id) % 3);
  const changelog = historyOf(row);
  const comments = commentsOn(row.id);
  const resolved = row.done === undefined ? null : daysAgo(row.done, row.id);
  const carriedOver = row.sprint === 42 && row.age > 45 ? [sprints[41]] : [];
  return {
    id: sampleIssueKeys.get(row.id)?.id ?? '',
    key: sampleIssueKey(row.id),
    projectKey: 'QUAY',
    typeName: type,
    statusName: statusOf(row),
    summary: row.title,
    description: row.about === undefined ? null : paragraph(row.about),
    priority: row.priority ?? null,
    resolution: row.done === undefined ? null : (row.resolution ?? 'Done'),
    resolutiondate: resolved,
    reporter: accountOf(row.by),
    creator: accountOf(row.by),
    assignee: row.who === undefined ? null : accountOf(row.who),
    created,
    updated: latest(created, resolved, changelog.at(-1)?.created, comments.at(-1)?.created),
    duedate: row.due === undefined ? null : dayAhead(row.due),
    labels: row.labels ?? [],
    components: [row.area],
    fixVersions: row.release === undefined ? [] : [row.release],
    ...(row.epic === undefined ? {} : { parentKey: sampleIssueKey(row.epic) }),
    ...(row.sprint === undefined ? {} : { sprints: [...carriedOver, sprints[row.sprint]] }),
    ...(row.flagged === true ? { flagged: true } : {}),
    votes,
    watches,
    voters: votersOf(row.id, row.by, votes),
    watchers: watchersOf(row.id, row.by, watches),
    comments,
    changelog,
    customs: {
      ...(row.points === undefined ? {} : { [FIELDS.points]: row.points }),
      ...(row.value === undefined ? {} : { [FIELDS.value]: row.value }),
      ...(row.goal === undefined ? {} : { [FIELDS.goal]: { value: row.goal } }),
    },
  };
}
