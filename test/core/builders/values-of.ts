import type { Rubric } from '../../../src/core/rubric/schema/schema';
import { scoreIssue } from '../../../src/core/score-card/score-issue';
import type { ScoreCard } from '../../../src/core/score-card/score-card';
import { questionsFor, readingKey } from '../../../src/core/signals/reading-key';
import { now, signalsOf, value } from './signals-of';

/** The card of an issue whose fields hold these values, by criterion; a criterion without one is blank. */
export function cardOfValues(
  rubric: Rubric,
  values: Readonly<Record<string, number | string>>,
): ScoreCard {
  const readings = rubric.criteria.flatMap(({ id, signal }) =>
    questionsFor(signal).map(
      (question) =>
        [
          readingKey(question),
          values[id] === undefined ? { state: 'empty' as const } : value(values[id]),
        ] as const,
    ),
  );
  return scoreIssue({
    signals: signalsOf({ readings: Object.fromEntries(readings) }),
    rubric,
    now,
    inherited: null,
  });
}

/** In tenths, so that sums are exact. */
export function sumOfLines({
  lines,
}: {
  readonly lines: readonly { readonly contribution: number }[];
}): number {
  return lines.reduce((sum, { contribution }) => sum + Math.round(contribution * 10), 0) / 10;
}
