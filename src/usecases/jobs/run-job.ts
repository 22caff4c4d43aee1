import { secondsToRetry } from '../ports/failures';
import { noteReconciled } from '../health/notes';
import type { QueuedWork, World } from '../ports/world';
import { advanced, type Job, type PageOutcome, type Step } from '../../core/jobs/job';

type Delivery = Extract<QueuedWork, { kind: 'job' }>;
const UPKEEP = 'upkeep';

/** Does the next page of a job's present step. */
export type Page = (job: Job, world: World, now: Date) => Promise<PageOutcome>;

/** What does each step: the table is given where the app is put together, as jobs know no feature. */
export type Pages = Readonly<Record<Step, Page>>;

/** A page is begun only with this much time left: far more than one takes, retries included. */
const TIME_FOR_A_PAGE_MS = 150_000;
/** The longest delay that the queue takes, in seconds. */
const LONGEST_DELAY = 900;

/**
 * Takes a job on, page by page, for as long as the invocation lasts, and puts it back on the queue. What stands in the job's
 * record is done for good; a page that was cut off is done again, which comes to the same.
 */
export async function runJob(
  request: Pick<Delivery, 'scope' | 'jobId' | 'turn'>,
  pages: Pages,
  world: World,
  now: Date,
): Promise<void> {
  const order = await world.jobs.order(request.scope);
  if (order?.job.id !== request.jobId) return;
  let job = (await world.jobs.read(request.jobId)) ?? order.job;
  if (request.turn < job.turn) return;
  for (;;) {
    const [step] = job.steps;
    if (job.finishedAt !== null || step === undefined || !(await stillWanted(job, world))) return;
    if (world.remainingMs() < TIME_FOR_A_PAGE_MS) return handOver(job, 0, null, world);
    world.rubrics.refresh();
    const moment = new Date(Math.max(now.getTime(), world.clock()));
    const page = await outcomeOf(pages[step], job, world, moment);
    if ('wait' in page) return handOver(job, page.wait, page.why, world);
    job =
      'gaveUp' in page
        ? {
            ...job,
            updatedAt: moment.toISOString(),
            finishedAt: moment.toISOString(),
            note: page.gaveUp,
          }
        : advanced(job, page, moment.toISOString());
    await world.jobs.write(job);
    await world.budget.settle();
    if (job.finishedAt !== null && job.scope === UPKEEP) await noteReconciled(job, world);
    if (job.finishedAt === null && !('gaveUp' in page) && page.pause !== undefined)
      return handOver(job, page.pause, null, world);
  }
}

async function stillWanted({ id, scope }: Job, world: World): Promise<boolean> {
  const order = await world.jobs.order(scope);
  return order?.job.id === id && order.wish === 'run';
}

/** What passes by itself is waited for; what does not ends the job, and the job says so. */
async function outcomeOf(
  page: Page,
  job: Job,
  world: World,
  now: Date,
): Promise<
  PageOutcome | { readonly wait: number; readonly why: string } | { readonly gaveUp: string }
> {
  try {
    return await page(job, world, now);
  } catch (failure) {
    if (!(failure instanceof Error)) throw failure;
    const wait = secondsToRetry(failure);
    return wait === null ? { gaveUp: failure.message } : { wait, why: failure.message };
  }
}

/** On the queue first, then in the record: cut off in between, it is on the queue twice, and the second finds its turn over. */
async function handOver(job: Job, delay: number, note: string | null, world: World): Promise<void> {
  const turn = job.turn + 1;
  await world.queue.push([
    {
      kind: 'job',
      scope: job.scope,
      jobId: job.id,
      turn,
      delay: Math.min(LONGEST_DELAY, Math.ceil(delay)),
    },
  ]);
  await world.jobs.write({ ...job, turn, note });
}
