import { Limited } from '../../../src/usecases/ports/failures';
import type { Pool, Purpose } from '../../../src/usecases/ports/world';
import { POINTS_AN_HOUR, quotaGuard, stopsAt } from '../../../src/usecases/health/quota-guard';

const HOUR_MS = 3_600_000;

function aGuard(purpose: Purpose, spent: number, pools = new Map<number, Pool>()) {
  const kept: number[] = [];
  const store = new Map([[0, spent]]);
  const clock = { now: 50 * 60_000 };
  const guard = quotaGuard(
    purpose,
    {
      read: async (hour) => store.get(hour) ?? 0,
      add: async (hour, points) => void store.set(hour, (store.get(hour) ?? 0) + points),
      pool: async (hour) => pools.get(hour) ?? null,
      keepPool: async (hour, pool) => {
        pools.set(hour, pool);
        kept.push(pool.remaining);
      },
    },
    () => clock.now,
  );
  return { guard, store, clock, kept };
}

describe('the quota guard', () => {
  it('stops background work before events, and events before people', async () => {
    expect(stopsAt('background')).toBeLessThan(stopsAt('event'));
    const spent = stopsAt('event');
    await expect(aGuard('background', spent).guard.admit('reading')).rejects.toThrow(Limited);
    await expect(aGuard('event', spent).guard.admit('reading')).rejects.toThrow(Limited);
    await aGuard('event', stopsAt('background')).guard.admit('reading');
    await aGuard('person', POINTS_AN_HOUR).guard.admit('reading');
  });

  it('has background work wait for the next hour, when it goes on', async () => {
    const { guard, clock } = aGuard('background', POINTS_AN_HOUR);
    await expect(guard.admit('reading')).rejects.toMatchObject({ retryAfter: 600 });
    clock.now = HOUR_MS;
    await guard.admit('reading');
  });

  it('counts what it spends itself before it is written down', async () => {
    const { guard, store } = aGuard('background', stopsAt('background') - 100);
    await guard.admit('reading');
    guard.spend(101);
    await expect(guard.admit('reading')).rejects.toThrow(Limited);
    await guard.settle();
    expect(store.get(0)).toBe(stopsAt('background') + 1);
  });

  it('keeps what storage would not take for the next time', async () => {
    let refuse = true;
    const added: number[] = [];
    const guard = quotaGuard(
      'event',
      {
        read: async () => 0,
        add: async (_, points) => {
          if (refuse) throw new Limited(20, 'storage is busy');
          added.push(points);
        },
        pool: async () => null,
        keepPool: async () => undefined,
      },
      () => 0,
    );
    guard.spend(7);
    await guard.settle();
    refuse = false;
    await guard.settle();
    expect(added).toEqual([7]);
  });

  describe('where Jira says what all sites together have left', () => {
    const pool = (remaining: number, nearLimit = false): Pool => ({
      limit: 100_000,
      remaining,
      nearLimit,
    });

    it('goes by that, however little this site has spent', async () => {
      const { guard } = aGuard('background', 10);
      guard.heed(pool(20_001));
      await guard.admit('reading');
      guard.heed(pool(19_999));
      await expect(guard.admit('reading')).rejects.toThrow(Limited);
    });

    it('stops background work once little is left, and people only at the end', async () => {
      const [background, person] = [aGuard('background', 0), aGuard('person', 0)];
      for (const { guard } of [background, person]) guard.heed(pool(60_000, true));
      await expect(background.guard.admit('reading')).rejects.toThrow(Limited);
      await person.guard.admit('reading');
      person.guard.heed(pool(1_999));
      await expect(person.guard.admit('reading')).rejects.toThrow(/1,?999|98,?001/u);
    });

    it('tells other invocations, but not with every answer', async () => {
      const pools = new Map<number, Pool>();
      const { guard, kept } = aGuard('event', 0, pools);
      for (const remaining of [90_000, 40_000, 39_000, 36_000, 34_000]) {
        guard.heed(pool(remaining));
        await guard.settle();
      }
      expect(kept).toEqual([40_000, 34_000]);
      pools.set(0, pool(5_000));
      await expect(aGuard('event', 0, pools).guard.admit('reading')).rejects.toThrow(Limited);
    });

    it('forgets it with the hour', async () => {
      const { guard, clock } = aGuard('background', 0);
      guard.heed(pool(0, true));
      clock.now = HOUR_MS;
      await guard.admit('reading');
    });
  });
});
