import { scoreOwedCustomers } from '../usecases/customers/change-table';
import { startDailyRun, takeUpAgain } from '../usecases/jobs/daily-run';
import { rescoreBreached } from '../usecases/jobs/moved-together';
import { writeDownProjectKeys } from '../usecases/jobs/write-down-project-keys';
import { lookForProjects } from '../usecases/jobs/site-ready';
import { startReport } from '../usecases/personal-data/start-report';
import type { World } from '../usecases/ports/world';
import { scoreUnscored } from '../usecases/rubric-editing/score-unscored-versions';

/** Door of the daily schedule. The day names the jobs, so that a schedule fired twice runs once. */
export async function onDaily(world: World, now: Date): Promise<void> {
  await startDailyRun(world, now);
  await startReport(world, now);
}

/** Door of the hourly schedule: what was lost on its way is taken up again. */
export async function onHourly(world: World, now: Date): Promise<void> {
  await writeDownProjectKeys(world);
  await takeUpAgain(world, now);
  await scoreUnscored(world, now);
  await scoreOwedCustomers(world, now);
  await rescoreBreached(world, now);
  await lookForProjects(world, now);
}
