import { outcomeText } from '../../shared/text/decision-text';
import type { ScoreView } from '../../../../../src/contract/score';

/** A score that was known at a time; between two of them it held. */
export interface ScorePoint {
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly score: number;
  /** What was decided then; null where nothing was. */
  readonly decision: string | null;
}

/** Fewer points tell nothing that the panel's head does not say. */
const MIN_POINTS = 3;

/** The scores since the first decision, oldest first, up to the current one; null while there are too few to draw. */
export function trailPoints({
  history,
  scoredAt,
  score,
}: Pick<ScoreView, 'history' | 'scoredAt' | 'score'>): readonly ScorePoint[] | null {
  const past = history.trail.flatMap(({ at, score: then, changes }) =>
    then === null
      ? []
      : [
          {
            time: Date.parse(at),
            score: then,
            decision: changes === null ? null : outcomeText(changes),
          },
        ],
  );
  if (past.length === 0) return null;
  const now = Math.max(Date.parse(scoredAt), past.at(-1)?.time ?? 0);
  const points = score === null ? past : [...past, { time: now, score, decision: null }];
  return points.length < MIN_POINTS ? null : points;
}
