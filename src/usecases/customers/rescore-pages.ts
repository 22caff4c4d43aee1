import { customersIn } from '../scoring/gather-signals';
import { requestRescore } from '../scoring/request-rescore';
import type { Job, PageOutcome } from '../../core/jobs/job';
import type { Needs } from './needs';

/**
 * Marks those of the ledger's next hundred open issues whose evidence names a customer that the job's records are about, and no
 * other. The last page clears the records: every issue was looked at by then.
 */
export async function customersPage(job: Job, world: Needs): Promise<PageOutcome> {
  const { owed } = world.customers;
  const { entries, next } = await world.ledger.page({ by: 'open' }, job.cursor);
  const named = new Map(
    entries.map(({ issueId, signals }) => [
      issueId,
      signals === null ? [] : customersIn([signals]),
    ]),
  );
  const wanted = await owed.among(job.ids, [...new Set([...named.values()].flat())]);
  const concerned = [...named].flatMap(([issueId, names]) =>
    names.some((name) => wanted.has(name)) ? [issueId] : [],
  );
  await requestRescore(concerned, 'read', world);
  if (next === null) await owed.clear(job.ids);
  return { done: entries.length, changed: concerned.length, failures: [], cursor: next };
}
