import { sameName } from '../../core/rubric/same-name';
import { issuesOf } from '../../core/signals/outside/kept-evidence';
import { newJob } from '../jobs/job';
import { startJob } from '../jobs/start-job';
import type { World } from '../ports';
import { requestRescore } from '../request-rescore';

/** So few customers at once that looking each of them up is quicker than walking through the ledger. */
const FEW = 25;
const SCOPE = 'customers';

/**
 * Has the issues scored again whose evidence names one of these customers: evidence from outside is found by its index at once,
 * what links say of a customer by a walk through the ledger in the background.
 */
export async function rescoreCustomers(customers: readonly string[], by: string, world: World, now: Date): Promise<void> {
  const names = [...new Set(customers.map(sameName))];
  if (names.length === 0) return;
  if (names.length <= FEW) {
    const kept = await Promise.all(names.map((name) => world.evidence.ofCustomer(name)));
    await requestRescore(kept.flat().flatMap(issuesOf), 'read', world);
  }
  const before = await world.jobs.order(SCOPE);
  const running = before === null ? null : ((await world.jobs.read(before.job.id)) ?? before.job);
  // The newer walk takes the place of one that has not ended: it looks for that one's customers too.
  const wanted = running === null || running.finishedAt !== null ? names : [...new Set([...running.ids, ...names])];
  await startJob(newJob({ id: `customers-${now.getTime()}`, scope: SCOPE, cause: 'requested', steps: ['customers'], ids: wanted, by }, now), world);
}
