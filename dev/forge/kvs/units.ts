import type { Clock } from '../../clock';
import type { Limits } from '../limits';
import { KvsRefusal } from './refusal';

export interface UnitMeter {
  /** Counts a request of `bytes` and returns its units. Refuses once the minute's units are used up. */
  spend(kind: 'read' | 'write', bytes: number): number;
  /** Units used in the current minute. */
  used(): { readonly read: number; readonly write: number };
}

const MINUTE_MS = 60_000;

export function unitMeter(limits: Limits, clock: Clock): UnitMeter {
  const allowed = { read: limits.kvsReadUnitsPerMinute, write: limits.kvsWriteUnitsPerMinute };
  let minute = -1;
  let used = { read: 0, write: 0 };
  const rollOver = (): void => {
    const current = Math.floor(clock.now() / MINUTE_MS);
    if (current === minute) return;
    minute = current;
    used = { read: 0, write: 0 };
  };
  return {
    spend(kind, bytes) {
      rollOver();
      const units = Math.max(1, Math.ceil(bytes / limits.kvsUnitBytes));
      if (used[kind] + units > allowed[kind]) {
        const seconds = Math.ceil(((minute + 1) * MINUTE_MS - clock.now()) / 1000);
        const message = `${allowed[kind]} ${kind} units of ${limits.kvsUnitBytes / 1024} KB a minute are used up.`;
        throw new KvsRefusal(429, 'RATE_LIMIT_EXCEEDED', message, {
          'retry-after': String(seconds),
        });
      }
      used[kind] += units;
      return units;
    },
    used: () => {
      rollOver();
      return { ...used };
    },
  };
}
