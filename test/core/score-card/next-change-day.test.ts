import { defaultRubric } from '../../../src/core/rubric/presets/default-rubric';
import { planScoring } from '../../../src/core/scoring/plan';
import { scoreWithPlan } from '../../../src/core/score-card/score-issue';
import type { Vote } from '../../../src/core/ratings/rating';
import { nextChangeDay } from '../../../src/core/score-card/next-change-day';
import { dayNumber } from '../../../src/core/time/utc-day';
import { aRubric, signalsOf, value } from '../builders/signals-of';

const NOW = new Date('2026-11-16T09:00:00Z');
const today = dayNumber(NOW);
const rubric = aRubric({
  criteria: [
    {
      id: 'strategy',
      pillar: 'business-value',
      label: 'Strategic fit',
      signal: { kind: 'rating', min: 1, max: 9 },
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
  votes: { ...defaultRubric.votes, expireAfterDays: 200 },
});
const plan = planScoring(rubric);
const vote = (by: string, of: number, at: string): Vote => ({ by, value: of, at });

function wakes(votes: readonly Vote[]): number | null {
  const signals = {
    ...signalsOf({ readings: { priority: value('Medium') } }),
    votes: { strategy: votes },
  };
  const day = nextChangeDay(
    plan,
    signals,
    { card: scoreWithPlan(plan, signals, NOW, null), inherited: null },
    NOW,
  );
  return day === null ? null : day - today;
}

describe('an issue with votes is looked at again', () => {
  it('on the day after the last on which a vote counts, if that moves the score, and within 128 days in any case if one will', () => {
    expect(wakes([vote('ann', 9, '2026-05-01'), vote('bob', 1, '2026-11-10')])).toBe(2);
    expect(wakes([vote('ann', 9, '2026-05-01'), vote('bob', 9, '2026-11-10')])).toBe(128);
  });

  it('also where a later expiry takes the score back to where it stands', () => {
    // Median 5 of 1, 5 and 9; without the 9 it is 3, without the 1 too it is 5 again.
    expect(
      wakes([
        vote('ann', 9, '2026-05-10'),
        vote('bob', 1, '2026-05-20'),
        vote('cleo', 5, '2026-11-10'),
      ]),
    ).toBe(11);
  });

  it('never because of votes, where they do not expire', () => {
    const forever = planScoring({ ...rubric, votes: { ...rubric.votes, expireAfterDays: null } });
    const signals = {
      ...signalsOf({ readings: { priority: value('Medium') } }),
      votes: { strategy: [vote('ann', 9, '2020-05-01')] },
    };
    expect(
      nextChangeDay(
        forever,
        signals,
        { card: scoreWithPlan(forever, signals, NOW, null), inherited: null },
        NOW,
      ),
    ).toBeNull();
  });
});

describe('an issue whose agreement is to be breached is looked at again', () => {
  const builtIn = planScoring(defaultRubric);
  const base = signalsOf({ readings: { priority: value('Medium') } });
  const wakesFor = (breachesAt: string): number | null => {
    const signals = { ...base, issue: { ...base.issue, breachesAt } };
    const card = scoreWithPlan(builtIn, signals, NOW, null);
    const day = nextChangeDay(builtIn, signals, { card, inherited: null }, NOW);
    return day === null ? null : day - today;
  };

  it('on the day of it, which may be today', () => {
    expect(wakesFor('2026-11-16T15:00:00.000Z')).toBe(0);
    expect(wakesFor('2026-11-19T08:00:00.000Z')).toBe(3);
  });

  it('not for one that is past: it counts already', () => {
    expect(wakesFor('2026-11-16T08:00:00.000Z')).toBeNull();
  });

  it('not where people see no difference', () => {
    const quiet = planScoring(
      aRubric({
        ...defaultRubric,
        urgency: { ...defaultRubric.urgency, slaBreached: 0 },
        lanes: defaultRubric.lanes.map((rule) => ({
          ...rule,
          any: rule.any.filter(({ kind }) => kind !== 'slaBreached'),
        })),
      }),
    );
    const signals = { ...base, issue: { ...base.issue, breachesAt: '2026-11-16T15:00:00.000Z' } };
    const card = scoreWithPlan(quiet, signals, NOW, null);
    expect(nextChangeDay(quiet, signals, { card, inherited: null }, NOW)).toBeNull();
  });
});

describe('an issue that a rule counts as fresh is looked at again', () => {
  const fresh = (days: number) =>
    planScoring(
      aRubric({
        urgency: { ...defaultRubric.urgency, lambda: 0 },
        lanes: [
          { lane: 'hot fix', any: [{ kind: 'freshPriority', names: ['Medium'], days }] },
          ...defaultRubric.lanes,
        ],
      }),
    );
  const wakesIn = (days: number, created: string, priority = 'Medium'): number | null => {
    const under = fresh(days);
    const signals = signalsOf({ issue: { created }, readings: { priority: value(priority) } });
    const card = scoreWithPlan(under, signals, NOW, null);
    const day = nextChangeDay(under, signals, { card, inherited: null }, NOW);
    return day === null ? null : day - today;
  };

  it('on the first day after the last on which it counts, in UTC', () => {
    expect(wakesIn(14, '2026-11-16')).toBe(15);
    expect(wakesIn(14, '2026-11-02')).toBe(1);
    expect(wakesIn(0, '2026-11-16')).toBe(1);
    expect(wakesIn(100, '2026-11-16')).toBe(101);
  });

  it('within 128 days where that is further away, and never for one that is too old or of another priority', () => {
    expect(wakesIn(300, '2026-11-16')).toBe(128);
    expect(wakesIn(14, '2026-11-01')).toBeNull();
    expect(wakesIn(14, '2026-11-16', 'Low')).toBeNull();
  });
});
