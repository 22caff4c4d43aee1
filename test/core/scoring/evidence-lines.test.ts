import { defaultRubric } from '../../../src/core/rubric/presets/default-rubric';
import type { Criterion } from '../../../src/core/rubric/schema/schema';
import type { Evidence, Signals } from '../../../src/core/signals/signal';
import { readCardOf } from '../builders/described';
import {
  aRubric,
  aTicket,
  anIncident,
  signalsOf,
  value,
  type SignalsGiven,
} from '../builders/signals-of';

const linear = {
  kind: 'linear',
  direction: 'rising',
  from: { x: 0, points: 0 },
  to: { x: 10, points: 100 },
} as const;

/** The line of one criterion that stands alone, ten points a piece. */
function lineOf(
  signal: Criterion['signal'],
  given: SignalsGiven & Partial<Pick<Signals, 'blockedBy'>>,
) {
  const rubric = aRubric({
    criteria: [
      {
        id: 'only',
        pillar: 'business-value',
        label: 'Only',
        signal,
        curve: linear,
        weight: 1,
        absence: 'zero',
        ifSiteHas: false,
      },
    ],
    effort: { ...defaultRubric.effort, k: 0 },
    urgency: { ...defaultRubric.urgency, lambda: 0 },
  });
  const card = readCardOf(
    {
      ...signalsOf(given),
      ...(given.blockedBy === undefined ? {} : { blockedBy: given.blockedBy }),
    },
    rubric,
  );
  const { value: words, points, from } = card.lines[0] ?? { value: null, points: null, from: [] };
  return { words, points, from, reasons: card.reasons };
}
const evidence = (...pieces: readonly Evidence[]): SignalsGiven => ({ evidence: pieces });
const closed = { open: false, at: '2026-11-20' } as const;

describe('the line of incidents', () => {
  it('names the worst that are open, counts the rest, and adds up their weights', () => {
    const found = lineOf(
      { kind: 'incidents' },
      evidence(
        anIncident({ id: 'A', severity: 3 }),
        anIncident({ id: 'B', severity: 2 }),
        anIncident({ id: 'C', severity: 2 }),
        anIncident({ id: 'D', severity: 2, ...closed }),
        anIncident({ id: 'E', severity: 1, ...closed }),
      ),
    );
    // 0.3 + 0.6 + 0.6 + 0.6 + 1 = 3.1
    expect(found).toMatchObject({
      words: '2 open SEV2 incidents and 3 more',
      points: 31,
      reasons: '2 open SEV2 incidents and 3 more +31',
    });
    // The open ones first, then the worse ones.
    expect(found.from).toEqual([
      { text: 'SEV2 incident, open', key: 'B', at: '2026-11-18' },
      { text: 'SEV2 incident, open', key: 'C', at: '2026-11-18' },
      { text: 'SEV3 incident, open', key: 'A', at: '2026-11-18' },
      { text: 'SEV1 incident, closed', key: 'E', at: '2026-11-20' },
      { text: 'SEV2 incident, closed', key: 'D', at: '2026-11-20' },
    ]);
  });

  it.each<[string, readonly Evidence[]]>([
    ['1 open SEV1 incident', [anIncident()]],
    ['2 open SEV1 incidents', [anIncident(), anIncident({ id: 'B' })]],
    ['1 open SEV1 incident and 1 more', [anIncident(), anIncident({ id: 'B', ...closed })]],
    ['1 past incident', [anIncident(closed)]],
    ['2 past incidents', [anIncident(closed), anIncident({ id: 'B', ...closed })]],
  ])('says: %s', (words, pieces) => {
    expect(lineOf({ kind: 'incidents' }, evidence(...pieces)).words).toBe(words);
  });

  it('says that none is linked, and counts for nothing', () => {
    expect(lineOf({ kind: 'incidents' }, evidence(aTicket('S-1', 'Acme')))).toEqual({
      words: 0,
      points: 0,
      from: [{ text: 'no incident is linked' }],
      reasons: '',
    });
  });

  it('says which tool an incident is from that has no issue, and what its customer thought', () => {
    const { key: _, ...outside } = anIncident({ id: 'PD-7', origin: 'PagerDuty PD-7' });
    expect(
      lineOf(
        { kind: 'incidents' },
        evidence(outside, anIncident({ id: 'B', satisfaction: 2 }), {
          ...outside,
          id: 'PD-8',
          satisfaction: 1,
        }),
      ).from,
    ).toEqual([
      { text: 'SEV1 incident, open (PagerDuty PD-7)', at: '2026-11-18' },
      { text: 'SEV1 incident, open (rated 2 of 5)', key: 'B', at: '2026-11-18' },
      { text: 'SEV1 incident, open (PagerDuty PD-7, rated 1 of 5)', at: '2026-11-18' },
    ]);
  });
});

describe('the line of recurring incidents', () => {
  const old = anIncident({ open: false, at: '2026-10-20' });

  it('counts those that are open or as recent as it says', () => {
    expect(lineOf({ kind: 'recurrence', days: 31 }, evidence(old))).toMatchObject({
      words: '1 incident in 31 days',
      points: 10,
      reasons: '1 incident in 31 days +10',
    });
    expect(
      lineOf(
        { kind: 'recurrence', days: 31 },
        evidence(old, anIncident({ id: 'B', at: '2020-01-01' })),
      ).words,
    ).toBe('2 incidents in 31 days');
  });

  it('says whether there is none, or none so recent', () => {
    expect(lineOf({ kind: 'recurrence', days: 30 }, evidence(old))).toMatchObject({
      words: 0,
      from: [{ text: 'the linked incidents are older than 30 days' }],
    });
    expect(lineOf({ kind: 'recurrence', days: 30 }, evidence())).toMatchObject({
      words: 0,
      from: [{ text: 'no incident is linked' }],
    });
  });
});

describe('the line of demand', () => {
  it('counts tickets and customers, and scores what customers say', () => {
    const shared = [aTicket('S-1', 'Acme'), aTicket('S-1', 'Globex'), aTicket('S-2', 'Acme')];
    expect(lineOf({ kind: 'demand' }, evidence(...shared))).toMatchObject({
      words: '2 tickets from 2 customers',
      points: 20,
      reasons: '2 tickets from 2 customers +20',
    });
    expect(lineOf({ kind: 'demand' }, evidence(aTicket('S-1', 'Acme'))).words).toBe(
      '1 ticket from 1 customer',
    );
  });

  it('calls them reports where not all are tickets', () => {
    expect(
      lineOf(
        { kind: 'demand' },
        evidence(aTicket('S-1', 'Acme'), aTicket('S-2', 'Globex', { kind: 'report' })),
      ),
    ).toMatchObject({ words: '2 reports from 2 customers', points: 15 });
  });

  it('weighs each customer: its own weight, its segment, and how it was left', () => {
    const weighed = (given: Partial<Evidence>) =>
      lineOf({ kind: 'demand' }, evidence(aTicket('S-1', 'Acme', given))).points;
    expect([
      weighed({}),
      weighed({ weight: 2 }),
      weighed({ segment: 'Enterprise' }),
      weighed({ weight: 1.5, segment: 'growth' }),
      weighed({ segment: 'unheard of' }),
    ]).toEqual([10, 20, 30, 30, 10]);
    expect([
      weighed({ satisfaction: 2 }),
      weighed({ satisfaction: 3 }),
      weighed({ kind: 'usage' }),
      weighed({ kind: 'report' }),
    ]).toEqual([15, 10, 2.5, 5]);
  });

  it('says that nobody speaks for it', () => {
    expect(lineOf({ kind: 'demand' }, evidence(anIncident()))).toMatchObject({
      words: 0,
      from: [{ text: 'no customer speaks for it' }],
    });
  });
});

describe('the lines of tickets and duplicates', () => {
  const pieces = [
    aTicket('S-1', 'Acme'),
    aTicket('S-1', 'Globex'),
    aTicket('S-2', 'Acme', closed),
    aTicket('D-1', 'Acme', { kind: 'report' }),
  ];

  it('count each once, however many customers it speaks for', () => {
    expect(lineOf({ kind: 'tickets' }, evidence(...pieces))).toMatchObject({
      words: '2 support tickets',
      points: 20,
      from: [{ key: 'S-1' }, { key: 'S-1' }, { text: 'support ticket, closed', key: 'S-2' }],
    });
    expect(lineOf({ kind: 'duplicates' }, evidence(...pieces))).toEqual({
      words: '1 duplicate',
      points: 10,
      from: [{ text: 'duplicate report, open', key: 'D-1', at: '2026-11-10' }],
      reasons: '1 duplicate +10',
    });
  });

  it('say that none is linked', () => {
    expect(lineOf({ kind: 'tickets' }, evidence(...pieces.slice(3)))).toMatchObject({
      words: 0,
      from: [{ text: 'no support ticket is linked' }],
    });
    expect(lineOf({ kind: 'duplicates' }, evidence(...pieces.slice(0, 3)))).toMatchObject({
      words: 0,
      from: [{ text: 'no duplicate is linked' }],
    });
  });
});

describe('the lines of links', () => {
  it('count what waits for the issue and what it waits for', () => {
    expect(lineOf({ kind: 'blocks' }, { blocks: ['A-1', 'A-2'] })).toEqual({
      words: 'blocks 2 issues',
      points: 20,
      from: [
        { text: 'waits for this issue', key: 'A-1' },
        { text: 'waits for this issue', key: 'A-2' },
      ],
      reasons: 'blocks 2 issues +20',
    });
    expect(lineOf({ kind: 'blockedBy' }, { blockedBy: ['B-1'] })).toEqual({
      words: 'blocked by 1 issue',
      points: 10,
      from: [{ text: 'blocks this issue', key: 'B-1' }],
      reasons: 'blocked by 1 issue +10',
    });
  });

  it('say that there is nothing', () => {
    expect(lineOf({ kind: 'blocks' }, { blockedBy: ['B-1'] })).toMatchObject({
      words: 0,
      points: 0,
      from: [{ text: 'nothing waits for it' }],
    });
    expect(lineOf({ kind: 'blockedBy' }, { blocks: ['A-1'] })).toMatchObject({
      words: 0,
      points: 0,
      from: [{ text: 'nothing blocks it' }],
    });
  });
});

describe('the line of urgency', () => {
  const urgency = (given: SignalsGiven) => {
    const card = readCardOf(signalsOf({ ...given, readings: { 'number:story points': value(1) } }));
    const line = card.lines.find(({ id }) => id === 'urgency');
    return line === undefined ? null : { words: line.value, factor: line.factor, from: line.from };
  };

  it('says the day, and how near it is', () => {
    // 14 days ahead nothing, on the day 0.4; times 0.6
    expect(urgency({ issue: { due: '2026-11-27' } })).toEqual({
      words: 'due in 7 days',
      factor: 0.12,
      from: [{ text: 'due date', at: '2026-11-27' }],
    });
    expect(urgency({ issue: { due: '2026-11-17' } })).toEqual({
      words: 'overdue by 3 days',
      factor: 0.224,
      from: [{ text: 'due date', at: '2026-11-17' }],
    });
  });

  it('says whose agreed time passed: its own before others’', () => {
    const late = aTicket('S-1', 'Acme', { slaBreached: true });
    const { key: _, ...outside } = { ...late, id: 'Z-9' };
    expect(urgency({ evidence: [aTicket('S-0', 'Acme'), late, outside] })).toEqual({
      words: 'agreed time passed on S-1',
      factor: 0.48,
      from: [{ text: 'agreed time passed', key: 'S-1' }, { text: 'agreed time passed' }],
    });
    expect(urgency({ evidence: [outside] })?.words).toBe('agreed time passed on Z-9');
    expect(urgency({ evidence: [late], issue: { slaBreached: true } })).toEqual({
      words: 'its own agreed time passed',
      factor: 0.48,
      from: [{ text: 'service agreement' }],
    });
    expect(urgency({ evidence: [{ ...late, open: false }] })).toBeNull();
    expect(urgency({ evidence: [{ ...late, slaBreached: false }] })).toBeNull();
  });

  it('says which incident is open, by its severity', () => {
    const { key: _, ...outside } = anIncident({ id: 'PD-7', severity: 3 });
    expect(urgency({ evidence: [anIncident({ severity: 2 })] })).toEqual({
      words: 'SEV2 incident INC-1 open',
      factor: 0.42,
      from: [{ text: 'open SEV2 incident', key: 'INC-1', at: '2026-11-18' }],
    });
    expect(urgency({ evidence: [outside] })).toEqual({
      words: 'SEV3 incident PD-7 open',
      factor: 0.18,
      from: [{ text: 'open SEV3 incident', at: '2026-11-18' }],
    });
    expect(urgency({ evidence: [anIncident({ severity: 5 })] })).toBeNull();
    expect(urgency({ evidence: [anIncident(closed)] })).toBeNull();
  });

  it('is the most urgent of all, and of two equals the first in this order', () => {
    expect(
      urgency({ issue: { due: '2026-11-20' }, evidence: [anIncident({ severity: 3 })] })?.words,
    ).toBe('due today');
    expect(
      urgency({ issue: { due: '2026-11-20' }, evidence: [anIncident({ severity: 2 })] })?.words,
    ).toBe('SEV2 incident INC-1 open');
    expect(
      urgency({ issue: { slaBreached: true }, evidence: [anIncident({ severity: 2 })] })?.words,
    ).toBe('its own agreed time passed');
    const alike = aRubric({ urgency: { ...defaultRubric.urgency, slaBreached: 0.7 } });
    const both = signalsOf({
      issue: { slaBreached: true },
      evidence: [anIncident({ severity: 2 })],
    });
    expect(readCardOf(both, alike).lines.find(({ id }) => id === 'urgency')?.value).toBe(
      'its own agreed time passed',
    );
  });

  it('names no issue in the reasons, which people read who may not see it', () => {
    const reasonsOf = (given: SignalsGiven) =>
      readCardOf(signalsOf({ ...given, readings: { 'number:story points': value(1) } })).reasons;
    expect(reasonsOf({ evidence: [anIncident()] })).toContain('SEV1 incident open +');
    expect(reasonsOf({ evidence: [aTicket('S-1', 'Acme', { slaBreached: true })] })).toContain(
      'agreed time passed +',
    );
    expect(reasonsOf({ issue: { slaBreached: true } })).toContain('agreed time passed +');
    expect(reasonsOf({ issue: { due: '2026-11-20' } })).toContain('due today +');
    expect(
      reasonsOf({ evidence: [anIncident(), aTicket('S-1', 'Acme', { slaBreached: true })] }),
    ).not.toMatch(/INC-1|S-1/);
  });
});
