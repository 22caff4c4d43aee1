import type { LaneCondition } from '../../../src/core/rubric/schema/lane-rules';
import type { Rubric } from '../../../src/core/rubric/schema/schema';
import { laneOutcomes } from '../../../src/core/next-input/reachable-lanes';
import { evaluate } from '../../../src/core/scoring/evaluation';
import { planScoring } from '../../../src/core/scoring/plan';
import { questionsOf } from '../../../src/core/signals/reading-key';
import { readCardOf } from '../builders/described';
import { aNumber, aPlainRubric } from '../builders/plain-rubric';
import {
  aRubric,
  anIncident,
  empty,
  now,
  signalsOf,
  value,
  type SignalsGiven,
} from '../builders/signals-of';

type Fresh = Extract<LaneCondition, { kind: 'freshPriority' }>;

const lanes = (given: Partial<Fresh> = {}): Rubric['lanes'] => [
  {
    lane: 'hot fix',
    any: [{ kind: 'freshPriority', names: ['Blocker', 'Highest'], days: 14, ...given }],
  },
  { lane: 'feature improvement', any: [{ kind: 'level', atLeast: -1, atMost: 9 }] },
];

function placed(
  { issue, readings, ...rest }: SignalsGiven = {},
  rubric = aRubric({ lanes: lanes() }),
): string {
  const signals = signalsOf({
    issue: { created: '2026-11-17', ...issue },
    readings: { priority: value('Blocker'), ...readings },
    ...rest,
  });
  const { lane, because } = readCardOf(signals, rubric);
  return lane === 'hot fix' ? because : lane;
}

describe('a lane rule on fresh work of a priority', () => {
  it.each<[string, SignalsGiven, string]>([
    ['some days old', {}, 'priority Blocker, raised 3 days ago, without an incident'],
    [
      'of today',
      { issue: { created: '2026-11-20' } },
      'priority Blocker, raised today, without an incident',
    ],
    [
      'of yesterday',
      { issue: { created: '2026-11-19' } },
      'priority Blocker, raised yesterday, without an incident',
    ],
    [
      'of the last day that counts',
      { issue: { created: '2026-11-06' } },
      'priority Blocker, raised 14 days ago, without an incident',
    ],
    ['a day older', { issue: { created: '2026-11-05' } }, 'feature improvement'],
    [
      'with an incident',
      { evidence: [anIncident({ severity: 5, open: false })] },
      'priority Blocker, raised 3 days ago',
    ],
    [
      'in another spelling of the priority',
      { readings: { priority: value(' HIGHEST ') } },
      'priority Highest, raised 3 days ago, without an incident',
    ],
    ['of another priority', { readings: { priority: value('High') } }, 'feature improvement'],
    ['without a priority', { readings: { priority: empty } }, 'feature improvement'],
    ['whose day is not known', { issue: { created: '' } }, 'feature improvement'],
  ])('judges one %s', (_, given, expected) => {
    expect(placed(given)).toBe(expected);
  });

  it('holds for its work types alone, and says which', () => {
    const bugs = aRubric({ lanes: lanes({ workTypes: ['Bug'] }) });
    expect(placed({}, bugs)).toBe('feature improvement');
    expect(placed({ issue: { type: 'bug' } }, bugs)).toBe(
      'priority Blocker on a work item of type Bug, raised 3 days ago, without an incident',
    );
    expect(placed({}, aRubric({ lanes: lanes({ workTypes: [] }) }))).toMatch(/^priority Blocker/);
  });

  it('asks for the priority where no criterion does', () => {
    expect(questionsOf(aPlainRubric([aNumber('x')], { lanes: lanes() }))).toContainEqual({
      kind: 'priority',
    });
    expect(questionsOf(aPlainRubric([aNumber('x')]))).not.toContainEqual({ kind: 'priority' });
  });

  it('is what an answer to the priority could lead to', () => {
    const rubric = aRubric({ lanes: lanes() });
    const plan = planScoring(rubric);
    const outcomes = (created: string): readonly string[] => {
      const signals = signalsOf({ issue: { created }, readings: { priority: empty } });
      const judgement = evaluate(signals, plan, now);
      const asked = judgement.unknown.filter(
        (one) => one.plan.criterion.signal.kind === 'priority',
      );
      return laneOutcomes({ criteria: asked, effort: false }, signals, judgement, plan);
    };
    expect([...outcomes('2026-11-17')].sort()).toEqual(['feature improvement', 'hot fix']);
    expect(outcomes('2026-10-01')).toEqual(['feature improvement']);
  });
});
