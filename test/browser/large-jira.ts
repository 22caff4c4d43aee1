import { join } from 'node:path';
import { largeSite } from '../../dev/bench/rescore/large-site';
import type { HostClock, VirtualClock } from '../../dev/clock';
import { buildIfStale, pageBundle, uiBundle } from '../../dev/page/build-if-stale';
import { listen } from '../../dev/page/server/listen';
import { createPage } from '../../dev/page/server/page-server';
import { peopleOf } from '../../dev/page/server/people';

const root = join(__dirname, '..', '..');
const TICK_MS = 50;

/** A virtual clock: it jumps over every wait until `live`, from when on waiting takes time. */
function jumpingThenLive(clock: VirtualClock): { readonly clock: HostClock; live(): void } {
  let live = false;
  return {
    clock: {
      ...clock,
      sleep: (ms) => (live ? new Promise((resolve) => setTimeout(resolve, ms)) : clock.sleep(ms)),
      // The app's own timers wait here too.
      schedule: (at, urgency, ring) => clock.schedule(at, live && urgency === 'sleep' ? 'background' : urgency, ring),
    },
    live() {
      live = true;
      const tick = (): void => void clock.advance(TICK_MS).then(() => setTimeout(tick, TICK_MS));
      tick();
    },
  };
}

/** The little Jira with as many open issues as the command line says, all scored, on a free port. */
async function main(): Promise<void> {
  const server = await listen(0);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      server.close();
      process.exit(0);
    });
  }
  for (const bundle of [uiBundle, pageBundle]) buildIfStale(root, bundle, console.log);
  let live = (): void => undefined;
  const { dev } = largeSite(Number(process.argv[2]), { quota: false, clockAs: (clock) => {
    const both = jumpingThenLive(clock);
    live = both.live;
    return both.clock;
  } });
  dev.announceInstalled();
  await dev.host.settle();
  live();
  const page = createPage({ root, siteName: 'Large', home: null, people: peopleOf({ users: [], projects: [] }), dev });
  server.open(page.app.fetch);
  console.log(`Ballast is ready: http://127.0.0.1:${String(server.port)}`);
}

void main();
