import { type Answer } from '../forge-response';
import type { Limits } from '../limits';
import type { StorageReadings } from './readings';
import { type Store } from './store';

export type Route = (body: unknown, bytes: number, tools: RouteTools) => Answer;

/** What a route needs: the store and what to count a request of so many bytes with. */
export interface RouteTools {
  readonly store: Store;
  readonly limits: Limits;
  readonly readings: StorageReadings;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly spend: (kind: 'read' | 'write', bytes: number) => void;
}
