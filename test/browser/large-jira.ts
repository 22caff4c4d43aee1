import { largeSite } from '../../dev/bench/rescore/large-site';
import type { HostClock, VirtualClock } from '../../dev/clock';
import { peopleOf } from '../../dev/page/server/people';
import { serveOwn } from './own-server';

const TICK_MS = 50;

/** A virtual clock: it jumps over every wait until `live`, from when on waiting takes time. */
function jumpingThenLive(clock: VirtualClock): { readonly clock: HostClock; live(): void } {
  let live = false;
  return {
    clock: {
      ...clock,
      sleep: (ms) => (live ? new Promise((resolve) => setTimeout(resolve, ms)) : clock.sleep(ms)),
      // The app's own timers wait here too.
      schedule: (at, urgency, ring) =>
        clock.schedule(at, live && urgency === 'sleep' ? 'background' : urgency, ring),
    },
    live() {
      live = true;
      const tick = (): void => void clock.advance(TICK_MS).then(() => setTimeout(tick, TICK_MS));
      tick();
    },
  };
}

/** The little Jira with as many open issues as the command line says, all scored. */
void serveOwn(async () => {
  let live = (): void => undefined;
  const { dev } = largeSite(Number(process.argv[2]), {
    quota: false,
    clockAs: (clock) => {
      const both = jumpingThenLive(clock);
      live = both.live;
      return both.clock;
    },
  });
  dev.announceInstalled();
  await dev.host.settle();
  live();
  return { siteName: 'Large', people: peopleOf({ users: [], projects: [] }), dev };
});
