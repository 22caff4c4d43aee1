import type { World } from '../ports';
import { customersIn } from '../gather-signals';
import { requestRescore } from '../request-rescore';
import type { Job, PageOutcome } from './job';

/** Marks those of the ledger's next hundred open issues whose evidence names one of the job's customers, and no other. */
export async function customersPage(job: Job, world: World): Promise<PageOutcome> {
  const wanted = new Set(job.ids);
  const { entries, next } = await world.ledger.page({ by: 'open' }, job.cursor);
  const concerned = entries.filter(({ signals }) => signals !== null && customersIn([signals]).some((name) => wanted.has(name)));
  await requestRescore(concerned.map(({ issueId }) => issueId), 'read', world);
  return { done: entries.length, changed: concerned.length, failures: [], cursor: next };
}
