import { defaultRubric } from '../../../src/core/rubric/presets/default-rubric';
import type { Criterion, Rubric } from '../../../src/core/rubric/schema/schema';
import type { Reading } from '../../../src/core/issue/reading';
import type { Signals } from '../../../src/core/signals/signal';
import { aRubric, signalsOf, value } from './signals-of';

/** A criterion of one point a unit, 0 to 100, from a field of the same name. */
export function aNumber(id: string, given: Partial<Criterion> = {}): Criterion {
  return {
    id,
    pillar: 'one',
    label: id,
    weight: 1,
    absence: 'unknown',
    ifSiteHas: false,
    signal: { kind: 'number', fields: [id] },
    curve: {
      kind: 'linear',
      direction: 'rising',
      from: { x: 0, points: 0 },
      to: { x: 100, points: 100 },
    },
    ...given,
  };
}

/** A criterion that people rate from 0 to 10, ten points each. */
export function aRating(id: string, given: Partial<Criterion> = {}): Criterion {
  return aNumber(id, {
    signal: { kind: 'rating', min: 0, max: 10 },
    curve: {
      kind: 'linear',
      direction: 'rising',
      from: { x: 0, points: 0 },
      to: { x: 10, points: 100 },
    },
    ...given,
  });
}

/** Criteria alone: neither effort nor urgency act beside them. */
export function aPlainRubric(criteria: readonly Criterion[], given: Partial<Rubric> = {}): Rubric {
  return aRubric({
    pillars: [
      { id: 'one', label: 'One' },
      { id: 'two', label: 'Two' },
      { id: 'three', label: 'Three' },
    ],
    criteria: [...criteria],
    effort: { ...defaultRubric.effort, k: 0 },
    urgency: { ...defaultRubric.urgency, lambda: 0 },
    lanes: [{ lane: 'feature improvement', any: [{ kind: 'level', atLeast: -1, atMost: 0 }] }],
    ...given,
  });
}

/** An issue whose fields hold these numbers; every other field is empty. */
export function signalsWith(
  numbers: Readonly<Record<string, number>>,
  readings: Readonly<Record<string, Reading>> = {},
): Signals {
  return signalsOf({
    readings: {
      ...Object.fromEntries(Object.entries(numbers).map(([id, of]) => [`number:${id}`, value(of)])),
      ...readings,
    },
  });
}

/** One vote each, of different people. */
export function votesOf(...values: readonly number[]) {
  return values.map((of, at) => ({ by: `person ${at}`, value: of, at: '2026-11-19' }));
}

/** One criterion of the default rubric, of which nothing is assumed while it is unknown. */
export function nothingAssumed(id: string): readonly Criterion[] {
  return defaultRubric.criteria.flatMap(({ assumed: _, ...criterion }) =>
    criterion.id === id ? [criterion] : [],
  );
}
