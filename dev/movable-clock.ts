import type { HostClock } from './clock';
import { offsetClock } from './forge/clock-real';

export interface MovableClock extends HostClock {
  /** Jumps ahead by `ms` (not negative); what became due on the way rings soon after. */
  advance(ms: number): void;
}

/** Starts at `start` (milliseconds since the epoch), runs as fast as real time, and jumps ahead when told to. */
export function movableClock(start: number): MovableClock {
  const base = offsetClock(start);
  const armed = new Set<() => void>();
  let ahead = 0;

  const schedule: HostClock['schedule'] = (at, urgency, ring) => {
    let cancel = (): void => undefined;
    const arm = (): void => {
      cancel();
      cancel = base.schedule(at - ahead, urgency, () => {
        armed.delete(arm);
        ring();
      });
    };
    armed.add(arm);
    arm();
    return () => {
      armed.delete(arm);
      cancel();
    };
  };

  return {
    ...base,
    now: () => base.now() + ahead,
    schedule,
    advance(ms) {
      if (!(ms >= 0)) throw new RangeError(`A clock does not go back: ${String(ms)} ms.`);
      ahead += ms;
      for (const arm of [...armed]) arm();
    },
  };
}
