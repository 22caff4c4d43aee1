import { describeIdle } from '../../../src/core/describe/describe-idle';
import fc from 'fast-check';
import { overridesInForce } from '../../../src/core/overrides/overrides-in-force';
import { defaultRubric } from '../../../src/core/rubric/presets/default-rubric';
import { runs } from '../arbitrary/runs';
import { nothingAssumed } from '../builders/plain-rubric';
import { aDecline, aLanePin, aMove, aPause } from '../builders/an-override';
import type { ScoreInput } from '../../../src/core/score-card/score-issue';
import { readCardOf, readScoreIssue, type DescribedCard } from '../builders/described';
import { anIncident, empty, now, signalsOf, value } from '../builders/signals-of';

const story = signalsOf({ readings: { 'number:story points': value(3) } });
const plain = (): DescribedCard => readCardOf(story);
const overridden = (
  overrides: readonly unknown[],
  inherited: ScoreInput['inherited'] = null,
): DescribedCard =>
  readScoreIssue({ signals: story, rubric: defaultRubric, now, inherited, overrides });
const sumOf = (card: DescribedCard): number =>
  card.lines.reduce((sum, line) => sum + Math.round(line.contribution * 10), 0) / 10;

describe('an override of the score', () => {
  it('moves the score, its range and what is missing, in a line of its own that says why, since when and until when', () => {
    const card = overridden([aMove(12.5)]);
    expect(card.score).toBeCloseTo((plain().score ?? 0) + 12.5, 9);
    expect([card.own, card.low, card.high]).toEqual([card.score, card.score, card.score]);
    expect(card.lines.at(-1)).toEqual({
      id: 'override',
      pillar: null,
      label: 'Override of the score',
      value: '+12.5 points',
      points: null,
      weight: null,
      contribution: 12.5,
      from: [{ text: '“The board promised it”', at: '2026-11-15' }, { text: 'until 2026-12-31' }],
    });
    expect(sumOf(card)).toBe(card.score);
    expect(card.reasons).toContain('moved by a person +12.5');
  });

  it('stops at 0 and 100, and its line says by how much it really moved', () => {
    const [up, down] = [overridden([aMove(100)]), overridden([aMove(-100)])];
    expect([up.score, down.score]).toEqual([100, 0]);
    expect([sumOf(up), sumOf(down)]).toEqual([100, 0]);
    expect(down.lines.at(-1)).toMatchObject({
      value: '−100 points',
      contribution: -(plain().score ?? 0),
    });
  });

  it('is passed on to whatever blocks the issue, and cannot push a blocker below what it blocks', () => {
    const card = overridden([aMove(-10)], { key: 'PRO-9', score: 64.2, low: 64.2, high: 64.2 });
    expect([card.own, card.score]).toEqual([
      Math.round(((plain().score ?? 0) - 10) * 10) / 10,
      64.2,
    ]);
    expect(card.lines.slice(-2).map(({ id }) => id)).toEqual(['override', 'inherited']);
    expect(sumOf(card)).toBe(64.2);
  });

  it('waits while there is no score to move, but moves the range that one will come out of', () => {
    const rubric = {
      ...defaultRubric,
      criteria: nothingAssumed('priority'),
    };
    const unknown = signalsOf({ readings: { priority: empty } });
    const before = readScoreIssue({ signals: unknown, rubric, now, inherited: null });
    const card = readScoreIssue({
      signals: unknown,
      rubric,
      now,
      inherited: null,
      overrides: [aMove(10)],
    });
    expect([card.score, card.lines]).toEqual([null, []]);
    expect([card.low, card.high]).toEqual([before.low + 10, Math.min(100, before.high + 10)]);
  });
});

describe('an override of the lane', () => {
  it('pins it, leaves the score alone, shows in a line of its own, and still says what the rules say', () => {
    const card = overridden([aLanePin('strategic bet')]);
    expect([card.score, card.lane]).toEqual([plain().score, 'strategic bet']);
    expect(card.because).toBe(
      'a person pinned it until 2026-12-31; by the rules feature improvement: a standard work item that adds value',
    );
    expect(card.lines.at(-1)).toMatchObject({
      id: 'override-lane',
      value: 'strategic bet',
      contribution: 0,
    });
  });

  it('counts for the horizon like any other lane', () => {
    expect([plain().horizon, overridden([aLanePin('hot fix')]).horizon]).toEqual(['later', 'now']);
  });

  it('holds against rules that would put it elsewhere, even an open SEV1 incident', () => {
    const urgent = signalsOf({ evidence: [anIncident()] });
    expect(
      readScoreIssue({
        signals: urgent,
        rubric: defaultRubric,
        now,
        inherited: null,
        overrides: [aLanePin('stability')],
      }).lane,
    ).toBe('stability');
  });
});

describe('declining', () => {
  it('takes the issue out of every lane, horizon and band, and says until when, why, and what it would be otherwise', () => {
    const card = overridden([aDecline(), aMove(5), aLanePin('strategic bet', { id: 'o-2' })]);
    expect(card).toMatchObject({
      score: null,
      own: null,
      low: 0,
      high: 0,
      band: null,
      lane: 'declined',
      horizon: null,
      horizonBecause: 'it is declined until 2026-12-31',
      missing: [],
    });
    expect(card.because).toContain(
      `a person declined it until 2026-12-31; otherwise strategic bet with a score of ${String(overridden([aMove(5)]).score)}: a person pinned it`,
    );
    expect(card.lines).toEqual([
      {
        id: 'override-decline',
        pillar: null,
        label: 'Declined',
        value: 'until 2026-12-31',
        points: null,
        weight: null,
        contribution: 0,
        from: [{ text: '“The board promised it”', at: '2026-11-15' }],
      },
    ]);
    expect(card.reasons).toBe('declined until 2026-12-31');
  });

  it('leaves what an issue inherits from the work that it blocks, and passes nothing on by itself', () => {
    const card = overridden([aDecline()], { key: 'PRO-9', score: 64.2, low: 60, high: 70 });
    expect(card).toMatchObject({ score: 64.2, own: null, low: 60, high: 70, lane: 'declined' });
    expect(sumOf(card)).toBe(64.2);
    expect(card.reasons).toMatch(/^declined until 2026-12-31 · /);
  });

  it('is over after its last day', () => {
    expect({ ...overridden([aDecline({ until: '2026-11-19' })]), overrides: undefined }).toEqual({
      ...plain(),
      overrides: undefined,
    });
  });
});

describe('pausing', () => {
  it('keeps the score and the lane, and puts what is for now off to the next release', () => {
    const card = overridden([aPause(), aLanePin('hot fix', { id: 'o-2' })]);
    expect(card).toMatchObject({
      score: plain().score,
      lane: 'hot fix',
      horizon: 'next',
      horizonBecause:
        'a person paused it until 2026-12-31; by the rules now: it is in the lane hot fix',
    });
    expect(card.lines.at(-1)).toMatchObject({
      id: 'override-pause',
      label: 'Paused',
      value: 'until 2026-12-31',
      contribution: 0,
    });
    expect(card.reasons).toBe(
      `paused until 2026-12-31 · ${overridden([aLanePin('hot fix')]).reasons}`,
    );
    expect(card.reasons.length).toBeLessThanOrEqual(255);
  });

  it('says so also of what is for later anyway', () => {
    expect(overridden([aPause()])).toMatchObject({
      horizon: 'later',
      horizonBecause: expect.stringMatching(/; a person paused it until 2026-12-31$/),
    });
  });
});

describe('an override without effect', () => {
  it.each<[string, unknown, string]>([
    ['has ended', aMove(5, { until: '2026-11-19' }), 'it ended on 2026-11-19'],
    ['has not begun', aMove(5, { at: '2026-11-21' }), 'it begins on 2026-11-21'],
    [
      'ends before it begins',
      aMove(5, { at: '2026-11-19', until: '2026-11-18' }),
      'it ends on 2026-11-18, before it begins',
    ],
    ['waits', aMove(5, { approval: { state: 'waiting' } }), 'it waits for approval'],
    [
      'was refused',
      aMove(5, { approval: { state: 'refused', by: 'bob', at: '2026-11-17' } }),
      'it was refused on 2026-11-17',
    ],
    [
      'was approved by its author alone',
      aMove(5, { approval: { state: 'approved', by: 'ann', at: '2026-11-17' } }),
      'nobody but its author approved it',
    ],
    ['has no reason', aMove(5, { reason: '  ' }), 'it cannot be read: reason has no reason'],
    ['moves nothing', aMove(0), 'it cannot be read: points moves nothing'],
    [
      'pins what no rule places',
      { ...aLanePin('stability'), lane: 'unsorted' },
      'it cannot be read: lane invalid option',
    ],
    [
      'has an end that is no day',
      aMove(5, { until: '2026-02-30' }),
      'it cannot be read: until is no day',
    ],
  ])('says so when it %s', (_, override, why) => {
    const card = overridden([override]);
    const { idle = [], ...inForce } = card.overrides ?? {};
    expect(inForce).toEqual({
      lane: null,
      points: null,
      decline: null,
      pause: null,
      overCap: null,
    });
    expect(idle.map((one) => [one.id, describeIdle(one.why)])).toEqual([
      ['o-1', expect.stringContaining(why)],
    ]);
    expect({ ...card, overrides: undefined }).toEqual({ ...plain(), overrides: undefined });
  });

  it('holds to the end of its last day', () => {
    expect(overridden([aMove(5, { until: '2026-11-20' })]).score).not.toBe(plain().score);
  });

  it('gives way to a newer one of its kind, whatever their order, and leaves the other kind alone', () => {
    const all = [
      aMove(5, { id: 'old', at: '2026-11-10' }),
      aMove(7, { id: 'new', at: '2026-11-19' }),
      aLanePin('stability', { id: 'pin' }),
    ];
    for (const kept of [all, all.toReversed()]) {
      expect(overridesInForce(kept, now)).toMatchObject({
        points: { id: 'new' },
        lane: { id: 'pin' },
        idle: [{ id: 'old', why: { kind: 'replaced' } }],
      });
    }
  });

  it.each([
    ['acc-zoe', 'acc-adam'],
    ['acc-adam', 'acc-zoe'],
  ])(
    'gives way to the later one of the same day, where %s was first and %s second',
    (first, second) => {
      const at = (hour: number): number => Date.parse(`2026-11-20T${hour}:00:00Z`);
      const all = [
        aLanePin('stability', { id: `${first}-${at(10)}`, by: first, at: '2026-11-20' }),
        aLanePin('strategic bet', { id: `${second}-${at(11)}`, by: second, at: '2026-11-20' }),
      ];
      for (const kept of [all, all.toReversed()])
        expect(overridesInForce(kept, now).lane).toMatchObject({ by: second });
    },
  );

  it('says that it lapsed unanswered once its last day is over while it waits', () => {
    const [idle] = overridesInForce(
      [aMove(5, { until: '2026-11-19', approval: { state: 'waiting' } })],
      now,
    ).idle;
    expect(idle?.why).toEqual({ kind: 'unanswered', until: '2026-11-19' });
  });

  it('was refused for good, also once its last day is over', () => {
    const [idle] = overridesInForce(
      [
        aMove(5, {
          until: '2026-11-19',
          approval: { state: 'refused', by: 'bob', at: '2026-11-17' },
        }),
      ],
      now,
    ).idle;
    expect(idle?.why).toEqual({ kind: 'refused', at: '2026-11-17' });
  });

  it('may be anything at all', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.jsonValue(),
            fc.record({
              id: fc.string(),
              kind: fc.constantFrom('lane', 'points'),
              until: fc.string(),
            }),
          ),
          { maxLength: 4 },
        ),
        (kept) => {
          const found = overridesInForce(kept, now);
          expect([found.lane, found.points, found.idle.length]).toEqual([null, null, kept.length]);
          for (const { why } of found.idle) expect(describeIdle(why).length).toBeGreaterThan(10);
        },
      ),
      runs,
    );
  });

  it('takes an approved one by somebody else', () => {
    expect(
      overridden([aMove(5, { approval: { state: 'approved', by: 'bob', at: '2026-11-16' } })])
        .overrides,
    ).toMatchObject({ points: { points: 5 }, idle: [] });
  });
});
