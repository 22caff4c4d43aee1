import type { Refusal } from '../../../../../src/contract';
import type { ScoreView } from '../../../../../src/contract/score';

/** What a surface has to show: the last score, why there is no newer one, or both. */
export interface ShownScore {
  readonly view?: ScoreView;
  readonly refusal?: Refusal;
  /** Milliseconds since 1970 when the refusal came. */
  readonly refusedAt?: number;
}

/** What was shown stays beside the refusal, but not once the person may no longer see it. */
export function afterRefusal(
  before: ShownScore | undefined,
  refusal: Refusal,
  at: number,
): ShownScore {
  const takenAway = refusal.kind === 'forbidden' || refusal.kind === 'gone';
  return { ...(before?.view && !takenAway && { view: before.view }), refusal, refusedAt: at };
}

/**
 * Milliseconds until it is asked again without anybody's doing; false for not at all. A limit says itself how long;
 * other refusals wait for the person.
 */
export function askAgainAfter({ refusal }: ShownScore, usual: number): number | false {
  if (refusal === undefined) return usual;
  return refusal.retryAfter === undefined ? false : refusal.retryAfter * 1000;
}
