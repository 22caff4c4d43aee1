import { Limited } from '../../../src/usecases/ports/failures';
import type { Purpose } from '../../../src/usecases/ports/world';
import { POINTS_AN_HOUR, quotaGuard, stopsAt } from '../../../src/usecases/health/quota-guard';

const HOUR_MS = 3_600_000;

function aGuard(purpose: Purpose, spent: number) {
  const store = new Map([[0, spent]]);
  const clock = { now: 50 * 60_000 };
  const guard = quotaGuard(
    purpose,
    {
      read: async (hour) => store.get(hour) ?? 0,
      add: async (hour, points) => void store.set(hour, (store.get(hour) ?? 0) + points),
    },
    () => clock.now,
  );
  return { guard, store, clock };
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
      },
      () => 0,
    );
    guard.spend(7);
    await guard.settle();
    refuse = false;
    await guard.settle();
    expect(added).toEqual([7]);
  });
});
