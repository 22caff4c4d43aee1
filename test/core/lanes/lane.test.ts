import fc from 'fast-check';
import { defaultRubric } from '../../../src/core/rubric/presets/default-rubric';
import type { Lane } from '../../../src/core/terms/lane';
import { rubrics } from '../arbitrary/any-rubric';
import { runs } from '../arbitrary/runs';
import { signalsFor } from '../arbitrary/signals';
import { readCardOf } from '../builders/described';
import {
  aRubric,
  aTicket,
  anIncident,
  empty,
  signalsOf,
  value,
  type SignalsGiven,
} from '../builders/signals-of';

const tickets = (count: number, given = {}) =>
  Array.from({ length: count }, (_, at) => aTicket(`SUP-${at}`, `Customer ${at}`, given));

describe('the lane of an open issue', () => {
  it.each<[string, SignalsGiven, Lane, string]>([
    [
      'an open SEV1 incident',
      { evidence: [anIncident()] },
      'hot fix',
      'SEV1 incident INC-1 is open',
    ],
    [
      'an open SEV2 incident',
      { evidence: [anIncident({ severity: 2 })] },
      'hot fix',
      'SEV2 incident INC-1 is open',
    ],
    [
      'an incident and more than ten customers',
      { evidence: [anIncident(), ...tickets(14)] },
      'hot fix',
      'SEV1 incident INC-1 is open · 14 customers affected',
    ],
    [
      'a breached agreement',
      { evidence: tickets(1, { slaBreached: true }) },
      'hot fix',
      'the agreed time has passed on SUP-0',
    ],
    ['a defect', { issue: { type: 'bug' } }, 'stability', 'its type is Bug'],
    [
      'a follow-up of an incident',
      { issue: { followUp: true } },
      'stability',
      'it follows up an incident',
    ],
    ['an epic', { issue: { type: 'Epic', level: 1 } }, 'strategic bet', 'it is an epic'],
    [
      'an initiative',
      { issue: { type: 'Initiative', level: 2 } },
      'strategic bet',
      'it stands above epics',
    ],
    [
      'a goal',
      { readings: { 'filled:goals': { state: 'known', value: 1, field: 'Goals' } } },
      'strategic bet',
      'Goals is set',
    ],
    [
      'much effort',
      { readings: { 'number:story points': value(20) } },
      'strategic bet',
      'effort 20 is more than 13 points',
    ],
    [
      "a type of the site's own",
      { issue: { type: 'Wunsch' } },
      'feature improvement',
      'a standard work item that adds value',
    ],
    [
      'a sub-task',
      { issue: { type: 'Sub-task', level: -1 } },
      'feature improvement',
      'a sub-task that adds value',
    ],
    [
      'a support request',
      { issue: { type: 'Support', evidenceKind: 'support' } },
      'unsorted',
      'a support request: it counts as evidence for the issues linked to it',
    ],
    [
      'an incident',
      { issue: { type: 'Incident', evidenceKind: 'incident' } },
      'unsorted',
      'an incident: it counts as evidence for the issues linked to it',
    ],
    [
      'a level that no rule knows',
      { issue: { type: 'Thing', level: -2 } },
      'unsorted',
      'no lane rule applies to type "Thing" at level -2',
    ],
  ])('of one with %s', (_, given, lane, because) => {
    const card = readCardOf(signalsOf(given));
    expect([card.lane, card.because]).toEqual([lane, because]);
  });

  it.each<[string, SignalsGiven, Lane]>([
    ['a closed incident', { evidence: [anIncident({ open: false })] }, 'feature improvement'],
    ['a mild open incident', { evidence: [anIncident({ severity: 3 })] }, 'feature improvement'],
    ['ten customers, the threshold itself', { evidence: tickets(10) }, 'feature improvement'],
    [
      'many customers whose tickets are closed',
      { evidence: tickets(14, { open: false }) },
      'feature improvement',
    ],
    [
      'an effort that is only assumed',
      { readings: { 'number:story points': empty } },
      'feature improvement',
    ],
  ])('is not moved by %s', (_, given, lane) => {
    expect(readCardOf(signalsOf(given)).lane).toBe(lane);
  });

  it('is stability when technical risk is clearly the strongest side', () => {
    const given = {
      readings: { priority: value('Lowest') },
      evidence: [1, 2, 3].map((n) => anIncident({ id: `INC-${n}`, severity: 5, open: false })),
      blocks: ['A-1', 'A-2', 'A-3', 'A-4'],
    };
    const card = readCardOf(
      signalsOf({ ...given, issue: { type: 'Technical debt' } }),
      aRubric({
        lanes: defaultRubric.lanes
          .map((rule) => ({ ...rule, any: rule.any.filter((one) => one.kind !== 'workType') }))
          .filter((rule) => rule.any.length > 0),
      }),
    );
    expect([card.lane, card.because]).toEqual([
      'stability',
      expect.stringMatching(/^technical risk is its strongest side \(\d+ points\)$/),
    ]);
  });

  it("follows the order of the rubric's rules", () => {
    const turned = aRubric({
      lanes: [
        { lane: 'strategic bet', any: [{ kind: 'level', atLeast: 0, atMost: 0 }] },
        ...defaultRubric.lanes,
      ],
    });
    expect(readCardOf(signalsOf({ evidence: [anIncident()] }), turned).lane).toBe('strategic bet');
  });

  it('is always one, with its reason, and so is the horizon', () => {
    fc.assert(
      fc.property(
        rubrics.chain((rubric) =>
          fc.record({ rubric: fc.constant(rubric), signals: signalsFor(rubric) }),
        ),
        ({ rubric, signals }) => {
          const card = readCardOf(signals, rubric);
          expect(card.because.length).toBeGreaterThan(3);
          expect(card.horizonBecause.length).toBeGreaterThan(3);
          expect(['now', 'next', 'later']).toContain(card.horizon);
          expect(card.band === null).toBe(card.score === null);
        },
      ),
      runs,
    );
  });
});

describe('the horizon', () => {
  it.each<[string, SignalsGiven, string, string]>([
    [
      'hot fixes',
      { evidence: [anIncident({ severity: 2 })], readings: { priority: value('Lowest') } },
      'now',
      'it is in the lane hot fix',
    ],
    [
      'what is in an active sprint',
      { issue: { inActiveSprint: true } },
      'now',
      'it is in an active sprint',
    ],
    [
      'what is planned for a release',
      { issue: { hasRelease: true } },
      'next',
      'it is planned for a release',
    ],
    [
      'what scores well',
      { issue: { type: 'Bug' }, readings: { priority: value('Highest') } },
      'next',
      'its score says soon',
    ],
    ['the rest', {}, 'later', 'nothing asks for it sooner: can wait'],
  ])('of %s', (_, given, horizon, because) => {
    const card = readCardOf(signalsOf(given));
    expect(card.horizon).toBe(horizon);
    expect(card.horizonBecause).toContain(because);
  });
});

describe('a closed issue', () => {
  it('has neither score nor lane: nothing is left to prioritise', () => {
    expect(
      readCardOf(signalsOf({ issue: { category: 'done' }, evidence: [anIncident()] })),
    ).toMatchObject({
      score: null,
      own: null,
      lane: 'unsorted',
      because: 'it is done',
      horizon: null,
      lines: [],
      missing: [],
      reasons: '',
    });
  });
});
