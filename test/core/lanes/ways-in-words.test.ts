import { describeMet } from '../../../src/core/describe/describe-because';
import { waysToLanes } from '../../../src/core/lanes/ways-to-lanes';
import type { LaneCondition } from '../../../src/core/rubric/schema/lane-rules';
import type { Rubric } from '../../../src/core/rubric/schema/schema';
import { evaluate } from '../../../src/core/scoring/evaluation';
import { planScoring } from '../../../src/core/scoring/plan';
import {
  aRubric,
  aTicket,
  anIncident,
  empty,
  now,
  signalsOf,
  value,
  type SignalsGiven,
} from '../builders/signals-of';

function waysUnder(lanes: Rubric['lanes'], given: SignalsGiven = {}) {
  const signals = signalsOf(given);
  const plan = planScoring(aRubric({ lanes }));
  return waysToLanes({ signals, plan, judgement: evaluate(signals, plan, now) }).map((way) => ({
    ...way,
    ending: way.ending.map((met) => describeMet(met)),
  }));
}

/** What an issue in no lane would need for this condition. */
const wish = (condition: LaneCondition, given: SignalsGiven = {}) =>
  waysUnder([{ lane: 'hot fix', any: [condition] }], given)[0]?.any ?? null;

const names = (...all: string[]): LaneCondition => ({ kind: 'workType', names: all });
const followUp: LaneCondition = { kind: 'followUp' };

describe('the wish behind a lane rule', () => {
  it.each<[string, LaneCondition, SignalsGiven, readonly string[] | null]>([
    [
      'an incident of the highest severity',
      { kind: 'openIncident', severity: 1 },
      {},
      ['an open SEV1 incident is linked'],
    ],
    [
      'an incident of a severity',
      { kind: 'openIncident', severity: 3 },
      {},
      ['an open incident of SEV3 or worse is linked'],
    ],
    [
      'a breach',
      { kind: 'slaBreached' },
      {},
      ['an agreed time passes on it or on a linked ticket'],
    ],
    [
      'customers',
      { kind: 'customers', moreThan: 2.5 },
      { evidence: [aTicket('S-1', 'Acme')] },
      ['3 customers have something open (now 1)'],
    ],
    [
      'a first customer',
      { kind: 'customers', moreThan: 0 },
      {},
      ['1 customer has something open (now 0)'],
    ],
    ['one type', names('Bug'), {}, ['its type becomes Bug (now Story)']],
    ['two types', names('Bug', 'Defect'), {}, ['its type becomes Bug or Defect (now Story)']],
    [
      'three types',
      names('Bug', 'Defect', 'Fault'),
      {},
      ['its type becomes Bug, Defect or Fault (now Story)'],
    ],
    [
      'many types',
      names('Bug', 'Defect', 'Fault', 'Flaw'),
      {},
      ['its type becomes Bug, Defect or Fault … (now Story)'],
    ],
    ['a mark', followUp, {}, ['it is marked as the follow-up of an incident']],
    ['a goal', { kind: 'filled', fields: ['Goals', 'OKR'] }, {}, ['Goals or OKR is filled']],
    [
      'a goal by many names',
      { kind: 'filled', fields: ['Goals', 'OKR', 'Ziele'] },
      {},
      ['Goals or a field like it is filled'],
    ],
    ['an epic', { kind: 'level', atLeast: 1, atMost: 99 }, {}, ['it becomes an epic']],
    [
      'effort',
      { kind: 'effort', moreThan: 13 },
      { readings: { 'number:story points': value(5) } },
      ['its effort is more than 13 points (now 5)'],
    ],
    [
      'effort that nobody estimated',
      { kind: 'effort', moreThan: 13 },
      {},
      ['its effort is more than 13 points (now not estimated)'],
    ],
    [
      'words',
      { kind: 'words', in: ['summary', 'labels'], any: ['upgrade', 'CI'] },
      {},
      ['its title or a label says “upgrade” or “CI”'],
    ],
    [
      'words of one place',
      { kind: 'words', in: ['components'], any: ['CI'], workTypes: ['Story'] },
      {},
      ['a component says “CI”'],
    ],
    [
      'words on another type',
      { kind: 'words', in: ['summary'], any: ['CI'], workTypes: ['Bug', 'Task'] },
      {},
      ['its title says “CI” and its type becomes Bug or Task (now Story)'],
    ],
    [
      'a fresh priority',
      { kind: 'freshPriority', names: ['Blocker', 'Highest'], days: 14 },
      { issue: { created: '2026-11-18' } },
      ['its priority becomes Blocker or Highest within 14 days of the day it was created'],
    ],
    [
      'a fresh priority, for which it is too old',
      { kind: 'freshPriority', names: ['Blocker'], days: 14 },
      { issue: { created: '2026-11-05' } },
      null,
    ],
    ['being evidence, which no work becomes', { kind: 'isEvidence' }, {}, null],
    ['a lower level, which no work becomes', { kind: 'level', atLeast: -1, atMost: -1 }, {}, null],
    [
      'a higher level, which no epic becomes',
      { kind: 'level', atLeast: 2, atMost: 9 },
      { issue: { level: 1 } },
      null,
    ],
  ])('for %s is told', (_, condition, given, expected) => {
    expect(wish(condition, given)).toEqual(expected);
  });

  it("for the strongest side tells which it is now, by the pillars' own names", () => {
    const asked: LaneCondition = { kind: 'strongestPillar', pillar: 'technical-risk', atLeast: 60 };
    expect(wish(asked, { readings: { priority: value('Highest') } })).toEqual([
      expect.stringMatching(
        /^technical risk becomes its strongest side with at least 60 points \(now business value is, with \d+\)$/,
      ),
    ]);
    expect(
      wish({ ...asked, pillar: 'gone' }, { readings: { priority: value('Highest') } }),
    ).toEqual([expect.stringMatching(/^gone becomes its strongest side with/)]);
  });

  it('for the strongest side says that none is while nothing is known', () => {
    const signals = signalsOf({ readings: { priority: empty } });
    const plan = planScoring(
      aRubric({
        lanes: [
          {
            lane: 'hot fix',
            any: [{ kind: 'strongestPillar', pillar: 'technical-risk', atLeast: 60 }],
          },
        ],
      }),
    );
    const judgement = { ...evaluate(signals, plan, now), known: [] };
    expect(waysToLanes({ signals, plan, judgement })[0]?.any).toEqual([
      'technical risk becomes its strongest side with at least 60 points (now no side is)',
    ]);
  });
});

describe('the ways to other lanes', () => {
  const bug = { issue: { type: 'Bug' } };

  it("leave out the issue's own lane also where a second rule names it, and unsorted, which nobody wishes for", () => {
    const lanes: Rubric['lanes'] = [
      { lane: 'stability', any: [names('Bug')] },
      { lane: 'stability', any: [followUp] },
      { lane: 'unsorted', any: [followUp] },
      { lane: 'hot fix', any: [{ kind: 'slaBreached' }] },
    ];
    expect(waysUnder(lanes, bug)).toEqual([
      {
        lane: 'hot fix',
        ending: ['its type is Bug'],
        any: ['an agreed time passes on it or on a linked ticket'],
      },
    ]);
  });

  it('take of two rules for one lane the one with less to end, and of equals the first', () => {
    const hotFix = (condition: LaneCondition): Rubric['lanes'][number] => ({
      lane: 'hot fix',
      any: [condition],
    });
    const bugs: Rubric['lanes'][number] = { lane: 'stability', any: [names('Bug')] };
    expect(waysUnder([hotFix(followUp), bugs, hotFix({ kind: 'slaBreached' })], bug)).toEqual([
      { lane: 'hot fix', ending: [], any: ['it is marked as the follow-up of an incident'] },
    ]);
    expect(
      waysUnder([bugs, hotFix({ kind: 'slaBreached' }), hotFix(followUp)], bug)[0]?.any,
    ).toEqual(['an agreed time passes on it or on a linked ticket']);
  });

  it('leave out a lane that the issue cannot come into', () => {
    expect(waysUnder([{ lane: 'hot fix', any: [{ kind: 'isEvidence' }] }])).toEqual([]);
  });

  it('say of a rule that holds already only what has to end before it', () => {
    const lanes: Rubric['lanes'] = [
      { lane: 'hot fix', any: [{ kind: 'openIncident', severity: 1 }] },
      { lane: 'stability', any: [names('Bug'), followUp] },
      { lane: 'strategic bet', any: [followUp] },
    ];
    expect(waysUnder(lanes, { ...bug, evidence: [anIncident()] })).toEqual([
      { lane: 'stability', ending: ['SEV1 incident INC-1 is open'], any: [] },
      {
        lane: 'strategic bet',
        ending: ['SEV1 incident INC-1 is open', 'its type is Bug'],
        any: ['it is marked as the follow-up of an incident'],
      },
    ]);
  });
});
