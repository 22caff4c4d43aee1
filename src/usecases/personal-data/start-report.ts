import { newJob } from '../../core/jobs/job';
import { dayOf } from '../../core/time/utc-day';
import { startJob } from '../jobs/start-job';
import type { Needs } from './needs';

const SCOPE = 'people';
const DAY_MS = 24 * 60 * 60_000;
/** Atlassian wants every stored account reported once in seven days: a report that fails on its day has the next one. */
const CYCLE_MS = 6 * DAY_MS - DAY_MS / 4;

/** Reports the stored account ids to Atlassian when it is time again, or when the last report left something to do. */
export async function startReport(world: Needs, now: Date): Promise<void> {
  const { reported } = await world.notes.read();
  if (reported?.left === 0 && now.getTime() - Date.parse(reported.at) < CYCLE_MS) return;
  const order = await world.jobs.order(SCOPE);
  const last = order === null ? null : ((await world.jobs.read(order.job.id)) ?? order.job);
  // One that waits for something goes on by itself, or is taken up again.
  const underWay = last !== null && last.finishedAt === null;
  if (underWay && now.getTime() - Date.parse(last.updatedAt) < 2 * DAY_MS) return;
  // Of one that gave up, whom it had found so far.
  if (last !== null) await world.storedPeople.register.forget(last.id);
  await startJob(
    newJob(
      {
        id: `${SCOPE}-${dayOf(now)}`,
        scope: SCOPE,
        cause: 'daily',
        steps: ['people', 'report', 'erase'],
      },
      now,
    ),
    world,
  );
}
