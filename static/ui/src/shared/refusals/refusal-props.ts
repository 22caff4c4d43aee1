import type { Refusal } from '../../../../../src/contract';

export interface RefusalProps {
  readonly refusal: Refusal;
  /** Milliseconds since 1970. */
  readonly refusedAt?: number | undefined;
  readonly asking: boolean;
  readonly again: () => void;
}
