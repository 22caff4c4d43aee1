import { pillarSums, strongestPillar } from '../../../src/core/lanes/strongest-pillar';
import { defaultRubric } from '../../../src/core/rubric/presets/default-rubric';
import { evaluate, type Evaluation } from '../../../src/core/scoring/evaluation';
import { planScoring } from '../../../src/core/scoring/plan';
import type { Known } from '../../../src/core/scoring/criteria/measured';
import { aRubric, anIncident, cardOf, now, signalsOf, value } from '../builders/signals-of';

/** Something known in a pillar: points in tenths, as the scoring has them. */
function aKnown(
  pillar: string,
  points: number,
  weight = 1,
  curve: 'saturating' | 'amount' = 'saturating',
): Known {
  return {
    state: 'known',
    plan: { weight, criterion: { pillar, curve: { kind: curve } } },
    points,
    amount: null,
    described: () => ({ value: '', phrase: '', from: [] }),
  } as unknown as Known;
}
const strongest = (...known: readonly Known[]) =>
  strongestPillar({ known } as unknown as Evaluation);

describe('the strongest side of an issue', () => {
  it('is the pillar with most points a weight, wherever it stands in the list', () => {
    expect(strongest(aKnown('a', 300), aKnown('b', 800), aKnown('c', 500))).toEqual({
      pillar: 'b',
      points: 80,
    });
    expect(strongest(aKnown('a', 900), aKnown('b', 800))).toEqual({ pillar: 'a', points: 90 });
    expect(strongest(aKnown('a', 100, 3), aKnown('a', 900, 1), aKnown('b', 350, 9))).toEqual({
      pillar: 'b',
      points: 35,
    });
  });

  it('is none on a tie for the first place, and where nothing is known', () => {
    expect(strongest(aKnown('a', 800), aKnown('b', 800))).toBeNull();
    expect(strongest(aKnown('a', 800), aKnown('b', 800), aKnown('c', 900))).toEqual({
      pillar: 'c',
      points: 90,
    });
    expect(strongest(aKnown('a', 800), aKnown('b', 300), aKnown('c', 300))).toEqual({
      pillar: 'a',
      points: 80,
    });
    expect(strongest()).toBeNull();
  });

  it('adds up criteria of one pillar by their weights, and leaves out amounts that a formula reads', () => {
    expect([
      ...pillarSums([
        aKnown('a', 100, 2),
        aKnown('a', 400, 1),
        aKnown('a', 1000, 7, 'amount'),
        aKnown('b', 5, 1, 'amount'),
      ]),
    ]).toEqual([['a', { sum: 600, weight: 3 }]]);
  });

  it("decides a lane from exactly so many points as the rule asks for, in the pillar's own words", () => {
    const given = {
      readings: { priority: value('Lowest') },
      evidence: [1, 2, 3].map((n) => anIncident({ id: `INC-${n}`, open: false })),
    };
    const signals = signalsOf(given);
    const points = strongestPillar(evaluate(signals, planScoring(defaultRubric), now));
    if (points === null) throw new Error('No side is the strongest');
    const laneAt = (atLeast: number, pillar = points.pillar) =>
      cardOf(
        signals,
        aRubric({
          lanes: [{ lane: 'stability', any: [{ kind: 'strongestPillar', pillar, atLeast }] }],
        }),
      );
    expect(laneAt(points.points).lane).toBe('stability');
    expect(laneAt(points.points + 0.1).lane).toBe('unsorted');
    expect(laneAt(0, 'another').lane).toBe('unsorted');
  });
});
