import {
  InvocationLimitReachedError,
  PartialSuccessError,
  Queue,
  RateLimitError,
  type PushEvent,
} from '@forge/events';
import { Limited, Unavailable } from '../usecases/ports/failures';
import type { QueuedWork, RescoreQueue } from '../usecases/ports/world';

/** The manifest's consumers read from them: requested issues, and long work on whole backlogs. */
export const RESCORE_QUEUE = 'rescore';
export const BACKLOG_QUEUE = 'backlog';
/** Events a push; https://developer.atlassian.com/platform/forge/runtime-reference/async-events-api/ */
const PUSH_LIMIT = 50;
/** Pushes are limited by the minute. */
const RETRY_AFTER = 30;

type Body = Record<string, unknown>;

/** Issue events that wait for storage come back in a crowd; it has to be left some room. */
const EVENTS_AT_ONCE = 4;

/** One run and one job of a scope at a time: what the next delivery would do is then mostly done. */
export function forgeRescoreQueue(): RescoreQueue {
  return {
    async push(work) {
      await pushAll(RESCORE_QUEUE, work.filter(({ kind }) => kind !== 'job').map(eventOf));
      await pushAll(BACKLOG_QUEUE, work.filter(({ kind }) => kind === 'job').map(eventOf));
    },
  };
}

type Work = QueuedWork extends infer W ? (W extends QueuedWork ? Omit<W, 'delay'> : never) : never;

function eventOf({ delay, ...work }: QueuedWork): PushEvent<Body> {
  return {
    body: { ...work },
    concurrency: concurrencyOf(work),
    ...(delay > 0 && { delayInSeconds: delay }),
  };
}

function concurrencyOf(work: Work): Required<PushEvent<Body>>['concurrency'] {
  switch (work.kind) {
    // The key of a run is that of the first versions: while the app is updated, those of both wait for each other.
    case 'run':
      return { key: 'drain', limit: 1 };
    case 'job':
      return { key: `job-${work.scope}`.slice(0, 128), limit: 1 };
    case 'event':
      return { key: 'event', limit: EVENTS_AT_ONCE };
  }
}

async function pushAll(key: string, events: readonly PushEvent<Body>[]): Promise<void> {
  const queue = new Queue({ key });
  for (let start = 0; start < events.length; start += PUSH_LIMIT) {
    const part = events.slice(start, start + PUSH_LIMIT);
    try {
      await queue.push([...part]);
    } catch (cause) {
      // A thousand pushes descend from one event at most. What is asked for stands in storage, and the next event or the hourly
      // schedule, which begin a chain of their own, take it up.
      if (cause instanceof InvocationLimitReachedError) return;
      if (cause instanceof RateLimitError)
        throw new Limited(RETRY_AFTER, 'The queue takes no more events this minute', { cause });
      if (cause instanceof PartialSuccessError)
        throw new Unavailable(`The queue took only some of ${part.length} events`, { cause });
      throw cause;
    }
  }
}
