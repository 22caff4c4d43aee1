import type { Listening } from '../../../../../src/contract/score';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** How often the browser asks Jira whether the issue was changed: a net under what it is told. In milliseconds. */
export const LOOK_AGAIN_MS = {
  listening: 5 * MINUTE,
  /** Where nobody tells it. */
  deaf: MINUTE,
  /** However often the person turns to the page. */
  soonest: 10 * SECOND,
} as const;

/** So long after Jira says that the issue was changed, Ballast has usually said that it is scored; in milliseconds. */
export const HEARD_WITHIN_MS = 10 * SECOND;

/** What a surface listens with. */
export type Delayed = Listening;

/** So long before a token ends it is replaced by the one that came last. */
const RENEW_MS = MINUTE;

/** Each answer brings a new token: what is held is kept until it is about to end, or is about another issue. */
export function subscriptionAfter<H extends Delayed>(
  delayed: H | null,
  offered: Delayed | null,
  now: number,
): H | Delayed | null {
  if (delayed === null || offered === null) return delayed ?? offered;
  const ending = delayed.expiresAt !== null && delayed.expiresAt - now < RENEW_MS;
  return delayed.channel === offered.channel && !ending ? delayed : offered;
}
