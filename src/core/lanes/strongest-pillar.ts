import type { Evaluation } from '../scoring/evaluation';
import type { Known } from '../scoring/criteria/measured';

/** Of each pillar the weighted sum of its criteria's points, in tenths, and their weight. */
export function pillarSums(
  known: readonly Known[],
): ReadonlyMap<string, { readonly sum: number; readonly weight: number }> {
  const sums = new Map<string, { sum: number; weight: number }>();
  for (const { plan, points } of known) {
    // Amounts that a formula reads are no points.
    if (plan.criterion.curve.kind === 'amount') continue;
    const pillar = sums.get(plan.criterion.pillar);
    if (pillar === undefined)
      sums.set(plan.criterion.pillar, { sum: plan.weight * points, weight: plan.weight });
    else {
      pillar.sum += plan.weight * points;
      pillar.weight += plan.weight;
    }
  }
  return sums;
}

/** The pillar with strictly more points than every other, by its own criteria alone; null on a tie or when nothing is known. */
export function strongestPillar({
  known,
}: Evaluation): { readonly pillar: string; readonly points: number } | null {
  let best: { readonly pillar: string; readonly points: number } | null = null;
  let tied = false;
  for (const [pillar, { sum, weight }] of pillarSums(known)) {
    const points = sum / weight / 10;
    if (best !== null && points < best.points) continue;
    tied = best !== null && points === best.points;
    best = { pillar, points };
  }
  return tied ? null : best;
}
