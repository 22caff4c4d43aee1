import { whole } from '../../core/text/wording';
import { Limited, secondsToRetry } from '../ports/failures';
import type { Budget, Purpose, Spending } from '../ports/world';

/** Points that Jira gives the whole app in an hour. https://developer.atlassian.com/cloud/jira/platform/rate-limiting/ */
export const POINTS_AN_HOUR = 65_000;

/** The share of the hour's points at which each purpose stops: what is left then is for those who are waited for. */
const SHARE: Readonly<Record<Purpose, number>> = { background: 0.8, event: 0.92, person: 1 };

/** Points of an hour at which a purpose stops. */
export function stopsAt(purpose: Purpose): number {
  return Math.floor(POINTS_AN_HOUR * SHARE[purpose]);
}

const HOUR_MS = 3_600_000;
/** What is not yet written down stays below this: the most that a killed invocation leaves uncounted. */
const POINTS_UNWRITTEN = 250;
/** What other invocations spend is looked up anew after this long. */
const REMEMBERED_MS = 10_000;

/** Stops before the quota runs out. It is made for one invocation and knows from storage what the others spend. */
export function quotaGuard(purpose: Purpose, spending: Spending, clock: () => number): Budget {
  let unwritten = 0;
  let known: { readonly hour: number; readonly at: number; readonly points: number } | null = null;
  const hourNow = (): number => Math.floor(clock() / HOUR_MS);

  const settle = async (): Promise<void> => {
    if (unwritten === 0) return;
    const points = unwritten;
    unwritten = 0;
    try {
      await spending.add(hourNow(), points);
    } catch (failure) {
      if (secondsToRetry(failure) === null) throw failure;
      // Written down with what comes next; at the end of an invocation the reserve has to make up for it.
      unwritten += points;
      return;
    }
    if (known !== null) known = { ...known, points: known.points + points };
  };

  return {
    async admit(doing) {
      if (purpose === 'person') return;
      if (unwritten >= POINTS_UNWRITTEN) await settle();
      const [hour, now] = [hourNow(), clock()];
      if (known === null || known.hour !== hour || now - known.at > REMEMBERED_MS)
        known = { hour, at: now, points: await spending.read(hour) };
      if (known.points + unwritten < stopsAt(purpose)) return;
      const seconds = Math.ceil((HOUR_MS - (now % HOUR_MS)) / 1000);
      throw new Limited(
        seconds,
        `This hour's share of Jira's quota is used up (${whole(known.points + unwritten)} of ${whole(POINTS_AN_HOUR)} points; the rest is kept for people), so ${doing} waits until the next`,
      );
    },
    spend: (points) => void (unwritten += points),
    settle,
  };
}
