import { Queue } from '@forge/events';
import { offsetClock, realClock } from '../../../dev/forge/clock-real';
import { virtualClock } from '../../../dev/forge/clock-virtual';
import { tinyHost } from './tiny-host';

const pause = async (): Promise<void> => await new Promise((resolve) => setTimeout(resolve, 10));

describe('a virtual clock', () => {
  it('rings in order of time, and in order of setting at the same time, as it is moved on', async () => {
    const clock = virtualClock(1_000);
    const rung: string[] = [];
    const set = (name: string, at: number) =>
      clock.schedule(at, 'due', () => rung.push(`${name}@${clock.now()}`));
    set('late', 1_300);
    set('first', 1_100);
    set('second', 1_100);
    set('past', 0);
    set('never', 1_200)();
    await clock.advance(200);
    expect([...rung, clock.now()]).toEqual(['past@1000', 'first@1100', 'second@1100', 1_200]);
  });

  it('jumps to what is due only while somebody is in a hurry', async () => {
    const clock = virtualClock(0);
    let rung = 0;
    clock.schedule(5_000, 'due', () => (rung += 1));
    await pause();
    expect([rung, clock.now()]).toEqual([0, 0]);
    const relax = clock.hurry();
    await pause();
    expect([rung, clock.now()]).toEqual([1, 5_000]);
    relax();
    clock.schedule(9_000, 'due', () => (rung += 1));
    await pause();
    expect(rung).toBe(1);
  });

  it('jumps to the end of a sleep, and rings a schedule only when that passes it', async () => {
    const clock = virtualClock(0);
    const rung: number[] = [];
    clock.schedule(3_000, 'background', () => rung.push(clock.now()));
    clock.schedule(90_000, 'background', () => rung.push(clock.now()));
    await clock.sleep(5_000);
    await pause();
    expect([...rung, clock.now()]).toEqual([3_000, 5_000]);
  });
});

describe('a real clock', () => {
  it('rings at once for the past and later for the future, and not when cancelled', async () => {
    const clock = realClock();
    const rung: string[] = [];
    clock.schedule(clock.now() - 1_000, 'due', () => rung.push('past'));
    clock.schedule(clock.now() + 20, 'due', () => rung.push('future'));
    clock.schedule(clock.now() + 5, 'due', () => rung.push('cancelled'))();
    clock.schedule(clock.now(), 'due', () => rung.push('cancelled at once'))();
    expect(rung).toEqual([]);
    await clock.sleep(60);
    expect(rung).toEqual(['past', 'future']);
  });

  it('delivers what an app pushes without anybody settling', async () => {
    const seen: unknown[] = [];
    const { host } = tinyHost(
      {
        app: {
          push: async () =>
            await new Queue({ key: 'work' }).push([
              { body: { n: 1 } },
              { body: { n: 2 }, delayInSeconds: 0.05 },
            ]),
          consume: (event: { body: unknown }) =>
            void seen.push([event.body, new Date().getUTCFullYear()]),
        },
        modules: {
          scheduledTrigger: [{ key: 'push', function: 'push', interval: 'day' }],
          consumer: [{ key: 'consume', function: 'consume', queue: 'work' }],
        },
      },
      { clock: offsetClock(Date.UTC(2017, 6)) },
    );
    await host.runSchedule('push');
    await pause();
    expect(seen).toEqual([[{ n: 1 }, 2017]]);
    await host.settle();
    expect(seen).toHaveLength(2);
  });
});
