import fc from 'fast-check';
import { agreementOf } from '../../../src/core/calibration/agreement';
import { influences } from '../../../src/core/calibration/influence';
import { FAR, inversionsOf } from '../../../src/core/calibration/inversions';
import { estimatedScore, type Finished, type Weighted } from '../../../src/core/calibration/judged';
import { LEAST_ISSUES, suggestionsFor } from '../../../src/core/calibration/suggestions';

const weights: readonly Weighted[] = [
  { id: 'impact', label: 'Impact', weight: 3 },
  { id: 'votes', label: 'Votes', weight: 1 },
];
const points = fc.record(
  { impact: fc.integer({ min: 0, max: 100 }), votes: fc.integer({ min: 0, max: 100 }) },
  { requiredKeys: [] },
);
const finishedIssue = fc.record({
  score: fc.integer({ min: 0, max: 100 }),
  created: fc.integer({ min: 0, max: 50 }),
  takes: fc.integer({ min: 1, max: 50 }),
  points,
});
const finishedIssues = fc.array(finishedIssue, { maxLength: 40 }).map((all) =>
  all.map(({ takes, ...one }, n): Finished => ({
    ...one,
    points: Object.fromEntries(Object.entries(one.points)),
    id: String(n),
    key: `PAY-${n}`,
    finished: one.created + takes,
  })),
);
const aFinished = (
  n: number,
  score: number,
  finished: number,
  given: Record<string, number> = {},
): Finished => ({ id: String(n), key: `PAY-${n}`, score, created: 0, finished, points: given });

describe('an estimated score', () => {
  it('is the score itself under the same weights, and stays on the scale under any', () => {
    fc.assert(
      fc.property(finishedIssues, fc.nat(10), (all, weight) => {
        for (const one of all) {
          expect(estimatedScore(one, weights, weights)).toBe(one.score);
          const other = estimatedScore(one, weights, [
            { ...(weights[0] as Weighted), weight },
            weights[1] as Weighted,
          ]);
          expect(other).toBeGreaterThanOrEqual(0);
          expect(other).toBeLessThanOrEqual(100);
        }
      }),
    );
  });
});

describe('agreement with the order of finishing', () => {
  it('is 1 when the highest was always finished first, −1 when last, and says what may be chance', () => {
    const all = [90, 70, 50, 30].map((score, n) => aFinished(n, score, n));
    expect(agreementOf(all).tau).toBe(1);
    expect(agreementOf(all.map((one) => ({ ...one, finished: -one.finished }))).tau).toBe(-1);
    expect(agreementOf(all).chance).toBeCloseTo(0.98, 2);
    expect(agreementOf([]).tau).toBeNull();
  });

  it('lies between −1 and 1, and the order in which issues are given changes nothing', () => {
    fc.assert(
      fc.property(finishedIssues, (all) => {
        const { tau } = agreementOf(all);
        if (tau !== null) expect(Math.abs(tau)).toBeLessThanOrEqual(1);
        expect(agreementOf([...all].reverse()).tau).toBe(tau);
      }),
    );
  });
});

describe('inversions', () => {
  it('name what was finished before far higher work that was there already', () => {
    const [low, high] = [aFinished(1, 20, 10), aFinished(2, 80, 20)];
    expect(inversionsOf([low, high], [])).toEqual([
      {
        id: '1',
        key: 'PAY-1',
        score: 20,
        finished: 10,
        passed: 1,
        instead: { id: '2', key: 'PAY-2', score: 80 },
      },
    ]);
    expect(inversionsOf([low, { ...high, created: 15 }], [])).toEqual([]);
  });

  it('are none where nothing far higher waited', () => {
    fc.assert(
      fc.property(finishedIssues, (all) => {
        for (const { score, instead, passed } of inversionsOf(all, [])) {
          expect(instead.score - score).toBeGreaterThanOrEqual(FAR);
          expect(passed).toBeLessThan(all.length);
        }
      }),
    );
  });
});

describe('influence', () => {
  it('is nothing for a criterion that nobody filled or that gives all the same', () => {
    const all = [10, 50, 90].map((impact, n) => aFinished(n, impact, n, { impact }));
    expect(influences(all, weights).find(({ id }) => id === 'votes')).toMatchObject({
      known: 0,
      reordered: 0,
    });
  });

  it('ranks every criterion once, with a share of pairs between 0 and 1', () => {
    fc.assert(
      fc.property(finishedIssues, (all) => {
        const found = influences(all, weights);
        expect(found.map(({ id }) => id).sort()).toEqual(['impact', 'votes']);
        for (const { reordered } of found) expect(reordered >= 0 && reordered <= 1).toBe(true);
      }),
    );
  });
});

describe('suggestions', () => {
  /** The team follows votes; the rubric weighs impact three times as much. */
  const team = Array.from({ length: 30 }, (_, n) => {
    const given = { impact: (n * 37) % 100, votes: 100 - 3 * n };
    return aFinished(n, (3 * given.impact + given.votes) / 4, n, given);
  });

  it('raise what the team followed, with the agreement that it would have brought', () => {
    const [first] = suggestionsFor(team, weights);
    expect(first).toBeDefined();
    expect(first?.after).toBeGreaterThan(first?.before ?? 1);
    expect(Math.sign((first?.share.to ?? 0) - (first?.share.from ?? 0))).toBe(
      Math.sign((first?.to ?? 0) - (first?.from ?? 0)),
    );
    expect(
      (first?.id === 'votes' && first.to > first.from) ||
        (first?.id === 'impact' && first.to < first.from),
    ).toBe(true);
  });

  it('are none on a small sample, nor when the order is followed already', () => {
    expect(suggestionsFor(team.slice(0, LEAST_ISSUES - 1), weights)).toEqual([]);
    expect(
      suggestionsFor(
        team.map((one, n) => ({
          ...one,
          score: 100 - 3 * n,
          points: { impact: 100 - 3 * n, votes: 100 - 3 * n },
        })),
        weights,
      ),
    ).toEqual([]);
  });

  it('promise what a repeat of the estimate finds', () => {
    fc.assert(
      fc.property(finishedIssues, (all) => {
        for (const { id, to, before, after } of suggestionsFor(all, weights)) {
          const changed = weights.map((one) => (one.id === id ? { ...one, weight: to } : one));
          expect(
            agreementOf(
              all,
              all.map((one) => estimatedScore(one, weights, changed)),
            ).tau,
          ).toBe(after);
          expect(after).toBeGreaterThan(before);
        }
      }),
    );
  });
});
