import { secondsToRetry } from '../usecases/ports/failures';
import type { IssueEvent, World } from '../usecases/ports/world';
import { issuesDeleted } from '../usecases/retention/schedule-removal';
import { requestRescore } from '../usecases/scoring/request-rescore';

type Means = Pick<World, 'rescoreRequests' | 'queue' | 'clock' | 'random' | 'removals'>;

/** The longest delay that the queue takes, in seconds. */
const LONGEST_DELAY = 900;
/** So often the platform delivers an event again; a delivery before the last one is left to wait at its side. */
const PLATFORM_RETRIES = 4;
/** Those that were refused at the same moment come back spread over so many seconds, and over as many more each time. */
const SPREAD_SECONDS = 45;

/**
 * Has the issues of an event scored again; `turn` counts how often it was refused before. The platform's own deliveries come first: they
 * cost nothing, while the queue takes 500 events a minute, and thousands of edits may be refused together. While a backlog is scored,
 * storage may be at its limit for longer than those last: the event waits on the queue then, as often as it takes.
 * @throws Limited, Unavailable when the platform is to deliver it again, or the queue takes nothing either
 */
export async function takeIssueEvent(event: IssueEvent, turn: number, world: Means): Promise<void> {
  const { ids, deleted } = event;
  try {
    if (deleted) await issuesDeleted(ids, world, new Date(world.clock()));
    await requestRescore(ids, 'read', world);
  } catch (failure) {
    const wait = secondsToRetry(failure);
    if (wait === null || turn < PLATFORM_RETRIES) throw failure;
    const delay = Math.ceil(wait + world.random() * SPREAD_SECONDS * (turn + 1));
    await world.queue.push([
      { kind: 'event', ids, deleted, turn: turn + 1, delay: Math.min(LONGEST_DELAY, delay) },
    ]);
  }
}
