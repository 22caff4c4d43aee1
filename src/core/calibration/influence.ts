import { kendallTauB } from '../numbers/kendall';
import { estimatedScore, type Judged, type Weighted } from './judged';
import { ownMember } from '../terms/own-member';

/** How much a criterion does to the order of issues. */
export interface Influence {
  readonly id: string;
  readonly label: string;
  /** Issues that it is known of. */
  readonly known: number;
  /** Mean points that it gives where it is known; 0 where it is known nowhere. */
  readonly meanPoints: number;
  /** Share of pairs of issues, 0–1, that would change places without it; a pair that would then tie counts half. */
  readonly reordered: number;
}

/** Every criterion, the most influential first. A criterion that gives all the same, or is known nowhere, moves nothing. */
export function influences(
  issues: readonly Judged[],
  weights: readonly Weighted[],
): readonly Influence[] {
  // To whole points: what lies closer says nothing about which comes first.
  const scores = issues.map(({ score }) => Math.round(score));
  return weights
    .map(({ id, label }) => {
      const known = issues.flatMap(({ points }) => ownMember(points, id) ?? []);
      const without = weights.map((one) => (one.id === id ? { ...one, weight: 0 } : one));
      const tau = agreementWith(
        scores,
        issues.map((one) => Math.round(estimatedScore(one, weights, without))),
      );
      return {
        id,
        label,
        known: known.length,
        meanPoints:
          known.length === 0 ? 0 : known.reduce((sum, one) => sum + one, 0) / known.length,
        reordered: (1 - tau) / 2,
      };
    })
    .sort(
      (a, b) =>
        b.reordered - a.reordered || b.meanPoints - a.meanPoints || a.id.localeCompare(b.id),
    );
}

/** Where all would tie, the order is lost, neither kept nor reversed; where all tie already, there is none to lose. */
function agreementWith(scores: readonly number[], without: readonly number[]): number {
  return kendallTauB(scores, without) ?? (new Set(scores).size > 1 ? 0 : 1);
}
