import type { MeasuredPreview } from '../ports/previews';
import { Declined, secondsToRetry } from '../ports/failures';
import type { Job, PageOutcome } from '../../core/jobs/job';
import { coverageOf } from '../jobs/start-job';
import type { LedgerPage } from '../ports/world';
import { measureBacklog, type Walk } from './measure-backlog';
import type { Needs } from './needs';

/** Storage allows 4,000 units of reading a minute, and a page takes six or seven: at one page in so many milliseconds half of it is left to events and people. */
const PACE_MS = 200;
/** Pages between two looks at whether it is still wanted. */
const PAGES_A_LOOK = 10;
/** It waits for storage only with this much time left after it. */
const TIME_TO_FINISH_MS = 60_000;
/** Storage takes values of up to 240 KiB. */
const MOST_BYTES = 225 * 1024;
/** How often it begins anew before it says that it cannot be done. */
const MOST_TURNS = 4;

/**
 * The whole preview in one page of its job: what it knows half-way would not fit into the job's record. Cut off, it begins anew,
 * which changes nothing for anybody.
 */
export async function previewPage(job: Job, world: Needs, now: Date): Promise<PageOutcome> {
  const nothing = { done: 0, changed: 0, failures: [] };
  if (job.turn >= MOST_TURNS)
    throw new Declined(
      'It takes longer than there is time for: preview one project instead',
      'Preview one project instead',
    );
  const draft = await world.previews.draft(job.id);
  if (draft === null) return { ...nothing, cursor: null };
  let [pages, seen] = [0, 0];
  const walk: Walk = {
    page: (question, cursor) => patiently(() => world.ledger.page(question, cursor), world),
    async goOn(issues) {
      seen = issues;
      pages += 1;
      if (pages % PAGES_A_LOOK !== 0) return true;
      await world.jobs.write({
        ...job,
        done: issues,
        updatedAt: new Date(world.clock()).toISOString(),
      });
      const order = await world.jobs.order(job.scope);
      return order?.job.id === job.id && order.wish === 'run';
    },
  };
  const preview = await measureBacklog(
    { project: job.project, draft: draft.rubric },
    world,
    walk,
    now,
  );
  if (preview === null) return { ...nothing, done: seen, cursor: 'stopped' };
  await world.previews.keepResult(
    job.id,
    fitting({
      preview,
      cost: draft.cost,
      complete: (await coverageOf(job.project, world)) !== null,
    }),
  );
  return { ...nothing, done: preview.issues, cursor: null };
}

/** What passes by itself is waited for within the invocation: put back on the queue, it would begin anew. */
async function patiently(read: () => Promise<LedgerPage>, world: Needs): Promise<LedgerPage> {
  const begun = world.clock();
  for (;;) {
    try {
      const page = await read();
      await world.sleep(Math.max(0, PACE_MS - (world.clock() - begun)));
      return page;
    } catch (failure) {
      const wait = secondsToRetry(failure);
      if (wait === null || world.remainingMs() < wait * 1000 + TIME_TO_FINISH_MS) throw failure;
      await world.sleep(wait * 1000);
    }
  }
}

/** With as many movers as storage takes. */
function fitting(result: MeasuredPreview): MeasuredPreview {
  let { movers } = result.preview;
  const whole = (): MeasuredPreview => ({ ...result, preview: { ...result.preview, movers } });
  while (movers.length > 0 && new TextEncoder().encode(JSON.stringify(whole())).length > MOST_BYTES)
    movers = movers.slice(0, -5);
  return whole();
}
