import { whole } from '../../core/text/wording';
import { Limited, secondsToRetry } from '../ports/failures';
import type { Budget, Pool, Purpose, Spending } from '../ports/world';

/** Points that Jira gives the app in an hour, on all its sites together, as far as it does not say otherwise. https://developer.atlassian.com/cloud/jira/platform/rate-limiting/ */
export const POINTS_AN_HOUR = 65_000;

/**
 * The share of the hour's points at which each purpose stops: what is left then is for those who are waited for. People stop as well, so
 * that a page that asks without end does not take the last points from everybody else.
 */
const SHARE: Readonly<Record<Purpose, number>> = { background: 0.8, event: 0.92, person: 0.98 };

/** Points of an hour at which a purpose stops. */
export function stopsAt(purpose: Purpose, limit = POINTS_AN_HOUR): number {
  return Math.floor(limit * SHARE[purpose]);
}

const HOUR_MS = 3_600_000;
/** What is not yet written down stays below this: the most that a killed invocation leaves uncounted. */
const POINTS_UNWRITTEN = 250;
/** What other invocations spend is looked up anew after this long. */
const REMEMBERED_MS = 10_000;

/** Stops before the quota runs out. It is made for one invocation and knows from storage what the others spend. */
export function quotaGuard(purpose: Purpose, spending: Spending, clock: () => number): Budget {
  let unwritten = 0;
  let known: Known | null = null;
  let heard: Heard | null = null;
  const hourNow = (): number => Math.floor(clock() / HOUR_MS);

  const settle = async (): Promise<void> => {
    if (heard !== null && isNews(heard)) {
      await spending.keepPool(heard.hour, heard.pool).catch(() => undefined);
      heard = { ...heard, published: heard.pool };
    }
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

  const look = async (hour: number, now: number): Promise<Known> => {
    const [points, pool] = await Promise.all([spending.read(hour), spending.pool(hour)]);
    return { hour, at: now, points, pool };
  };

  return {
    async admit(doing) {
      if (unwritten >= POINTS_UNWRITTEN) await settle();
      const [hour, now] = [hourNow(), clock()];
      // Whoever is waited for is not held up by a look into storage before there is a sign that points are short.
      if (purpose !== 'person' && isOld(known, hour, now)) known = await look(hour, now);
      const pool = heard?.hour === hour ? heard.pool : known?.hour === hour ? known.pool : null;
      const own = (known?.hour === hour ? known.points : 0) + unwritten;
      const used = Math.max(own, pool === null ? 0 : pool.limit - pool.remaining);
      const limit = pool?.limit ?? POINTS_AN_HOUR;
      const stops = pool?.nearLimit === true && purpose === 'background';
      if (!stops && used < limit * SHARE[purpose]) return;
      const seconds = Math.ceil((HOUR_MS - (now % HOUR_MS)) / 1000);
      throw new Limited(
        seconds,
        `This hour's share of Jira's quota is used up (${whole(used)} of ${whole(limit)} points${purpose === 'person' ? '' : '; the rest is kept for people'}), so ${doing} waits until the next`,
      );
    },
    spend: (points) => void (unwritten += points),
    heed(pool) {
      const hour = hourNow();
      heard = { hour, pool, published: heard?.hour === hour ? heard.published : null };
    },
    settle,
  };
}

interface Known {
  readonly hour: number;
  readonly at: number;
  readonly points: number;
  readonly pool: Pool | null;
}

function isOld(known: Known | null, hour: number, now: number): boolean {
  return known === null || known.hour !== hour || now - known.at > REMEMBERED_MS;
}

interface Heard {
  readonly hour: number;
  readonly pool: Pool;
  /** What other invocations were told last. */
  readonly published: Pool | null;
}

/** Below this share of what is left, other invocations are told. */
const LOW = 0.5;
/** They are told again for each such share less. */
const STEP = 0.05;

function isNews({ pool, published: published }: Heard): boolean {
  if (!pool.nearLimit && pool.remaining >= pool.limit * LOW) return false;
  return (
    published === null ||
    pool.nearLimit !== published.nearLimit ||
    published.remaining - pool.remaining > pool.limit * STEP
  );
}
