import fc from 'fast-check';
import { describeMove, describeMovement } from '../../../src/core/describe/describe-movement';
import { whyItMoved } from '../../../src/core/decisions/why-it-moved';
import { defaultRubric } from '../../../src/core/rubric/presets/default-rubric';
import type { Inherited } from '../../../src/core/blockers/inherited-score';
import { scoreIssue } from '../../../src/core/score-card/score-issue';
import type { ScoreCard } from '../../../src/core/score-card/score-card';
import type { Evidence } from '../../../src/core/signals/signal';
import { rubrics } from '../arbitrary/any-rubric';
import { runs } from '../arbitrary/runs';
import { signalsFor } from '../arbitrary/signals';
import { aMove } from '../builders/an-override';
import {
  aTicket,
  anIncident,
  cardOf,
  empty,
  now,
  signalsOf,
  value,
  type SignalsGiven,
} from '../builders/signals-of';

const card = (given: SignalsGiven = {}): ScoreCard =>
  cardOf(signalsOf({ ...given, readings: { 'number:story points': value(3), ...given.readings } }));
const witnessed = (...evidence: readonly Evidence[]): ScoreCard => card({ evidence });
/** A movement as people read it. */
function movedInWords(...given: Parameters<typeof whyItMoved>) {
  const movement = whyItMoved(...given);
  const moves = movement.moves.map((move) => ({ ...move, because: describeMove(move.because) }));
  return { ...movement, moves, text: describeMovement(movement) };
}
const causes = (before: ScoreCard, after: ScoreCard): readonly string[] =>
  movedInWords(before, after).moves.map(({ because }) => because);

describe('why a score moved', () => {
  it('adds up to the change between any two cards, with overrides and inheritance', () => {
    const side = rubrics.chain((rubric) =>
      fc.record({
        rubric: fc.constant(rubric),
        before: signalsFor(rubric),
        after: signalsFor(rubric),
      }),
    );
    const context = fc.record({
      inherited: fc.option(
        fc
          .integer({ min: 0, max: 1000 })
          .map((n): Inherited => ({ key: 'PRO-9', score: n / 10, low: n / 10, high: n / 10 })),
      ),
      overrides: fc.array(
        fc
          .integer({ min: -900, max: 900 })
          .filter((n) => n !== 0)
          .map((n) => aMove(n / 10)),
        { maxLength: 1 },
      ),
    });
    fc.assert(
      fc.property(side, context, context, ({ rubric, before, after }, then, since) => {
        const [first, second] = [
          scoreIssue({ signals: before, rubric, now, ...then }),
          scoreIssue({ signals: after, rubric, now, ...since }),
        ];
        const movement = movedInWords(first, second);
        const sum = movement.moves.reduce((total, move) => total + Math.round(move.change * 10), 0);
        expect(sum).toBe(Math.round(((movement.to ?? 0) - (movement.from ?? 0)) * 10));
        for (const { because, ids } of movement.moves)
          expect([because.length > 2, ids.length > 0]).toEqual([true, true]);
      }),
      runs,
    );
  });

  it('says it in one line, the largest first', () => {
    const before = card({ issue: { due: '2026-11-30' } });
    const after = card({
      issue: { due: '2026-11-22' },
      evidence: [
        anIncident({ severity: 3, open: false }),
        anIncident({ id: 'INC-2', severity: 3, open: false }),
      ],
    });
    expect(movedInWords(before, after).text).toBe(
      '22.8 → 44.8: +16.8 2 new incidents, +8.6 due in 2 days, −3.4 the rest weighs differently now',
    );
  });

  it('gathers in one move all lines that changed for the same reason', () => {
    const { moves } = movedInWords(card(), witnessed(anIncident(), anIncident({ id: 'INC-2' })));
    expect(moves[0]).toMatchObject({
      ids: ['urgency', 'incidents', 'recurrence'],
      because: '2 new incidents',
    });
  });

  it('gathers in one move what only weighs differently, and says when the rubric did that', () => {
    const [before, after] = [
      card({ readings: { priority: empty }, issue: { type: 'Bug' } }),
      card({ readings: { priority: value('High') }, issue: { type: 'Bug' } }),
    ];
    expect(movedInWords(before, after).moves.map(({ ids, because }) => [ids, because])).toEqual([
      [['priority'], 'priority High'],
      [['others'], 'the rest weighs differently now'],
    ]);
    expect(
      movedInWords(before, after, { rubricChanged: true }).moves.map(({ because }) => because),
    ).toContain('the rubric weighs it differently now');
  });

  it.each<[string, ScoreCard, ScoreCard, string]>([
    [
      'came',
      card(),
      witnessed(aTicket('S-1', 'Acme'), aTicket('S-2', 'Globex')),
      '2 new support tickets',
    ],
    ['went', witnessed(aTicket('S-1', 'Acme')), card(), '1 support ticket gone'],
    [
      'was closed',
      witnessed(aTicket('S-1', 'Acme')),
      witnessed(aTicket('S-1', 'Acme', { open: false })),
      '1 support ticket closed',
    ],
    [
      'was reopened',
      witnessed(anIncident({ severity: 3, open: false })),
      witnessed(anIncident({ severity: 3 })),
      '1 reopened incident',
    ],
    [
      'came and went',
      witnessed(aTicket('S-1', 'Acme')),
      witnessed(aTicket('S-2', 'Globex'), aTicket('S-3', 'Hooli')),
      '2 new support tickets and 1 support ticket gone',
    ],
    [
      'lies further back',
      witnessed(aTicket('S-1', 'Acme', { open: false, at: '2026-11-19' })),
      witnessed(aTicket('S-1', 'Acme', { open: false, at: '2026-01-19' })),
      '1 ticket from 1 customer lie further back',
    ],
    ['is blocked', card(), card({ blocks: ['PRO-3', 'PRO-4'] }), '2 new waiting issues'],
    [
      'changed',
      card({ readings: { priority: value('Low') } }),
      card({ readings: { priority: value('High') } }),
      'priority Low → High',
    ],
    [
      'is known now',
      card({ readings: { priority: empty } }),
      card({ readings: { priority: value('High') } }),
      'priority High',
    ],
    [
      'is unknown now',
      card({ readings: { priority: value('High') } }),
      card({ readings: { priority: empty } }),
      'priority unknown: nobody filled it',
    ],
    [
      'is estimated',
      card(),
      card({ readings: { 'number:story points': value(8) } }),
      'effort 3 → 8',
    ],
    ['is no longer due', card({ issue: { due: '2026-11-20' } }), card(), 'no longer urgent'],
  ])('names what %s', (_, before, after, because) => {
    expect(causes(before, after)).toContain(because);
  });

  it('counts only what the lines still show when there is too much to list', () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, at) => aTicket(`S-${at}`, `Customer ${at}`));
    const rising = (count: number) =>
      cardOf(signalsOf({ evidence: many(count) }), {
        ...defaultRubric,
        criteria: defaultRubric.criteria.map((one) =>
          one.id === 'demand'
            ? {
                ...one,
                curve: {
                  kind: 'linear',
                  direction: 'rising',
                  from: { x: 0, points: 0 },
                  to: { x: 90, points: 100 },
                },
              }
            : one,
        ),
      });
    expect(causes(rising(30), rising(60))).toContain(
      '30 tickets from 30 customers → 60 tickets from 60 customers',
    );
  });

  it('names whom the issue inherits from, and the override that moved it, when they come and go', () => {
    const low = signalsOf({ readings: { 'number:story points': value(3) } });
    const score = (inherited: Inherited | null, overrides: readonly unknown[] = []) =>
      scoreIssue({ signals: low, rubric: defaultRubric, now, inherited, overrides });
    const from = { key: 'PRO-9', score: 80, low: 80, high: 80 };
    expect(causes(score(null), score(from))).toEqual(['inherits from PRO-9']);
    expect(causes(score(from), score(null))).toEqual(['no longer inherits from PRO-9']);
    expect(causes(score(null), score(null, [aMove(12)]))).toEqual([
      'a person moved it by +12 points',
    ]);
    expect(causes(score(null, [aMove(12)]), score(null))).toEqual([
      'the override of the score ended',
    ]);
  });

  it('names from what to what a person moved it, where the override changed', () => {
    const low = signalsOf({ readings: { 'number:story points': value(3) } });
    const score = (by: number) =>
      scoreIssue({
        signals: low,
        rubric: defaultRubric,
        now,
        inherited: null,
        overrides: [aMove(by)],
      });
    expect(movedInWords(score(10), score(5)).moves).toEqual([
      {
        ids: ['override'],
        change: -5,
        because: 'a person moved it by +5 points instead of +10 points',
      },
    ]);
  });

  it('tells pieces from another tool apart though they came on one day', () => {
    const { key: _, ...keyless } = anIncident({ severity: 3 });
    const [one, two, three] = ['P-1', 'P-2', 'P-3'].map((id): Evidence => ({ ...keyless, id }));
    if (one === undefined || two === undefined || three === undefined)
      throw new Error('three pieces');
    expect(causes(card(), witnessed(one, two))).toContain('2 new incidents');
    expect(causes(witnessed(one, two), witnessed(one, two, three))).toContain('1 new incident');
    expect(causes(witnessed(one, two), witnessed(one, { ...two, open: false }))).toContain(
      '1 incident closed',
    );
    expect(causes(witnessed(one, two), witnessed(one))).toContain('1 incident gone');
  });

  it('says of an issue that lost its score why', () => {
    const before = card();
    expect(movedInWords(before, card({ issue: { category: 'done' } }))).toMatchObject({
      to: null,
      moves: [{ ids: ['score'], change: -(before.score ?? 0), because: 'it is done' }],
    });
  });

  it('has nothing to say when nothing changed', () => {
    const same = card();
    expect(movedInWords(same, same)).toEqual({
      from: same.score,
      to: same.score,
      moves: [],
      text: `${same.score} → ${same.score}`,
    });
  });
});
