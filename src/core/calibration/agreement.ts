import { kendallTauB } from '../numbers/kendall';
import type { Finished } from './judged';

export interface Agreement {
  /** Kendall's tau-b between the scores and the order of finishing: 1 when what scored higher was always finished earlier. Null when nothing can be compared. */
  readonly tau: number | null;
  readonly issues: number;
  /** An agreement no further from zero than this may be chance (two standard errors without a connection). */
  readonly chance: number;
}

/** How far what scored higher was finished earlier; `scores` are those of `finished`, in its order. */
export function agreementOf(
  finished: readonly Finished[],
  scores: readonly number[] = finished.map(({ score }) => score),
): Agreement {
  const n = finished.length;
  return {
    tau: kendallTauB(
      scores.map((score) => -score),
      finished.map((one) => one.finished),
    ),
    issues: n,
    chance: n < 2 ? 1 : Math.min(1, 2 * Math.sqrt((2 * (2 * n + 5)) / (9 * n * (n - 1)))),
  };
}
