import { defaultRubric } from '../../../src/core/rubric/presets/default-rubric';
import {
  withCustomers,
  withRecorded,
  type Customer,
  type RecordedEvidence,
} from '../../../src/core/signals/recorded';
import { readCardOf } from '../builders/described';
import { aTicket, now, signalsOf } from '../builders/signals-of';

function recorded(given: Partial<RecordedEvidence> = {}): RecordedEvidence {
  return {
    source: 'pagerduty',
    externalId: 'PDX1',
    kind: 'incident',
    customer: null,
    segment: null,
    level: 'P1',
    value: null,
    open: true,
    at: '2026-11-18',
    ...given,
  };
}

function aCustomer(name: string, given: Partial<Customer> = {}): Customer {
  return { name, segment: null, weight: null, revenue: null, ...given };
}

const scoreWith = (...pieces: readonly RecordedEvidence[]): number =>
  readCardOf(withRecorded(signalsOf(), pieces, defaultRubric)).score ?? NaN;

describe('evidence from outside', () => {
  it('counts as a linked incident does, and says where it comes from without a key to follow', () => {
    const card = readCardOf(withRecorded(signalsOf(), [recorded()], defaultRubric));
    expect(card.lane).toBe('hot fix');
    const sources = card.lines
      .flatMap(({ from }) => from)
      .filter(({ text }) => text.includes('incident'));
    expect(sources.length).toBeGreaterThan(0);
    expect(sources.some(({ text }) => text.includes('pagerduty PDX1'))).toBe(true);
    expect(sources.filter(({ key }) => key !== undefined)).toEqual([]);
  });

  it('reads a severity by the names that the rubric knows, and assumes one for a name that it does not', () => {
    expect(scoreWith(recorded({ level: 'sev1' }))).toBe(scoreWith(recorded({ level: 'P1' })));
    expect(scoreWith(recorded({ level: 'catastrophe' }))).toBe(
      scoreWith(recorded({ level: 'SEV3' })),
    );
  });

  it('is the same in whatever order it was recorded', () => {
    const [one, other] = [recorded(), recorded({ externalId: 'PDX2', level: 'P3' })];
    expect(withRecorded(signalsOf(), [one, other], defaultRubric)).toEqual(
      withRecorded(signalsOf(), [other, one], defaultRubric),
    );
  });

  it('of an issue that is linked is no second piece, but tells who was affected', () => {
    const ticket = aTicket('SUP-1', 'Harbour Coffee');
    const named = (customer: string | null) =>
      recorded({ source: 'desk', externalId: 'sup-1', kind: 'support', level: null, customer });
    const withTicket = (...pieces: readonly RecordedEvidence[]) =>
      withRecorded(signalsOf({ evidence: [ticket] }), pieces, defaultRubric).evidence;
    expect(withTicket(named(null), named('harbour coffee'))).toEqual([ticket]);
    expect(withTicket(named('Nordbank'))).toEqual([ticket, { ...ticket, customer: 'Nordbank' }]);
    const { customer: _, ...nameless } = ticket;
    expect(
      withRecorded(signalsOf({ evidence: [nameless] }), [named('Nordbank')], defaultRubric)
        .evidence,
    ).toEqual([{ ...nameless, customer: 'Nordbank' }]);
  });

  it('counts once a customer, the strongest, together with what links say', () => {
    const ticket = aTicket('SUP-1', 'Harbour Coffee');
    const linked = readCardOf(signalsOf({ evidence: [ticket] })).score ?? NaN;
    const again = recorded({
      source: 'zendesk',
      externalId: 'T-1',
      kind: 'support',
      level: null,
      customer: 'harbour coffee',
      at: ticket.at,
    });
    const both =
      readCardOf(
        withRecorded(signalsOf({ evidence: [ticket] }), [again], defaultRubric),
        defaultRubric,
        now,
      ).score ?? NaN;
    expect(both).toBe(linked);
    const another =
      readCardOf(
        withRecorded(
          signalsOf({ evidence: [ticket] }),
          [{ ...again, customer: 'Pier 9' }],
          defaultRubric,
        ),
      ).score ?? NaN;
    expect(another).toBeGreaterThan(linked);
  });
});

describe('the customer table', () => {
  const evidence = [aTicket('SUP-1', 'Harbour Coffee')];
  const scoreFor = (...customers: readonly Customer[]): number =>
    readCardOf(
      withCustomers(
        signalsOf({ evidence }),
        new Map(customers.map((one) => [one.name.toLowerCase(), one])),
      ),
    ).score ?? NaN;

  it('lets a heavier customer weigh more, whichever evidence names it', () => {
    expect(scoreFor(aCustomer('Harbour Coffee', { weight: 3 }))).toBeGreaterThan(scoreFor());
    expect(scoreFor(aCustomer('Harbour Coffee', { weight: 0.2 }))).toBeLessThan(scoreFor());
    expect(scoreFor(aCustomer('Pier 9', { weight: 3 }))).toBe(scoreFor());
  });

  it('gives a segment unless the evidence says its own', () => {
    const table = new Map([
      ['harbour coffee', aCustomer('Harbour Coffee', { segment: 'enterprise' })],
    ]);
    expect(withCustomers(signalsOf({ evidence }), table).evidence[0]?.segment).toBe('enterprise');
    expect(
      withCustomers(signalsOf({ evidence: [{ ...evidence[0]!, segment: 'growth' }] }), table)
        .evidence[0]?.segment,
    ).toBe('growth');
  });
});
