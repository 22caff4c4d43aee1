import { ownMember } from '../terms/own-member';

/** An issue as it was judged: its score, and what each criterion gave it. */
export interface Judged {
  readonly id: string;
  readonly key: string;
  /** 0–100. */
  readonly score: number;
  /** Milliseconds since 1970. */
  readonly created: number;
  /** 0–100 by criterion; a criterion that was unknown is left out. */
  readonly points: Readonly<Record<string, number>>;
}

/** An issue that is done, with the score that it had when it was finished. */
export interface Finished extends Judged {
  /** Milliseconds since 1970. */
  readonly finished: number;
}

/** A criterion of the rubric, as far as calibration goes. */
export interface Weighted {
  readonly id: string;
  readonly label: string;
  readonly weight: number;
}

/**
 * About the score that an issue would have had under other weights: its value is worked out anew from the points of its criteria,
 * and effort and urgency are taken to act on it in the same proportion. Under the same weights it is the score itself.
 */
export function estimatedScore(
  { score, points }: Judged,
  before: readonly Weighted[],
  after: readonly Weighted[],
): number {
  const [value, next] = [valueOf(points, before), valueOf(points, after)];
  if (value === null || next === null || value === next) return score;
  return Math.max(0, Math.min(100, value === 0 ? next : (score * next) / value));
}

function valueOf(points: Judged['points'], weights: readonly Weighted[]): number | null {
  let [sum, total] = [0, 0];
  for (const { id, weight } of weights) {
    const given = ownMember(points, id);
    if (given === undefined) continue;
    sum += weight * given;
    total += weight;
  }
  return total === 0 ? null : sum / total;
}
