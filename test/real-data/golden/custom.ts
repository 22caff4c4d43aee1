import { parseRubric } from '../../../src/core/rubric/document/parse';
import type { Rubric } from '../../../src/core/rubric/schema/schema';
import { scoreIssue } from '../../../src/core/score-card/score-issue';
import type { ScoreCard } from '../../../src/core/score-card/score-card';
import { questionsFor, readingKey } from '../../../src/core/signals/reading-key';
import type { Signals } from '../../../src/core/signals/signal';
import { now, signalsOf, value } from '../../core/builders/signals-of';

type Document = Readonly<Record<string, unknown>>;

/** A rubric of one's own, checked as a published one is. */
export function rubricOf(document: Document): Rubric {
  const parsed = parseRubric(document);
  if (!parsed.ok)
    throw new Error(parsed.problems.map(({ path, problem }) => `${path}: ${problem}`).join('\n'));
  return parsed.rubric;
}

/** A formula over criteria; the rest of each criterion is as in the preset cd3. */
export function formulaOf(expression: string, criteria: readonly Document[]): Rubric {
  return rubricOf({
    preset: 'cd3',
    criteria,
    method: { kind: 'formula', measure: 'Golden', expression, scale: { kind: 'log', full: 1000 } },
  });
}

/** Weighted scoring over ratings of one scale each. */
export function weightedOf(
  weights: readonly number[],
  scale: { readonly from: number; readonly to: number },
  ends: readonly { readonly min: number; readonly max: number }[] = [],
): Rubric {
  const criteria = weights.map((weight, at) => {
    const { min, max } = ends[at] ?? { min: scale.from, max: scale.to };
    return {
      id: `c${at}`,
      weight,
      curve: { kind: 'linear', from: { x: min, points: 0 }, to: { x: max, points: 100 } },
    };
  });
  return rubricOf({ preset: 'weighted', method: { scale }, criteria });
}

/** The card of an issue with these field values, by criterion, and whatever else it holds. */
export function cardOf(
  rubric: Rubric,
  values: Readonly<Record<string, number | string>>,
  more: Partial<Signals> = {},
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
    signals: { ...signalsOf({ readings: Object.fromEntries(readings) }), ...more },
    rubric,
    now,
    inherited: null,
  });
}

export function rawOf(
  rubric: Rubric,
  values: Readonly<Record<string, number | string>>,
  more: Partial<Signals> = {},
): number {
  const { raw } = cardOf(rubric, values, more);
  if (typeof raw !== 'number') throw new Error(`${rubric.name} gives no number`);
  return raw;
}
