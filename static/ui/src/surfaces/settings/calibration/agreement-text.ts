import type { CalibrationView } from '../../../../../../src/contract/calibration';
import { count, percent } from '../../../shared/text/format-number';

/** Two decimals with a true minus. */
export function tauText(tau: number): string {
  return tau.toFixed(2).replace('-', '−');
}

/** Rank agreement as sentences, which claim no more than the number of issues allows. */
export function agreementSentences({
  agreement: { tau, issues, chance },
  least,
}: Pick<CalibrationView, 'agreement' | 'least'>): readonly string[] {
  if (tau === null) return ['There are too few finished issues with a score to say anything yet.'];
  const figure = `Rank agreement ${tauText(tau)} over ${count(issues, 'issue')}: what scored higher was finished earlier in about ${percent((tau + 1) / 2)} of pairs.`;
  if (Math.abs(tau) <= chance)
    return [
      figure,
      `With ${count(issues, 'issue')} that may be chance: anything between −${chance.toFixed(2)} and ${chance.toFixed(2)} may.`,
    ];
  const meaning =
    tau > 0
      ? 'The team largely works in the order of the scores.'
      : 'The team finishes lower-scored work first: either the rubric misses what decides, or it is not followed.';
  return [
    figure,
    issues < least
      ? `${meaning} The sample is small: look at single issues rather than at the figure.`
      : meaning,
  ];
}
