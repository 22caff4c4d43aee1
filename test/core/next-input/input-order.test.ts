import { defaultRubric } from '../../../src/core/rubric/presets/default-rubric';
import { presets } from '../../../src/core/rubric/presets/presets';
import type { Rubric } from '../../../src/core/rubric/schema/schema';
import { describeWhy } from '../../../src/core/describe/describe-why';
import { nextQuestions } from '../../../src/core/next-input/rank-inputs';
import { planScoring } from '../../../src/core/scoring/plan';
import type { Signals } from '../../../src/core/signals/signal';
import { aNumber, aPlainRubric, aRating, signalsWith, votesOf } from '../builders/plain-rubric';
import { now, signalsOf, value } from '../builders/signals-of';

const ask = (rubric: Rubric, signals: Signals, inheritedScore: number | null = null) =>
  nextQuestions(planScoring(rubric), signals, now, { inheritedScore }).map((question) => ({
    ...question,
    why: describeWhy(question.why),
  }));
const between = (from: number, to: number) =>
  ({
    kind: 'linear',
    direction: 'rising',
    from: { x: 0, points: from },
    to: { x: 100, points: to },
  }) as const;
const all = ['consider declining', 'can wait', 'soon', 'immediate'];

describe('a question', () => {
  it('says where the score lies between the worst and the best answer, everything else as it is', () => {
    const rubric = aPlainRubric([
      aNumber('known', { weight: 4 }),
      aNumber('Alpha', { weight: 2 }),
      aNumber('Zed', { weight: 4 }),
      aNumber('Little'),
    ]);
    // Known 50: with four of Zed 25 to 75, with two of Alpha 200/6 to 400/6, with one of Little 40 to 60, which is soon whatever it is.
    expect(ask(rubric, signalsWith({ known: 50 }))).toEqual([
      {
        ids: ['Zed'],
        label: 'Zed',
        why: 'not read since the rubric asks for it',
        lanes: [],
        bands: ['can wait', 'immediate'],
        low: 25,
        high: 75,
      },
      {
        ids: ['Alpha'],
        label: 'Alpha',
        why: 'not read since the rubric asks for it',
        lanes: [],
        bands: ['can wait', 'immediate'],
        low: 33.3,
        high: 66.7,
      },
    ]);
  });

  it('names no band below its worst answer, where every answer raises the score', () => {
    const high = {
      kind: 'linear',
      direction: 'rising',
      from: { x: 0, points: 90 },
      to: { x: 100, points: 100 },
    } as const;
    // (30 + 3·90) / 4 to (30 + 3·100) / 4; today's 30 can wait, and no answer makes it "soon"
    expect(
      ask(
        aPlainRubric([aNumber('known'), aNumber('open', { weight: 3, curve: high })]),
        signalsWith({ known: 30 }),
      ),
    ).toMatchObject([{ bands: ['immediate'], low: 75, high: 82.5 }]);
  });

  it('that leads to more other bands comes before one that moves the score further', () => {
    const rubric = aPlainRubric([
      aNumber('known', { weight: 4 }),
      aNumber('Alpha', { weight: 4, curve: between(40, 100) }),
      aNumber('Zed', { weight: 4, curve: between(15, 70) }),
    ]);
    // Known 60: Alpha makes it 50 to 80, Zed 37.5 to 65.
    expect(
      ask(rubric, signalsWith({ known: 60 })).map(({ label, bands, low, high }) => [
        label,
        bands,
        low,
        high,
      ]),
    ).toEqual([
      ['Zed', ['can wait', 'immediate'], 37.5, 65],
      ['Alpha', ['immediate'], 50, 80],
    ]);
  });

  it('that moves the score further comes first where both lead to the same bands', () => {
    const rubric = aPlainRubric([
      aNumber('known', { weight: 4 }),
      aNumber('Alpha', { weight: 4, curve: between(50, 100) }),
      aNumber('Zed', { weight: 4, curve: between(20, 95) }),
    ]);
    // Known 60: Alpha makes it 55 to 80, Zed 40 to 77.5. Alpha's numbers are the higher ones, but Zed's lie further apart.
    expect(
      ask(rubric, signalsWith({ known: 60 })).map(({ label, low, high }) => [label, low, high]),
    ).toEqual([
      ['Zed', 40, 77.5],
      ['Alpha', 55, 80],
    ]);
  });

  it('comes by its name where nothing else tells two apart', () => {
    const rubric = aPlainRubric([
      aNumber('known', { weight: 2 }),
      aNumber('Beta', { weight: 2 }),
      aNumber('Alpha', { weight: 2 }),
      aNumber('Gamma', { weight: 2 }),
    ]);
    expect(ask(rubric, signalsWith({ known: 50 })).map(({ label }) => label)).toEqual([
      'Alpha',
      'Beta',
      'Gamma',
    ]);
  });

  it('leads from no band to all that an answer can reach, while nothing is known', () => {
    expect(ask(aPlainRubric([aNumber('only')]), signalsWith({}))).toMatchObject([
      { ids: ['only'], bands: all, low: 0, high: 100 },
    ]);
    expect(
      ask(aPlainRubric([aNumber('only', { curve: between(20, 60) })]), signalsWith({})),
    ).toMatchObject([{ bands: ['can wait', 'soon'], low: 20, high: 60 }]);
  });

  it('leads only above what the issue inherits', () => {
    const inherited = 50;
    expect(ask(aPlainRubric([aNumber('only')]), signalsWith({}), inherited)).toMatchObject([
      { bands: ['immediate'], low: 50, high: 100 },
    ]);
  });

  it('is one for criteria that read the same field, and settles only those that it leaves open', () => {
    const tier = (id: string, values: Readonly<Record<string, number>>) =>
      aNumber(id, {
        signal: { kind: 'option', fields: ['Tier'] },
        curve: { kind: 'table', values, blank: [] },
      });
    const rubric = aPlainRubric([
      tier('a', { Gold: 100, Silver: 0 }),
      tier('b', { Bronze: 50, Gold: 100 }),
    ]);
    expect(ask(rubric, signalsOf()).map(({ ids, label }) => [ids, label])).toEqual([
      [['a', 'b'], 'a, b'],
    ]);
    expect(ask(rubric, signalsOf({ readings: { 'option:tier': value('Bronze') } }))).toMatchObject([
      { ids: ['a'], why: '"Bronze" is not in the rubric\'s table', low: 25, high: 75 },
    ]);
  });

  it('is one each for criteria that people rate', () => {
    const rubric = aPlainRubric([
      aNumber('known', { weight: 2 }),
      aRating('a', { weight: 2 }),
      aRating('b', { weight: 2 }),
    ]);
    expect(ask(rubric, signalsWith({ known: 50 })).map(({ ids, why }) => [ids, why])).toEqual([
      [['a'], 'nobody voted'],
      [['b'], 'nobody voted'],
    ]);
  });

  it('of a disputed criterion lies between what each vote alone would make of the score', () => {
    const rubric = aPlainRubric([aRating('fit', { weight: 3 }), aNumber('known')]);
    // (3·60 + 40) / 4 = 55; with 20 it is 25, with 90 it is 77.5
    expect(
      ask(rubric, { ...signalsWith({ known: 40 }), votes: { fit: votesOf(2, 6, 9) } }),
    ).toMatchObject([
      { ids: ['fit'], why: '3 votes from 2 to 9: they disagree strongly', low: 25, high: 77.5 },
    ]);
  });

  it('takes what others disagree about as settled', () => {
    const rubric = aPlainRubric([aRating('fit'), aNumber('open')]);
    const [question] = ask(rubric, {
      ...signalsWith({}),
      votes: { fit: votesOf(0, 6, 10) },
    }).filter(({ ids }) => ids[0] === 'open');
    expect([question?.low, question?.high]).toEqual([30, 80]);
  });

  it('is none of a done issue', () => {
    const rubric = aPlainRubric([aNumber('only')]);
    expect([
      ask(rubric, signalsOf()).length,
      ask(rubric, signalsOf({ issue: { category: 'done' } })).length,
    ]).toEqual([1, 0]);
  });
});

describe('the question of effort', () => {
  const effort = defaultRubric.effort;

  it('is one with the criterion that reads the same field', () => {
    const rubric = aPlainRubric(
      [
        aNumber('known'),
        aNumber('size', {
          label: 'Size',
          signal: { kind: 'number', fields: ['Story Points', 'Story point estimate'] },
        }),
      ],
      { effort },
    );
    // Known 60 with 3 assumed is 48.2. The worst: (60 + 0) / 2 · 40^−0.2 = 14.3; the best (60 + 100) / 2 · 1 = 80
    expect(ask(rubric, signalsWith({ known: 60 }))).toEqual([
      {
        ids: ['size', 'effort'],
        label: 'Size, Effort',
        why: 'nobody filled it',
        lanes: [],
        bands: ['consider declining', 'can wait', 'immediate'],
        low: 14.3,
        high: 80,
      },
    ]);
  });

  it('stands alone otherwise, and only while an estimate makes a score', () => {
    const rubric = aPlainRubric([aNumber('only', { label: 'Only' })], { effort });
    // 60 · 40^−0.2 = 28.7 to 60
    expect(ask(rubric, signalsWith({ only: 60 }))).toEqual([
      {
        ids: ['effort'],
        label: 'Effort',
        why: 'nobody estimated it',
        lanes: [],
        bands: ['can wait'],
        low: 28.7,
        high: 60,
      },
    ]);
    expect(ask(rubric, signalsWith({})).map(({ label }) => label)).toEqual(['Only']);
  });

  it('is none where effort counts for nothing', () => {
    expect(ask(aPlainRubric([aNumber('only')]), signalsWith({ only: 60 }))).toEqual([]);
  });
});

describe('a question under a formula', () => {
  const rice: Rubric = { ...presets.rice, effort: defaultRubric.effort, lanes: [] };
  const readings = (given: Readonly<Record<string, number>>) =>
    signalsWith(
      {},
      Object.fromEntries(
        rice.criteria.flatMap(({ id, signal }) =>
          signal.kind === 'number' && given[id] !== undefined
            ? [[`number:${(signal.fields[0] ?? '').toLowerCase()}`, value(given[id])]]
            : [],
        ),
      ),
    );

  it('leaves everything open while more than it is missing', () => {
    const questions = ask(rice, readings({ confidence: 100, effort: 2 }));
    expect(questions.map(({ ids, low, high }) => [ids, low, high])).toEqual([
      [['impact'], 0, 100],
      [['reach'], 0, 100],
    ]);
  });

  it('takes the effort as it is assumed once it is the only one missing', () => {
    const [question, ...more] = ask(rice, readings({ impact: 3, confidence: 100, effort: 2 }));
    // Any reach: 0 to 100, times 3^−0.2 = 0.803
    expect(question).toMatchObject({ ids: ['reach'], low: 0, high: 80.3 });
    expect(more).toEqual([]);
  });
});
