import { bandOf } from '../../../src/core/lanes/band';
import { breakdown, type LaneMember } from '../../../src/core/lanes/breakdown';
import { defaultRubric } from '../../../src/core/rubric/presets/default-rubric';
import type { Lane } from '../../../src/core/terms/lane';
import { nothingAssumed } from '../builders/plain-rubric';
import { readCardOf } from '../builders/described';
import {
  aRubric,
  aTicket,
  anIncident,
  signalsOf,
  value,
  type SignalsGiven,
} from '../builders/signals-of';

describe('a band of the score', () => {
  it.each([
    [70, 'immediate'],
    [69.9, 'soon'],
    [45, 'soon'],
    [44.9, 'can wait'],
    [20, 'can wait'],
    [19.9, 'consider declining'],
  ])('of %d is "%s": it begins at its threshold', (score, band) => {
    expect(bandOf(score, aRubric({ bands: { immediate: 70, soon: 45, canWait: 20 } }))).toBe(band);
  });
});

describe('a share against the capacity policy', () => {
  const members: readonly LaneMember[] = [1, 2, 3, 4].map((n) => ({
    id: `${n}`,
    key: `PAY-${n}`,
    lane: n === 1 ? 'hot fix' : 'stability',
    score: 50,
    effort: 0.35,
  }));
  const stateWith = (least: number, most: number) =>
    breakdown(members, {
      ...defaultRubric.capacity,
      lanes: { 'hot fix': { least, most, owner: null } },
    })[0]?.state;

  it('is within its bounds where it equals one of them', () => {
    expect([stateWith(0, 0.25), stateWith(0.25, 1), stateWith(0.1, 0.5)]).toEqual([
      'within',
      'within',
      'within',
    ]);
    expect([stateWith(0, 0.24), stateWith(0.26, 1)]).toEqual(['above', 'below']);
  });

  it("tells the effort of each lane in the rubric's unit, to hundredths", () => {
    expect(
      breakdown(members, defaultRubric.capacity)
        .slice(0, 2)
        .map(({ lane, issues, effort }) => [lane, issues, effort]),
    ).toEqual([
      ['hot fix', 1, 0.35],
      ['stability', 3, 1.05],
    ]);
  });

  it('is nothing of nothing where only work without effort is open', () => {
    expect(
      breakdown([{ id: '1', key: 'PAY-1', lane: 'stability', score: 1, effort: 0 }], {
        ...defaultRubric.capacity,
        count: 'effort',
      }).map(({ share }) => share),
    ).toEqual([0, 0, 0, 0]);
  });
});

describe('a lane rule at its threshold', () => {
  const laneOf = (
    any: (typeof defaultRubric.lanes)[number]['any'],
    given: SignalsGiven = {},
  ): readonly [Lane, string] => {
    const { lane, because } = readCardOf(
      signalsOf(given),
      aRubric({ lanes: [{ lane: 'strategic bet', any }] }),
    );
    return [lane, because];
  };

  it('asks for more effort than it names, estimated by a person', () => {
    const effort = (amount: number) => ({ readings: { 'number:story points': value(amount) } });
    expect(laneOf([{ kind: 'effort', moreThan: 13 }], effort(13))[0]).toBe('unsorted');
    expect(laneOf([{ kind: 'effort', moreThan: 13 }], effort(13.5))[1]).toBe(
      'effort 13.5 is more than 13 points',
    );
    expect(laneOf([{ kind: 'effort', moreThan: 0.1 }])[0]).toBe('unsorted');
  });

  it.each([
    [0, 'a standard work item that adds value'],
    [1, 'it is an epic'],
    [3, 'it stands above epics'],
    [-1, 'a sub-task that adds value'],
  ])('at level %d says: %s', (level, because) => {
    expect(
      laneOf([{ kind: 'level', atLeast: level, atMost: level }], { issue: { level } }),
    ).toEqual(['strategic bet', because]);
    expect(
      laneOf([{ kind: 'level', atLeast: level + 1, atMost: 99 }], { issue: { level } })[0],
    ).toBe('unsorted');
    expect(
      laneOf([{ kind: 'level', atLeast: -9, atMost: level - 1 }], { issue: { level } })[0],
    ).toBe('unsorted');
  });

  it("takes an issue's own agreement as it takes a ticket's", () => {
    expect(laneOf([{ kind: 'slaBreached' }], { issue: { slaBreached: true } })).toEqual([
      'strategic bet',
      'its own agreed time has passed',
    ]);
    expect(laneOf([{ kind: 'slaBreached' }])[0]).toBe('unsorted');
  });

  it('names evidence from outside by its id, as it has no key', () => {
    const { key: _ticket, ...ticket } = aTicket('zendesk-7', 'Acme', { slaBreached: true });
    const { key: _incident, ...incident } = anIncident({ id: 'pagerduty-9' });
    expect(laneOf([{ kind: 'slaBreached' }], { evidence: [ticket] })[1]).toBe(
      'the agreed time has passed on zendesk-7',
    );
    expect(laneOf([{ kind: 'openIncident', severity: 1 }], { evidence: [incident] })[1]).toBe(
      'SEV1 incident pagerduty-9 is open',
    );
    expect(
      laneOf([{ kind: 'openIncident', severity: 1 }], {
        evidence: [anIncident({ id: 'outside', key: 'INC-4' })],
      })[1],
    ).toBe('SEV1 incident INC-4 is open');
    expect(
      laneOf([{ kind: 'slaBreached' }], {
        evidence: [aTicket('outside', 'Acme', { key: 'SUP-4', slaBreached: true })],
      })[1],
    ).toBe('the agreed time has passed on SUP-4');
  });

  it('speaks of a goal where the field that is filled has no name', () => {
    expect(
      laneOf([{ kind: 'filled', fields: ['Goals'] }], {
        readings: { 'filled:goals': { state: 'known', value: 1 } },
      })[1],
    ).toBe('a goal is set');
  });

  it("cuts a type's name where it tells that no rule applies", () => {
    expect(laneOf([{ kind: 'followUp' }], { issue: { type: 'x'.repeat(80) } })[1]).toBe(
      `no lane rule applies to type "${'x'.repeat(60)}" at level 0`,
    );
  });
});

describe('a horizon', () => {
  const horizonOf = (given: SignalsGiven) => readCardOf(signalsOf(given)).horizonBecause;

  it('names every fact of the rule that decides, in its order', () => {
    expect(horizonOf({ issue: { inActiveSprint: true }, evidence: [anIncident()] })).toMatch(
      /^it is in the lane hot fix · it is in an active sprint/,
    );
  });

  it('leaves out the facts that do not hold', () => {
    expect(
      horizonOf({
        evidence: [anIncident({ severity: 2 })],
        readings: { priority: value('Lowest') },
      }),
    ).toBe('it is in the lane hot fix');
  });

  it('says that nothing is known where there is no score', () => {
    expect(
      readCardOf(
        signalsOf({ readings: { priority: { state: 'empty' } } }),
        aRubric({ criteria: nothingAssumed('priority') }),
      ),
    ).toMatchObject({
      score: null,
      band: null,
      horizon: 'later',
      horizonBecause: 'nothing is known of it yet',
    });
  });
});
