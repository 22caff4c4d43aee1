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
export const TOLD_WITHIN_MS = 10 * SECOND;

/** What a surface listens with. */
export type Held = Listening;

/** So long before a token ends it is replaced by the one that came last. */
const RENEW_MS = MINUTE;

/** Each answer brings a new token: what is held is kept until it is about to end, or is about another issue. */
export function subscriptionAfter<H extends Held>(
  held: H | null,
  offered: Held | null,
  now: number,
): H | Held | null {
  if (held === null || offered === null) return held ?? offered;
  const ending = held.expiresAt !== null && held.expiresAt - now < RENEW_MS;
  return held.channel === offered.channel && !ending ? held : offered;
}
