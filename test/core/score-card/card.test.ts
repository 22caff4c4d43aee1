import { defaultRubric } from '../../../src/core/rubric/presets/default-rubric';
import { planScoring } from '../../../src/core/scoring/plan';
import { scoreWithPlan } from '../../../src/core/score-card/score-issue';
import { nothingAssumed } from '../builders/plain-rubric';
import { readCardOf } from '../builders/described';
import { aTicket, anIncident, cardOf, empty, now, signalsOf, value } from '../builders/signals-of';

const urgent = signalsOf({
  issue: { type: 'Bug' },
  readings: {
    priority: value('High'),
    'number:story points': { state: 'known', value: 3, field: 'Story Points' },
  },
  evidence: [
    anIncident(),
    anIncident({ id: 'INC-2' }),
    ...[1, 2, 3].map((n) => aTicket(`S-${n}`, `Customer ${n}`)),
  ],
});

describe('the line table', () => {
  it('goes pillar by pillar, then effort, then urgency', () => {
    expect(readCardOf(urgent).lines.map(({ id }) => id)).toEqual([
      'priority',
      'incidents',
      'demand',
      'work-type',
      'blocks',
      'recurrence',
      'effort',
      'urgency',
    ]);
  });

  it('can be checked by hand', () => {
    // (30·85 + 18·93.8 + 15·56.5 + 14·80 + 4·0 + 6·75) / 87 = 76.5; × 3^−0.2 = 61.4; + (100 − 61.4) · 0.6 · 1 = 84.6
    const { score, own, lines } = readCardOf(urgent);
    expect([score, own]).toEqual([84.6, 84.6]);
    expect(lines.map(({ points }) => points)).toEqual([85, 93.8, 56.5, 80, 0, 75, null, null]);
    expect(lines.map(({ contribution }) => contribution).reduce((a, b) => a + b, 0)).toBeCloseTo(
      84.6,
      9,
    );
    expect(lines.find(({ id }) => id === 'effort')).toMatchObject({
      value: 3,
      factor: 0.803,
      from: [{ text: 'field "Story Points"' }],
    });
    expect(lines.find(({ id }) => id === 'urgency')).toMatchObject({
      value: 'SEV1 incident INC-1 open',
      factor: 0.6,
      from: [{ key: 'INC-1' }],
    });
  });

  it('keeps a line for what is nothing because nothing is linked', () => {
    expect(readCardOf(signalsOf()).lines.find(({ id }) => id === 'incidents')).toMatchObject({
      value: 0,
      points: 0,
      contribution: 0,
      from: [{ text: 'no incident is linked' }],
    });
  });
});

describe('urgency', () => {
  it.each([
    ['in 14 days', '2026-12-04', undefined],
    ['in a week', '2026-11-27', 'due in 7 days'],
    ['tomorrow', '2026-11-21', 'due in 1 day'],
    ['today', '2026-11-20', 'due today'],
    ['yesterday', '2026-11-19', 'overdue by 1 day'],
    ['never: no date', 'soon', undefined],
  ])('of what is due %s', (_, due, words) => {
    expect(
      readCardOf(signalsOf({ issue: { due } })).lines.find(({ id }) => id === 'urgency')?.value,
    ).toBe(words);
  });

  it('is the greatest of its causes, never their sum', () => {
    const both = readCardOf(signalsOf({ issue: { due: '2026-11-20' }, evidence: [anIncident()] }));
    expect(both.lines.find(({ id }) => id === 'urgency')?.factor).toBe(0.6);
  });

  it('stays the same through a day', () => {
    const signals = signalsOf({
      issue: { due: '2026-11-25' },
      evidence: [aTicket('S-1', 'Acme', { open: false })],
    });
    expect(readCardOf(signals, defaultRubric, new Date('2026-11-20T23:59:59Z'))).toEqual(
      readCardOf(signals, defaultRubric, new Date('2026-11-20T00:00:00Z')),
    );
  });
});

describe('the reasons', () => {
  it('name the strongest lines first, in whole segments', () => {
    expect(readCardOf(urgent).reasons).toBe(
      'priority High +29.3 · SEV1 incident open +23.2 · 2 open SEV1 incidents +19.4 · effort 3 ×0.8 · work type Bug +12.9 · 3 tickets from 3 customers +9.7 · 2 incidents in 90 days +5.2',
    );
  });

  it('say that an effort is only assumed', () => {
    expect(readCardOf(signalsOf()).reasons).toContain('effort 3 assumed ×0.8');
  });

  it('carry no text from the issue, its type or its customers', () => {
    const evil = '<img src=x onerror=alert(1)>';
    const card = readCardOf(
      signalsOf({
        issue: { type: evil, labels: [evil] },
        readings: {
          priority: value(evil),
          'number:story points': { state: 'known', value: 2, field: evil },
        },
        evidence: [aTicket('S-1', evil)],
      }),
    );
    expect(card.reasons).not.toContain('<');
    expect(card.because).not.toContain('<');
  });
});

describe('what is missing', () => {
  it('is open between the worst and the best it could be', () => {
    const card = readCardOf(
      signalsOf({ readings: { priority: empty, 'number:story points': value(1) } }),
    );
    expect(card.missing).toEqual([
      {
        id: 'priority',
        pillar: 'business-value',
        label: 'Priority',
        why: 'nobody filled it',
        low: 6.8,
        high: card.high,
      },
    ]);
    expect([card.low, card.score, card.high]).toEqual([6.8, 21.3, 38.5]);
  });

  it('includes what a changed rubric asks and nobody has read yet', () => {
    const { priority: _, ...readings } = signalsOf().readings;
    expect(readCardOf({ ...signalsOf(), readings }).missing).toMatchObject([
      { id: 'priority', why: 'not read since the rubric asks for it' },
      { id: 'effort' },
    ]);
  });

  it('includes a field of another type, with the reason, and never takes it for zero', () => {
    const wrong = { state: 'unknown', why: '"Business value" holds text, not a number' } as const;
    const card = readCardOf(signalsOf({ readings: { 'number:business value': wrong } }));
    expect(card.missing).toContainEqual(
      expect.objectContaining({ id: 'stated-value', why: wrong.why }),
    );
    expect(card.score).toBe(readCardOf(signalsOf()).score);
    expect(card.high).toBeGreaterThan(readCardOf(signalsOf()).high);
  });

  it('leaves no score at all while nothing is known', () => {
    const rubric = {
      ...defaultRubric,
      criteria: nothingAssumed('priority'),
    };
    const card = readCardOf(signalsOf({ readings: { priority: empty } }), rubric);
    expect(card).toMatchObject({
      score: null,
      own: null,
      band: null,
      lines: [],
      reasons: '',
      horizonBecause: 'nothing is known of it yet',
    });
    expect(card.low).toBeLessThan(card.high);
  });
});

describe('a plan made once', () => {
  it('gives the card that scoring one issue gives', () => {
    expect(scoreWithPlan(planScoring(defaultRubric), urgent, now, null)).toEqual(cardOf(urgent));
  });
});
