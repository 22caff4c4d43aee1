import type { IssueRecord } from '../../core/issue/issue-record';
import type { FieldValues } from '../ports/field-writer';
import type { World } from '../ports/world';
import { readPage } from '../scoring/read-issues';
import { standingAt, type Result } from '../scoring/scored-issue';
import { scoreRecords } from '../scoring/score-batch';
import { forget, writeResults } from '../scoring/save-scores';
import type { Job, PageOutcome } from '../../core/jobs/job';

/**
 * The next hundred issues edited since the last reconciliation, scored from what Jira says now: what events told of comes out
 * the same, what they missed is mended, and so is a Jira field that does not hold what the ledger remembers writing.
 */
export async function editedPage(job: Job, world: World, now: Date): Promise<PageOutcome> {
  const own = world.fieldWriter.fieldIds(await world.siteFields.all());
  const page = await readPage(job.jql, job.cursor, null, world, Object.values(own));
  const byId = new Map(page.records.map((record) => [record.id, record]));
  const records = page.records.map((record) => ({
    ...record,
    fields: without(Object.values(own), record.fields),
  }));
  const results = (await scoreRecords({ records, readAt: page.readAt }, world, now)).map((result) =>
    held(result, byId.get(result.entry.issueId), own),
  );
  const written = await writeResults(results, 'event', world);
  await forget(written.gone, world);
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

/** What Ballast wrote itself says nothing about an issue. */
function without(ids: readonly string[], fields: IssueRecord['fields']): IssueRecord['fields'] {
  return Object.fromEntries(Object.entries(fields).filter(([id]) => !ids.includes(id)));
}

/** The result against what really stands in Jira's fields. */
function held(
  result: Result,
  record: IssueRecord | undefined,
  own: Readonly<Record<keyof FieldValues, string>>,
): Result {
  if (record === undefined) return result;
  const text = (id: string): string | null =>
    typeof record.fields[id] === 'string' ? record.fields[id] : null;
  const score = record.fields[own.score];
  return standingAt(result, {
    score: typeof score === 'number' ? score : null,
    lane: text(own.lane),
    horizon: text(own.horizon),
    reasons: text(own.reasons),
  });
}
