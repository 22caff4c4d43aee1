import type { IssueRecord } from '../../core/issue/issue-record';
import type { Job, PageOutcome } from '../../core/jobs/job';
import type { FieldValues } from '../ports/field-writer';
import type { ScoredIssue, World } from '../ports/world';
import { readPage } from '../scoring/read-issues';
import { scoreRead } from '../scoring/score-issues';
import { standingAt } from '../scoring/scored-issue';

/**
 * The next hundred issues edited since the last reconciliation, scored from what Jira says now: what events told of comes out
 * the same, what they missed is mended, and so is a Jira field that does not hold what the ledger remembers writing.
 */
export async function editedPage(job: Job, world: World, now: Date): Promise<PageOutcome> {
  const own = world.fieldWriter.fieldIds(await world.siteFields.all());
  const besides = Object.values(own);
  const wanted = { jql: job.jql, cursor: job.cursor, project: null, besides };
  const page = await readPage(wanted, world);
  const byId = new Map(page.records.map((record) => [record.id, record]));
  // What Ballast wrote itself says nothing about an issue.
  const records = page.records.map((record) => ({
    ...record,
    fields: without(besides, record.fields),
  }));
  const { results } = await scoreRead(
    { ...page, records },
    {
      trigger: 'reconcile',
      checked: (scored) => againstJira(scored, byId.get(scored.entry.issueId), own),
    },
    world,
    now,
  );
  const repaired = results.filter(
    ({ touched, change, stale }) => !stale && (touched || change !== null),
  ).length;
  return {
    done: page.records.length,
    changed: repaired,
    failures: page.unreadable,
    cursor: page.next,
  };
}

function without(ids: readonly string[], fields: IssueRecord['fields']): IssueRecord['fields'] {
  return Object.fromEntries(Object.entries(fields).filter(([id]) => !ids.includes(id)));
}

/** The scored issue held against what really stands in Jira's fields. */
function againstJira(
  scored: ScoredIssue,
  record: IssueRecord | undefined,
  own: Readonly<Record<keyof FieldValues, string>>,
): ScoredIssue {
  if (record === undefined) return scored;
  const text = (id: string): string | null =>
    typeof record.fields[id] === 'string' ? record.fields[id] : null;
  const score = record.fields[own.score];
  return standingAt(scored, {
    score: typeof score === 'number' ? score : null,
    lane: text(own.lane),
    horizon: text(own.horizon),
    reasons: text(own.reasons),
  });
}
