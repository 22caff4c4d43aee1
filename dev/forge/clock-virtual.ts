import { clearTimeout, setImmediate, setTimeout } from 'node:timers';
import BTree from 'sorted-btree';
import type { Urgency, VirtualClock } from '../clock';

/** Looks in a row without any timer set, rung or cancelled since, after which a waiting invocation counts as stuck. */
const QUIET_LOOKS = 12;
/** Real milliseconds between two looks. Many short ones: however long a busy machine holds this process up, that is one look. */
const LOOK_EVERY_MS = 125;

type Moment = readonly [at: number, order: number];
interface Timer {
  readonly urgency: Urgency;
  readonly ring: () => void;
}

/** Lets everything run that can run without time passing. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Starts at `start` (ms since the epoch) and moves only as `Urgency` says. Ties ring in the order they were set. */
export function virtualClock(start: number): VirtualClock {
  let now = start;
  let order = 0;
  let changes = 0;
  let hurrying = 0;
  let pumping = false;
  let watchdog: NodeJS.Timeout | undefined;
  const timers = new BTree<Moment, Timer>(undefined, (a, b) => a[0] - b[0] || a[1] - b[1]);
  const waiting: Record<Urgency, number> = { sleep: 0, due: 0, deadline: 0, background: 0 };

  const mayJump = (): boolean => waiting.sleep > 0 || (hurrying > 0 && waiting.due > 0);

  const remove = (moment: Moment, timer: Timer): void => {
    if (!timers.delete(moment)) return;
    changes += 1;
    waiting[timer.urgency] -= 1;
    if (waiting.deadline === 0 && watchdog) {
      clearTimeout(watchdog);
      watchdog = undefined;
    }
  };

  /** Rings the earliest timer; undefined when there is none. */
  const ringNext = (): Urgency | undefined => {
    const first = timers.minKey();
    const timer = first && timers.get(first);
    if (!first || !timer) return undefined;
    remove(first, timer);
    now = Math.max(now, first[0]);
    timer.ring();
    return timer.urgency;
  };

  const pump = async (): Promise<void> => {
    if (pumping) return;
    pumping = true;
    try {
      for (await turn(); mayJump(); await turn()) ringNext();
    } finally {
      pumping = false;
    }
  };

  const watch = (quiet = 0): void => {
    const seen = changes;
    watchdog = setTimeout(() => {
      watchdog = undefined;
      if (waiting.deadline === 0) return;
      const looks = seen === changes && !mayJump() ? quiet + 1 : 0;
      if (looks >= QUIET_LOOKS) while (ringNext() !== 'deadline');
      if (waiting.deadline > 0) watch(looks % QUIET_LOOKS);
    }, LOOK_EVERY_MS);
  };

  const schedule: VirtualClock['schedule'] = (at, urgency, ring) => {
    const moment: Moment = [Math.max(at, now), order++];
    const timer: Timer = { urgency, ring };
    timers.set(moment, timer);
    changes += 1;
    waiting[urgency] += 1;
    if (urgency === 'deadline' && !watchdog) watch();
    if (mayJump()) void pump();
    return () => remove(moment, timer);
  };

  return {
    virtual: true,
    now: () => now,
    sleep: (ms) => new Promise((resolve) => schedule(now + ms, 'sleep', resolve)),
    schedule,
    hurry: () => {
      hurrying += 1;
      if (mayJump()) void pump();
      let held = true;
      return () => {
        if (held) hurrying -= 1;
        held = false;
      };
    },
    advance: async (ms) => {
      const until = now + ms;
      for (await turn(); (timers.minKey()?.[0] ?? Infinity) <= until; await turn()) ringNext();
      now = Math.max(now, until);
    },
  };
}
