import type { Job, PageOutcome } from '../../core/jobs/job';
import type { World } from '../ports/world';
import { readPage } from '../scoring/read-issues';
import { scoreRead } from '../scoring/score-issues';
import { againstJira } from './against-jira';

/**
 * The next hundred issues edited since the last reconciliation, scored from what Jira says now: what events told of comes out
 * the same, what they missed is mended, and so is a Jira field that does not hold what the ledger remembers writing.
 */
export async function editedPage(job: Job, world: World, now: Date): Promise<PageOutcome> {
  const { besides, withoutOwn, checked } = await againstJira(world);
  const wanted = { jql: job.jql, cursor: job.cursor, project: null, besides };
  const page = await readPage(wanted, world);
  const byId = new Map(page.records.map((record) => [record.id, record]));
  const { results } = await scoreRead(
    { ...page, records: withoutOwn(page.records) },
    {
      trigger: 'reconcile',
      checked: (scored) => checked(scored, byId.get(scored.entry.issueId)),
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
