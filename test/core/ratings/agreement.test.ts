import fc from 'fast-check';
import { defaultRubric } from '../../../src/core/rubric/presets/default-rubric';
import type { Rubric } from '../../../src/core/rubric/schema/schema';
import { alignVotes } from '../../../src/core/ratings/agreement';
import { shownVotes } from '../../../src/core/ratings/visible-ratings';
import { votesOn, withoutVote, withVote, type Vote } from '../../../src/core/ratings/rating';
import { runs } from '../arbitrary/runs';
import { aPlainRubric, aRating } from '../builders/plain-rubric';
import { readCardOf } from '../builders/described';
import { aRubric, signalsOf, value } from '../builders/signals-of';

const today = Date.UTC(2026, 10, 20) / 86_400_000;
const scale = { min: 1, max: 9 };
const settings = defaultRubric.votes;
const vote = (by: string, of: number, at = '2026-11-18'): Vote => ({ by, value: of, at });
const align = (votes: readonly Vote[], given: Partial<Rubric['votes']> = {}) =>
  alignVotes(votes, scale, { ...settings, ...given }, today);

const votesOfMany = fc.array(
  fc.record({
    by: fc.constantFrom('ann', 'bob', 'cleo', 'dan', 'eve'),
    value: fc.integer({ min: 1, max: 9 }),
    at: fc.constantFrom('2026-11-01', '2026-11-10', '2026-11-19'),
  }),
  { maxLength: 8 },
);

describe('several people rating one criterion', () => {
  it('come to their median or their mean', () => {
    const votes = [vote('ann', 2), vote('bob', 3), vote('cleo', 9)];
    expect(align(votes)?.combined).toBe(3);
    expect(align(votes, { combine: 'mean' })?.combined).toBe(4.666667);
    expect(align([...votes, vote('dan', 4)])?.combined).toBe(3.5);
  });

  it('are told how far they lie apart, and who disagrees by how much, the farthest first', () => {
    expect(align([vote('ann', 2), vote('bob', 3), vote('cleo', 9)])).toMatchObject({
      lowest: 2,
      highest: 9,
      spread: 7 / 8,
      strong: true,
      voters: [
        { by: 'cleo', off: 6 },
        { by: 'ann', off: -1 },
        { by: 'bob', off: 0 },
      ],
    });
    expect(align([vote('ann', 5), vote('bob', 6)])?.strong).toBe(false);
  });

  it('each have one vote, the newest', () => {
    expect(align([vote('ann', 9, '2026-11-01'), vote('ann', 2, '2026-11-19')])).toMatchObject({
      combined: 2,
      voters: [{ value: 2 }],
    });
  });

  it('have of two votes of one day the higher one counted, whatever their order', () => {
    expect(align([vote('ann', 4), vote('ann', 7)])?.combined).toBe(7);
    expect(align([vote('ann', 7), vote('ann', 4)])?.combined).toBe(7);
  });

  it('disagree strongly from exactly the share of the scale that the rubric says', () => {
    // Four of eight steps.
    expect([
      align([vote('ann', 2), vote('bob', 6)], { strongDisagreement: 0.5 })?.strong,
      align([vote('ann', 2), vote('bob', 6)], { strongDisagreement: 0.51 })?.strong,
    ]).toEqual([true, false]);
  });

  it('stand by name where they are equally far off', () => {
    const by = (...names: readonly string[]) =>
      align(names.map((name, at) => vote(name, at % 2 === 0 ? 4 : 6)))?.voters.map(
        (voter) => voter.by,
      );
    expect([by('cleo', 'ann'), by('ann', 'cleo'), by('dan', 'cleo', 'bob', 'ann')]).toEqual([
      ['ann', 'cleo'],
      ['ann', 'cleo'],
      ['ann', 'bob', 'cleo', 'dan'],
    ]);
  });

  it('are not heard where nobody can tell when they voted, while votes expire', () => {
    expect(align([vote('ann', 5, 'once')])).toBeNull();
    expect(align([vote('ann', 5, 'once')], { expireAfterDays: null })?.combined).toBe(5);
  });

  it('are no longer heard once their votes have expired', () => {
    expect(align([vote('ann', 9, '2026-01-01'), vote('bob', 3)])?.combined).toBe(3);
    expect(align([vote('ann', 9, '2026-05-24')])?.combined).toBe(9);
    expect(align([vote('ann', 9, '2026-05-23')])).toBeNull();
    expect(align([vote('ann', 9, '2020-01-01')], { expireAfterDays: null })?.combined).toBe(9);
  });

  it('are not heard off the scale', () => {
    expect(align([vote('ann', 10), vote('bob', 0), vote('cleo', Number.NaN)])).toBeNull();
  });

  it('never lower what they come to by raising a vote, and the order of votes changes nothing', () => {
    fc.assert(
      fc.property(
        votesOfMany.filter((votes) => votes.length > 0),
        fc.nat(7),
        fc.constantFrom('mean' as const, 'median' as const),
        (votes, which, combine) => {
          const raised = votes.map((one, at) =>
            at === which % votes.length ? { ...one, value: Math.min(9, one.value + 2) } : one,
          );
          const [before, after] = [align(votes, { combine }), align(raised, { combine })];
          expect(after?.combined ?? 0).toBeGreaterThanOrEqual(before?.combined ?? 0);
          expect(align(votes.toReversed(), { combine })).toEqual(before);
          expect(before?.combined).toBeGreaterThanOrEqual(before?.lowest ?? 10);
          expect(before?.combined).toBeLessThanOrEqual(before?.highest ?? 0);
        },
      ),
      runs,
    );
  });
});

const rated = aRubric({
  criteria: [
    {
      id: 'strategy',
      pillar: 'business-value',
      label: 'Strategic fit',
      signal: { kind: 'rating', ...scale },
      weight: 1,
      absence: 'unknown',
      ifSiteHas: false,
      curve: {
        kind: 'linear',
        direction: 'rising',
        from: { x: 1, points: 0 },
        to: { x: 9, points: 100 },
      },
    },
    ...defaultRubric.criteria
      .filter(({ id }) => id === 'priority')
      .map((criterion) => ({ ...criterion, weight: 1 })),
  ],
  effort: { ...defaultRubric.effort, k: 0 },
});
const cardWith = (votes: readonly Vote[]) =>
  readCardOf(
    { ...signalsOf({ readings: { priority: value('Medium') } }), votes: { strategy: votes } },
    rated,
  );

describe('a criterion that people rate', () => {
  it('counts what they come to, and says how many they were and when', () => {
    const card = cardWith([vote('ann', 6), vote('bob', 7, '2026-11-19')]);
    expect(card.lines[0]).toMatchObject({
      id: 'strategy',
      value: 6.5,
      points: 68.8,
      from: [{ text: 'median of 2 votes', at: '2026-11-19' }],
    });
    expect([card.low, card.high, card.missing]).toEqual([card.score, card.score, []]);
  });

  it('leaves the range open, and says so, while they disagree strongly', () => {
    const card = cardWith([vote('ann', 1), vote('bob', 5), vote('cleo', 9)]);
    expect([card.low, card.score, card.high]).toEqual([25, 50, 75]);
    expect(card.missing).toEqual([
      {
        id: 'strategy',
        pillar: 'business-value',
        label: 'Strategic fit',
        why: '3 votes from 1 to 9: they disagree strongly',
        low: 25,
        high: 75,
      },
    ]);
    expect(card.lines[0]?.from).toContainEqual({
      text: '3 votes from 1 to 9: they disagree strongly',
    });
  });

  it('is missing while nobody has voted, or nobody whose vote still counts', () => {
    expect(cardWith([]).missing).toMatchObject([
      { id: 'strategy', why: 'nobody voted', low: 25, high: 75 },
    ]);
    expect(cardWith([vote('ann', 5, '2025-01-01')]).missing).toMatchObject([
      { why: 'every vote has expired or is off the scale' },
    ]);
  });

  it('names nobody in the card: who voted how is for those who have voted themselves', () => {
    expect(
      JSON.stringify(cardWith([vote('ann-account', 1), vote('bob-account', 9)])),
    ).not.toContain('-account');
  });

  it('never lowers the score when a vote is raised', () => {
    fc.assert(
      fc.property(votesOfMany, fc.nat(7), (votes, which) => {
        const raised = votes.map((one, at) =>
          at === which ? { ...one, value: Math.min(9, one.value + 3) } : one,
        );
        expect(cardWith(raised).score ?? 0).toBeGreaterThanOrEqual(cardWith(votes).score ?? 0);
      }),
      runs,
    );
  });
});

describe('votes', () => {
  const votes = [vote('ann', 2), vote('bob', 8)];

  it('are hidden from a person until that person has voted', () => {
    expect(shownVotes(votes, 'cleo', { scale, settings }, today)).toEqual({
      state: 'hidden',
      count: 2,
    });
    expect(shownVotes(votes, 'ann', { scale, settings }, today)).toMatchObject({
      state: 'shown',
      alignment: { combined: 5, strong: true },
    });
  });

  it("are hidden again once that person's own vote has expired", () => {
    expect(
      shownVotes([...votes, vote('cleo', 5, '2025-01-01')], 'cleo', { scale, settings }, today),
    ).toEqual({ state: 'hidden', count: 2 });
  });

  it('are shown to all where the rubric says so, and when there is none', () => {
    expect(
      shownVotes(
        votes,
        'cleo',
        { scale, settings: { ...settings, hiddenUntilVoted: false } },
        today,
      ).state,
    ).toBe('shown');
    expect(shownVotes([], 'cleo', { scale, settings }, today)).toEqual({
      state: 'shown',
      alignment: null,
    });
  });
});

describe('a criterion called like something that every record has', () => {
  it.each(['constructor', 'toString', 'valueOf', 'hasOwnProperty'])(
    'is rated like any other: %s',
    (id) => {
      const rubric = aPlainRubric([aRating(id), aRating('fit')]);
      const fit = { fit: [vote('ann', 6)] };
      expect(readCardOf({ ...signalsOf(), votes: fit }, rubric)).toMatchObject({
        lines: [{ id: 'fit' }],
        missing: [{ id, why: 'nobody voted' }],
      });
      expect(
        readCardOf({ ...signalsOf(), votes: { ...fit, [id]: [vote('ann', 4)] } }, rubric).lines,
      ).toMatchObject([
        { id, value: 4 },
        { id: 'fit', value: 6 },
      ]);
      expect(withVote(fit, id, vote('bob', 2))).toEqual({ ...fit, [id]: [vote('bob', 2)] });
      expect(withoutVote(fit, id, 'bob')).toEqual(fit);
      expect(withoutVote({ ...fit, [id]: [vote('ann', 1), vote('bob', 2)] }, id, 'bob')).toEqual({
        ...fit,
        [id]: [vote('ann', 1)],
      });
      expect([votesOn(fit, id), votesOn(undefined, id)]).toEqual([[], []]);
    },
  );
});
