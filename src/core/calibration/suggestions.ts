import { sharesOf } from '../rubric/document/shares';
import { agreementOf } from './agreement';
import { estimatedScore, type Finished, type Weighted } from './judged';

/** One weight changed, and what the agreement with the order of finishing would about have been. */
export interface Suggestion {
  readonly id: string;
  readonly label: string;
  readonly from: number;
  /** 0: the criterion had better be left out. */
  readonly to: number;
  /** What share of all weights that is, in percent, while the others stay as they are. */
  readonly share: { readonly from: number; readonly to: number };
  /** Rank agreement as it is, and as it would have been. */
  readonly before: number;
  readonly after: number;
}

/** With fewer finished issues than this, one sprint's accident would be taken for a rule. */
export const LEAST_ISSUES = 20;
const FACTORS = [0, 0.5, 1.5, 2];
/** Less is not worth a change. */
const LEAST_GAIN = 0.02;
const MOST = 5;

/** Changes of one weight each that would have brought the scores nearer to what the team did; the best first, none on small samples. */
export function suggestionsFor(
  finished: readonly Finished[],
  weights: readonly Weighted[],
): readonly Suggestion[] {
  const now = agreementOf(finished).tau;
  if (now === null || finished.length < LEAST_ISSUES) return [];
  const best = weights.flatMap(({ id, label, weight }) => {
    if (weight === 0) return [];
    const tried = FACTORS.flatMap((factor) => {
      const to = Math.round(weight * factor * 100) / 100;
      const after = weights.map((one) => (one.id === id ? { ...one, weight: to } : one));
      if (after.every((one) => one.weight === 0)) return [];
      const tau = agreementOf(
        finished,
        finished.map((one) => estimatedScore(one, weights, after)),
      ).tau;
      return tau === null
        ? []
        : [
            {
              id,
              label,
              from: weight,
              to,
              share: { from: shareOf(id, weights), to: shareOf(id, after) },
              before: now,
              after: tau,
            },
          ];
    });
    return tried.sort((a, b) => b.after - a.after).slice(0, 1);
  });
  return best
    .filter(({ after }) => after - now >= LEAST_GAIN)
    .sort((a, b) => b.after - a.after)
    .slice(0, MOST);
}

function shareOf(id: string, weights: readonly Weighted[]): number {
  return (
    sharesOf(weights.map(({ weight }) => weight))[weights.findIndex((one) => one.id === id)] ?? 0
  );
}
