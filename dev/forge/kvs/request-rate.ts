import type { Clock } from '../../clock';
import type { Limits } from '../limits';
import { KvsRefusal } from './refusal';

/** Counts requests of whatever kind and size. Refuses what is beyond the rate of a second. */
export function requestMeter(limits: Limits, clock: Clock): () => void {
  let second = -1;
  let requests = 0;
  return () => {
    const current = Math.floor(clock.now() / 1_000);
    if (current !== second) [second, requests] = [current, 0];
    requests += 1;
    if (requests > limits.kvsRequestsPerSecond)
      throw new KvsRefusal(
        429,
        'RATE_LIMIT_EXCEEDED',
        `${limits.kvsRequestsPerSecond} requests a second are used up.`,
        { 'retry-after': '1' },
      );
  };
}
