import { clearImmediate, clearTimeout, setImmediate, setTimeout } from 'node:timers';
import type { HostClock } from '../clock';

const LONGEST_TIMEOUT_MS = 2 ** 31 - 1;

/** Not `Date.now`: inside an invocation that one follows the host's clock, which may be this one. */
const realNow = (): number => Math.floor(performance.timeOrigin + performance.now());

/** The time of the machine. */
export const realClock = (): HostClock => offsetClock(realNow());

/** Starts at `start` (ms since the epoch) and from then on runs as fast as real time. */
export function offsetClock(start: number): HostClock {
  const ahead = start - realNow();
  const now = (): number => realNow() + ahead;

  const schedule: HostClock['schedule'] = (at, urgency, ring) => {
    const wait = at - now();
    if (wait <= 0) {
      const immediate = setImmediate(ring);
      return () => clearImmediate(immediate);
    }
    let cancel = (): void => undefined;
    const timeout = setTimeout(
      () => {
        if (at > now()) cancel = schedule(at, urgency, ring);
        else ring();
      },
      Math.min(wait, LONGEST_TIMEOUT_MS),
    );
    if (urgency === 'background') timeout.unref();
    cancel = () => clearTimeout(timeout);
    return () => cancel();
  };

  return {
    virtual: false,
    now,
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    schedule,
    hurry: () => () => undefined,
  };
}
