import { defaultRubric } from '../../../src/core/rubric/presets/default-rubric';
import { presets } from '../../../src/core/rubric/presets/presets';
import type { Criterion, Rubric } from '../../../src/core/rubric/schema/schema';
import { aDecline, aLanePin } from '../builders/an-override';
import {
  readCardOf,
  readCardOfValues,
  readScoreIssue,
  type DescribedCard,
  type DescribedLine,
} from '../builders/described';
import { aRubric, aTicket, now, signalsOf, value } from '../builders/signals-of';

const lineOf = ({ lines }: DescribedCard, id: string): DescribedLine | undefined =>
  lines.find((line) => line.id === id);
const numeric = (id: string, pillar: string, weight = 1): Criterion => ({
  id,
  pillar,
  label: id.toUpperCase(),
  weight,
  absence: 'unknown',
  ifSiteHas: false,
  signal: { kind: 'number', fields: [id] },
  curve: {
    kind: 'linear',
    direction: 'rising',
    from: { x: 0, points: 0 },
    to: { x: 100, points: 100 },
  },
});
const plain = (criteria: readonly Criterion[]): Rubric =>
  aRubric({
    pillars: [
      { id: 'one', label: 'One' },
      { id: 'two', label: 'Two' },
      { id: 'three', label: 'Three' },
    ],
    criteria: [...criteria],
    effort: { ...defaultRubric.effort, k: 0 },
    urgency: { ...defaultRubric.urgency, lambda: 0 },
  });

describe('the order of lines', () => {
  it('is pillar by pillar as the rubric names them, however its criteria are mixed, and each keeps its own share', () => {
    const mixed = plain([
      numeric('a', 'three'),
      numeric('b', 'one', 2),
      numeric('c', 'two'),
      numeric('d', 'one', 4),
    ]);
    const { lines, score } = readCardOfValues(mixed, { a: 80, b: 40, c: 20, d: 60 });
    // (80 + 2·40 + 20 + 4·60) / 8 = 52.5
    expect(score).toBe(52.5);
    expect(
      lines.map(({ id, value: of, weight, contribution }) => [id, of, weight, contribution]),
    ).toEqual([
      ['b', 40, 0.25, 10],
      ['d', 60, 0.5, 30],
      ['c', 20, 0.125, 2.5],
      ['a', 80, 0.125, 10],
    ]);
  });

  it('is the rubric’s within a pillar, also while one is missing', () => {
    const turned = plain([numeric('c', 'two'), numeric('b', 'one'), numeric('a', 'one')]);
    expect(readCardOfValues(turned, { a: 1, b: 2, c: 3 }).lines.map(({ id }) => id)).toEqual([
      'b',
      'a',
      'c',
    ]);
    expect(readCardOfValues(turned, { a: 1, c: 3 }).lines.map(({ id }) => id)).toEqual(['a', 'c']);
  });
});

describe('a line', () => {
  it('of a criterion says its points, its share of the weight and what it brings', () => {
    expect(
      lineOf(
        readCardOfValues(plain([numeric('a', 'one'), numeric('b', 'two', 2)]), { a: 33.33, b: 0 }),
        'a',
      ),
    ).toEqual({
      id: 'a',
      pillar: 'one',
      label: 'A',
      value: 33.33,
      points: 33.3,
      weight: 0.3333,
      contribution: 11.1,
      from: [{ text: 'field "a"' }],
    });
  });

  it('of a formula’s input has neither points nor weight, and percents say so', () => {
    const card = readCardOfValues(presets.rice, {
      reach: 450,
      impact: 3,
      confidence: 80,
      effort: 2,
    });
    expect(lineOf(card, 'confidence')).toEqual({
      id: 'confidence',
      pillar: 'value',
      label: 'Confidence',
      value: 80,
      unit: '%',
      points: null,
      weight: null,
      contribution: expect.any(Number),
      from: [{ text: 'field "Confidence"' }],
    });
    expect(lineOf(card, 'reach')).toMatchObject({ points: null, weight: null });
    expect(lineOf(card, 'reach')).not.toHaveProperty('unit');
    expect(
      lineOf(readCardOfValues(plain([numeric('a', 'one')]), { a: 5 }), 'a'),
    ).not.toHaveProperty('unit');
  });

  it('of an input of nothing gives no reason, also where that costs points', () => {
    const card = readCardOfValues(presets.rice, {
      reach: 0,
      impact: 3,
      confidence: 100,
      effort: 2,
    });
    expect(lineOf(card, 'reach')?.contribution).toBeLessThan(0);
    expect(card.reasons).not.toContain('reach');
  });

  it('lists twenty sources, and counts what is beyond them', () => {
    const tickets = (count: number) =>
      Array.from({ length: count }, (_, at) =>
        aTicket(`S-${at}`, `Customer ${at}`, { slaBreached: true }),
      );
    expect(lineOf(readCardOf(signalsOf({ evidence: tickets(20) })), 'demand')?.from).toHaveLength(
      20,
    );
    expect(
      lineOf(readCardOf(signalsOf({ evidence: tickets(20) })), 'demand')?.from.at(-1),
    ).toMatchObject({ key: 'S-19' });
    expect(lineOf(readCardOf(signalsOf({ evidence: tickets(21) })), 'demand')?.from.at(-1)).toEqual(
      {
        text: 'and 1 more',
      },
    );
    expect(lineOf(readCardOf(signalsOf({ evidence: tickets(21) })), 'urgency')?.from).toHaveLength(
      20,
    );
  });

  it('of urgency is called so, with the share of what is left to 100', () => {
    expect(lineOf(readCardOf(signalsOf({ issue: { due: '2026-11-20' } })), 'urgency')).toEqual({
      id: 'urgency',
      pillar: null,
      label: 'Urgency',
      value: 'due today',
      points: null,
      weight: null,
      factor: 0.24,
      contribution: expect.any(Number),
      from: [{ text: 'due date', at: '2026-11-20' }],
    });
  });

  it('of the effort says the estimate and its field, or what is assumed and why', () => {
    const estimated = readCardOf(
      signalsOf({
        readings: { 'number:story points': { state: 'known', value: 8, field: 'Story Points' } },
      }),
    );
    // 8^−0.2 = 0.6598
    expect(lineOf(estimated, 'effort')).toEqual({
      id: 'effort',
      pillar: null,
      label: 'Effort',
      value: 8,
      unit: 'points',
      points: null,
      weight: null,
      factor: 0.66,
      contribution: expect.any(Number),
      from: [{ text: 'field "Story Points"' }],
    });
    expect(estimated.reasons).toContain('effort 8 ×0.66');
    expect(
      lineOf(readCardOf(signalsOf({ readings: { 'number:story points': value(8) } })), 'effort')
        ?.from,
    ).toEqual([{ text: 'field "effort"' }]);
    expect(lineOf(readCardOf(signalsOf()), 'effort')?.from).toEqual([
      { text: 'assumed 3 points: nobody estimated it' },
    ]);
  });

  it('of what is inherited says from whom and how much more important that is', () => {
    const signals = signalsOf({ readings: { 'number:story points': value(3) } });
    const own = readCardOf(signals).score ?? 0;
    const card = readScoreIssue({
      signals,
      rubric: defaultRubric,
      now,
      inherited: { key: 'PRO-9', score: 64.2, low: 50, high: 80 },
    });
    expect(card.lines.at(-1)).toEqual({
      id: 'inherited',
      pillar: null,
      label: 'Blocks a more important issue',
      value: 'PRO-9',
      points: null,
      weight: null,
      contribution: Math.round((64.2 - own) * 10) / 10,
      from: [{ text: 'its own score is 64.2', key: 'PRO-9' }],
    });
    const same = readScoreIssue({
      signals,
      rubric: defaultRubric,
      now,
      inherited: { key: 'PRO-9', score: own, low: own, high: own },
    });
    expect(same.lines.map(({ id }) => id)).not.toContain('inherited');
  });

  it('of what is inherited is the whole score of an issue of which nothing is known, and its range holds the issue up', () => {
    const rubric = plain([numeric('a', 'one')]);
    const card = readScoreIssue({
      signals: signalsOf(),
      rubric,
      now,
      inherited: { key: 'PRO-9', score: 40, low: 30, high: 60 },
    });
    expect(card).toMatchObject({
      score: 40,
      own: null,
      low: 30,
      high: 100,
      band: 'soon',
      reasons: 'inherits from an issue it blocks +40',
    });
    expect(card.lines.map(({ id, contribution }) => [id, contribution])).toEqual([
      ['inherited', 40],
    ]);
  });

  it('of what is inherited never lifts the least of an issue of which nothing is known above its score', () => {
    const rubric = plain([
      {
        ...numeric('a', 'one'),
        curve: {
          kind: 'linear',
          direction: 'rising',
          from: { x: 0, points: 20 },
          to: { x: 100, points: 60 },
        },
      },
    ]);
    const inheriting = (score: number) =>
      readScoreIssue({
        signals: signalsOf(),
        rubric,
        now,
        inherited: { key: 'PRO-9', score, low: 0, high: score },
      });
    expect(inheriting(15)).toMatchObject({ score: 15, low: 0, high: 60, ownLow: 20, ownHigh: 60 });
    expect(inheriting(0).lines.map(({ id, contribution }) => [id, contribution])).toEqual([
      ['inherited', 0],
    ]);
  });

  it('of a pinned lane is called so, and stands alone while there is no score', () => {
    const card = readScoreIssue({
      signals: signalsOf(),
      rubric: plain([numeric('a', 'one')]),
      now,
      inherited: null,
      overrides: [aLanePin('stability')],
    });
    expect(card.lines).toEqual([
      {
        id: 'override-lane',
        pillar: null,
        label: 'Override of the lane',
        value: 'stability',
        points: null,
        weight: null,
        contribution: 0,
        from: [{ text: '“The board promised it”', at: '2026-11-15' }, { text: 'until 2026-12-31' }],
      },
    ]);
  });
});

describe('a card', () => {
  it('says nothing of overrides where nobody made one', () => {
    expect(readCardOf(signalsOf())).not.toHaveProperty('overrides');
    expect(readCardOf({ ...signalsOf(), overrides: [aLanePin('stability')] })).toHaveProperty(
      'overrides.lane.lane',
      'stability',
    );
  });

  it('of a declined issue of which nothing is known says where it would be, and no score', () => {
    const card = readScoreIssue({
      signals: signalsOf(),
      rubric: plain([numeric('a', 'one')]),
      now,
      inherited: null,
      overrides: [aDecline()],
    });
    expect(card.because).toBe(
      'a person declined it until 2026-12-31; otherwise feature improvement: a standard work item that adds value',
    );
  });

  it('of a done issue holds nothing', () => {
    expect(readCardOf(signalsOf({ issue: { category: 'done' } }))).toEqual({
      score: null,
      low: 0,
      high: 0,
      own: null,
      ownLow: 0,
      ownHigh: 0,
      inheritedScore: null,
      band: null,
      lane: 'unsorted',
      because: 'it is done',
      horizon: null,
      horizonBecause: 'it is done',
      lines: [],
      missing: [],
      reasons: '',
    });
  });
});

describe('the reasons', () => {
  /** Ten criteria whose reasons take `label` and ten characters each. */
  const many = (label: string, count: number): DescribedCard => {
    const criteria = Array.from({ length: count }, (_, at): Criterion => ({
      ...numeric(`n${at}`, 'one'),
      label: `${label}${at}`,
    }));
    return readCardOfValues(
      plain(criteria),
      Object.fromEntries(criteria.map(({ id }) => [id, 50])),
    );
  };

  it('take as many whole segments as fit into 255 characters, and none in part', () => {
    const { reasons } = many('x'.repeat(9), 10);
    expect(reasons.length).toBe(16 + 9 * 19);
    const long = many('y'.repeat(59), 10).reasons;
    // 66 + 2·69 = 204, and the fourth would be the 273rd character
    expect([long.length, long.split(' · ').length]).toEqual([204, 3]);
  });

  it('take a short segment after a long one did not fit', () => {
    const criteria = [
      { ...numeric('a', 'one'), label: 'a'.repeat(100) },
      { ...numeric('b', 'one'), label: 'b'.repeat(100) },
      { ...numeric('c', 'one'), label: 'c'.repeat(100) },
      { ...numeric('d', 'one'), label: 'dd' },
    ];
    const { reasons } = readCardOfValues(plain(criteria), { a: 90, b: 80, c: 70, d: 60 });
    expect(reasons).toBe(`${'a'.repeat(100)} 90 +22.5 · ${'b'.repeat(100)} 80 +20 · dd 60 +15`);
  });

  it('may be exactly 255 characters long', () => {
    // `a… 90 +45` and ` · b… 80 +40`: 243 and 3 letters, 7 + 10 others
    const rubric = (letters: number) =>
      plain([
        { ...numeric('a', 'one'), label: 'a'.repeat(letters) },
        { ...numeric('b', 'one'), label: 'bbb' },
      ]);
    expect(readCardOfValues(rubric(235), { a: 90, b: 80 }).reasons).toBe(
      `${'a'.repeat(235)} 90 +45 · bbb 80 +40`,
    );
    expect(readCardOfValues(rubric(235), { a: 90, b: 80 }).reasons).toHaveLength(255);
    expect(readCardOfValues(rubric(236), { a: 90, b: 80 }).reasons).toBe(
      `${'a'.repeat(236)} 90 +45`,
    );
  });

  it('take even the shortest segment where exactly that fits', () => {
    // 246 characters, ` · ` and `b 8 +4`
    const rubric = plain([{ ...numeric('a', 'one'), label: 'a'.repeat(239) }, numeric('b', 'one')]);
    expect(readCardOfValues(rubric, { a: 90, b: 8 }).reasons).toBe(
      `${'a'.repeat(239)} 90 +45 · b 8 +4`,
    );
  });

  it('put the heaviest first, what takes points away too', () => {
    const { reasons } = readCardOfValues(presets.rice, {
      reach: 450,
      impact: 1,
      confidence: 10,
      effort: 1,
    });
    expect(reasons).toMatch(/^reach 450 \+\S+ · confidence 10 −/);
  });
});
