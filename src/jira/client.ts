import type { RequestProductMethods, Route } from '@forge/api';
import type { z } from 'zod';
import { Unsure } from '../usecases/ports/failures';
import type { Budget, Pool } from '../usecases/ports/world';
import { outcomeOf, silence, type Outcome } from './answer-of';
import { poolIn } from './quota-headers';
import { writePace } from './write-pace';

/** `asApp()` or `asUser()`: the client is given its requester and never chooses. */
export type Requester = Pick<RequestProductMethods, 'requestJira'>;

export interface JiraCall<T> {
  readonly route: Route;
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly body?: unknown;
  /** What the answer must look like; an answer of another shape is `Unavailable`, never guessed at. */
  readonly answer: z.ZodType<T>;
  /** For messages: "reading 100 issues". */
  readonly doing: string;
  /** How many issues the answer shows: each costs a point. */
  readonly issuesIn?: (answer: T) => number;
  /** How many people, groups or permissions it shows: each costs two. */
  readonly identitiesIn?: (answer: T) => number;
  /** Ids of the issues it writes to: Jira counts the writes on each. */
  readonly writesTo?: readonly string[];
  /**
   * Makes something that is there twice when it is asked for twice: a comment, an issue. Asked again only where Jira says that it
   * did nothing (429); when the answer is lost or Jira broke, it throws `Unsure`.
   */
  readonly once?: true;
}

/** Asks Jira. What passes by itself is tried again as long as the invocation has time; the rest is a typed failure. */
export interface JiraClient {
  call<T>(request: JiraCall<T>): Promise<T>;
}

export interface ClientParts {
  readonly requester: Requester;
  readonly budget: Budget;
  /** 0 up to 1: spreads the retries of invocations that failed together. */
  readonly random: () => number;
  readonly clock: () => number;
  readonly remainingMs: () => number;
  /** The longest single wait, in milliseconds: a person gives up sooner than a queue. */
  readonly patienceMs: number;
}

const ATTEMPTS = 7;
const FIRST_BACKOFF_MS = 400;
const LONGEST_BACKOFF_MS = 10_000;
/** Kept for what must still be done after the last wait. */
const TIME_TO_FINISH_MS = 8_000;

export function jiraClient(parts: ClientParts): JiraClient {
  const { budget, random, clock, remainingMs, patienceMs } = parts;
  const pace = writePace(clock);

  /** Null when it is no use, or when there is no time. */
  const waitBefore = (retryMs: number | null, attempt: number): number | null => {
    if (retryMs === null || attempt >= ATTEMPTS) return null;
    const jitter = random() * Math.min(LONGEST_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** attempt);
    const wait = retryMs + Math.ceil(jitter);
    return wait <= patienceMs && wait + TIME_TO_FINISH_MS <= remainingMs() ? wait : null;
  };

  return {
    async call(request) {
      for (let attempt = 0; ; attempt++) {
        await budget.admit(request.doing);
        await sleep(pace.waitFor(request.writesTo ?? []));
        const outcome = await send(parts.requester, request, budget.heed);
        if (outcome.kind === 'answer') {
          budget.spend(pointsOf(request, outcome.value));
          return outcome.value;
        }
        if (request.once === true && outcome.perhapsDone)
          throw new Unsure(
            outcome.failure.message,
            'Look in Jira whether it is there before you try again.',
            { cause: outcome.failure },
          );
        const wait = waitBefore(outcome.retryMs, attempt);
        if (wait === null) throw outcome.failure;
        await sleep(wait);
      }
    },
  };
}

async function send<T>(
  requester: Requester,
  { route, method, body, answer, doing }: JiraCall<T>,
  heed: (pool: Pool) => void,
): Promise<Outcome<T>> {
  try {
    const response = await requester.requestJira(route, {
      method,
      headers: {
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const pool = poolIn(response);
    if (pool !== null) heed(pool);
    return await outcomeOf(response, answer, doing);
  } catch (cause) {
    return silence(cause, doing);
  }
}

/** https://developer.atlassian.com/cloud/jira/platform/rate-limiting/ */
function pointsOf<T>({ issuesIn, identitiesIn }: JiraCall<T>, answer: T): number {
  return 1 + (issuesIn?.(answer) ?? 0) + 2 * (identitiesIn?.(answer) ?? 0);
}

async function sleep(ms: number): Promise<void> {
  if (ms > 0) await new Promise((resolve) => setTimeout(resolve, ms));
}
