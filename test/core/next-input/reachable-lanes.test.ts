import { defaultRubric } from '../../../src/core/rubric/presets/default-rubric';
import type { Criterion, Rubric } from '../../../src/core/rubric/schema/schema';
import { nextQuestions } from '../../../src/core/next-input/rank-inputs';
import { planScoring } from '../../../src/core/scoring/plan';
import type { RuledLane } from '../../../src/core/terms/lane';
import type { Signals } from '../../../src/core/signals/signal';
import { aNumber, aPlainRubric, aRating, signalsWith, votesOf } from '../builders/plain-rubric';
import { now } from '../builders/signals-of';

type Rule = Rubric['lanes'][number];
const strongest = (lane: RuledLane, pillar: string, atLeast: number): Rule => ({
  lane,
  any: [{ kind: 'strongestPillar', pillar, atLeast }],
});
const otherwise: Rule = {
  lane: 'feature improvement',
  any: [{ kind: 'level', atLeast: -1, atMost: 0 }],
};
const lanesOf = (
  criteria: readonly Criterion[],
  lanes: readonly Rule[],
  signals: Signals,
  given: Partial<Rubric> = {},
): readonly string[] =>
  nextQuestions(
    planScoring(aPlainRubric(criteria, { lanes: [...lanes], ...given })),
    signals,
    now,
    { inheritedScore: null },
  )
    .flatMap((question) => question.lanes)
    .sort();

describe('the lanes that an answer could lead to, where a pillar decides', () => {
  it('are those of every level that a rule asks for and of a tie, not only of the ends', () => {
    const lanes = lanesOf(
      [aNumber('open'), aNumber('known', { pillar: 'two' })],
      [
        strongest('hot fix', 'one', 80),
        strongest('stability', 'one', 60),
        strongest('strategic bet', 'two', 0),
        otherwise,
      ],
      signalsWith({ known: 50 }),
    );
    // Up to 50 it stays where it is; on 50 the pillars tie and until 60 no rule holds; 60 to 80 and from 80 on the first two do.
    expect(lanes).toEqual(['feature improvement', 'hot fix', 'stability']);
  });

  it('depend on what else is known of the pillar, and are none beyond its reach', () => {
    // With three parts of 20 the pillar reaches 15 to 40: 30 ties at an answer of 60, 35 takes 80, and 41 is out of reach.
    const lanes = lanesOf(
      [aNumber('open'), aNumber('also', { weight: 3 }), aNumber('known', { pillar: 'two' })],
      [
        strongest('hot fix', 'one', 41),
        strongest('stability', 'one', 35),
        strongest('strategic bet', 'two', 0),
        otherwise,
      ],
      signalsWith({ also: 20, known: 30 }),
    );
    expect(lanes).toEqual(['feature improvement', 'stability']);
  });

  it('are those of a tie, which a single answer makes', () => {
    const lanes = lanesOf(
      [
        aNumber('open'),
        aNumber('also', { weight: 3 }),
        aNumber('known', { pillar: 'two' }),
        aNumber('more', { pillar: 'two', weight: 2 }),
      ],
      [
        {
          lane: 'stability',
          any: [{ kind: 'followUp' }, { kind: 'strongestPillar', pillar: 'one', atLeast: 5 }],
        },
        strongest('strategic bet', 'two', 5),
        otherwise,
      ],
      // (3·20 + open) / 4 against (60 + 2·15) / 3 = 30: equal at 60
      signalsWith({ also: 20, known: 60, more: 15 }),
    );
    expect(lanes).toEqual(['feature improvement', 'stability']);
  });

  it('are none below the least that an answer can be', () => {
    // From 50 on, with three parts of 20 the pillar reaches 27.5 to 40: more than the 20 of today, but never less than 25.
    const lanes = lanesOf(
      [
        aNumber('open', {
          curve: {
            kind: 'linear',
            direction: 'rising',
            from: { x: 0, points: 50 },
            to: { x: 100, points: 100 },
          },
        }),
        aNumber('also', { weight: 3 }),
        aNumber('known', { pillar: 'two' }),
      ],
      [
        strongest('stability', 'one', 35),
        strongest('strategic bet', 'one', 25),
        strongest('hot fix', 'one', 22),
        otherwise,
      ],
      signalsWith({ also: 20, known: 10 }),
    );
    expect(lanes).toEqual(['stability', 'strategic bet']);
  });

  it('are found between two ends that lead to the same lane', () => {
    // Two open criteria of one field: at the ends the pillars tie on 0 and on 100, between them the curve of one runs ahead.
    const steps = {
      kind: 'steps',
      direction: 'rising',
      below: 0,
      steps: [
        { from: 40, points: 30 },
        { from: 60, points: 100 },
      ],
    } as const;
    const same = { signal: { kind: 'number' as const, fields: ['same'] } };
    const lanes = lanesOf(
      [
        aNumber('a', same),
        aNumber('b', { ...same, pillar: 'two', curve: steps }),
        aNumber('known', { pillar: 'three' }),
      ],
      [
        strongest('hot fix', 'two', 0),
        strongest('stability', 'one', 0),
        strongest('strategic bet', 'three', 0),
        otherwise,
      ],
      signalsWith({ known: 20 }),
    );
    expect(lanes).toEqual(['feature improvement', 'hot fix', 'stability']);
  });

  it('of a disputed criterion are those of each vote instead of what they came to', () => {
    const rating = aRating('fit');
    const signals = { ...signalsWith({ known: 10 }), votes: { fit: votesOf(2, 6, 10) } };
    // 60 together; a single 100 reaches 90, and counted beside the 60 it would not.
    expect(
      lanesOf(
        [rating, aNumber('known', { pillar: 'two' })],
        [strongest('hot fix', 'one', 90), otherwise],
        signals,
      ),
    ).toEqual(['hot fix']);
  });

  it('are judged by the ends where very many criteria read one field', () => {
    const criteria = Array.from({ length: 5 }, (_, at) =>
      aNumber(`n${at}`, { signal: { kind: 'number', fields: ['same'] } }),
    );
    const rules = [
      strongest('hot fix', 'one', 90),
      strongest('stability', 'one', 50),
      strongest('strategic bet', 'two', 0),
      otherwise,
    ];
    expect(
      lanesOf(
        [...criteria, aNumber('known', { pillar: 'two' })],
        rules,
        signalsWith({ known: 10 }),
      ),
    ).toEqual(['feature improvement', 'hot fix', 'stability']);
  });

  it('are told of sixty criteria on one field too, which take the same end together', () => {
    const criteria = Array.from({ length: 60 }, (_, at) =>
      aNumber(`n${at}`, { signal: { kind: 'number', fields: ['same'] } }),
    );
    const rules = [
      strongest('hot fix', 'one', 90),
      strongest('strategic bet', 'two', 0),
      otherwise,
    ];
    expect(
      lanesOf(
        [...criteria, aNumber('known', { pillar: 'two' })],
        rules,
        signalsWith({ known: 10 }),
      ),
    ).toContain('hot fix');
  });
});

describe('the lanes that an estimate could lead to', () => {
  const effort = { ...defaultRubric.effort, k: 0.2 };

  it('are those of more than each rule asks for, even of more than nothing', () => {
    const beyond = (lane: RuledLane, moreThan: number): Rule => ({
      lane,
      any: [{ kind: 'effort', moreThan }],
    });
    expect(
      lanesOf(
        [aNumber('known')],
        [beyond('strategic bet', 13), beyond('stability', 5), beyond('hot fix', 0), otherwise],
        signalsWith({ known: 50 }),
        { effort },
      ),
    ).toEqual(['hot fix', 'stability', 'strategic bet']);
  });

  it('are none where no rule asks for it', () => {
    expect(
      lanesOf([aNumber('known')], [otherwise], signalsWith({ known: 50 }), { effort }),
    ).toEqual([]);
  });
});
