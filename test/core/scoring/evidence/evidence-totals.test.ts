import fc from 'fast-check';
import { defaultRubric } from '../../../../src/core/rubric/presets/default-rubric';
import type { Rubric } from '../../../../src/core/rubric/schema/schema';
import { weighEvidence } from '../../../../src/core/scoring/evidence/evidence-totals';
import type { Evidence } from '../../../../src/core/signals/signal';
import { rubrics } from '../../arbitrary/any-rubric';
import { runs } from '../../arbitrary/runs';
import { evidence } from '../../arbitrary/signals';
import { aNumber, aPlainRubric } from '../../builders/plain-rubric';
import { readCardOf } from '../../builders/described';
import { aRubric, aTicket, anIncident, signalsOf } from '../../builders/signals-of';

const today = Date.UTC(2026, 10, 20) / 86_400_000;
const weigh = (pieces: readonly Evidence[], rubric = defaultRubric) =>
  weighEvidence({ evidence: pieces }, rubric, today);
const daysAgo = (days: number): string =>
  new Date((today - days) * 86_400_000).toISOString().slice(0, 10);

describe('evidence', () => {
  it('counts a customer once, by the strongest', () => {
    const many = [
      aTicket('S-1', 'Acme'),
      aTicket('S-2', ' ACME', { open: false }),
      aTicket('S-3', 'Acme', { kind: 'report' }),
    ];
    expect(weigh(many)).toMatchObject({ demand: 1, customers: 1 });
  });

  it('gains nothing from a weaker piece of a customer who already speaks', () => {
    fc.assert(
      fc.property(fc.array(evidence, { maxLength: 6 }), evidence, (pieces, extra) => {
        const strong = { ...aTicket('S-0', extra.customer ?? 'Acme'), open: true };
        const weak = {
          ...extra,
          kind: 'support' as const,
          customer: extra.customer ?? 'Acme',
          id: 'weak',
        };
        expect(weigh([...pieces, strong, weak]).demand).toBe(weigh([...pieces, strong]).demand);
      }),
      runs,
    );
  });

  it('is the sum over customers of each one’s strongest piece, whatever else they said and in whatever order', () => {
    fc.assert(
      fc.property(rubrics, fc.array(evidence, { maxLength: 8 }), (rubric, given) => {
        const pieces = given.map((piece, at) => ({ ...piece, id: `${piece.id}-${at}` }));
        const byCustomer = new Map<string, number>();
        for (const piece of pieces.filter(({ kind }) => kind !== 'incident')) {
          const who = piece.customer?.trim().toLowerCase() ?? piece.id;
          byCustomer.set(who, Math.max(byCustomer.get(who) ?? 0, weigh([piece], rubric).demand));
        }
        const { demand, customers } = weigh(pieces, rubric);
        expect(demand).toBeCloseTo(
          [...byCustomer.values()].reduce((sum, one) => sum + one, 0),
          6,
        );
        expect(customers).toBe(byCustomer.size);
        expect(weigh(pieces.toReversed(), rubric)).toMatchObject({ demand, customers });
      }),
      runs,
    );
  });

  it('halves with every half-life since it was closed, under any rubric, and never while it is open', () => {
    fc.assert(
      fc.property(
        rubrics,
        evidence,
        fc.integer({ min: 0, max: 400 }),
        fc.integer({ min: 0, max: 4 }),
        (rubric, piece, days, lives) => {
          const halfLifeDays = Math.ceil(rubric.evidence.halfLifeDays);
          const under = { ...rubric, evidence: { ...rubric.evidence, halfLifeDays } };
          const worth = (age: number, open: boolean): number => {
            const { demand, incidentWeight } = weigh([{ ...piece, open, at: daysAgo(age) }], under);
            return demand + incidentWeight;
          };
          // Sums are kept to a millionth: half of one is lost at most on either side.
          expect(
            Math.abs(worth(days + lives * halfLifeDays, false) - worth(days, false) / 2 ** lives),
          ).toBeLessThanOrEqual(1e-6);
          expect(worth(days + 1, false)).toBeLessThanOrEqual(worth(days, false));
          expect(worth(days, true)).toBe(worth(0, true));
        },
      ),
      runs,
    );
  });

  it('keeps for every piece where it comes from', () => {
    const counted: Rubric = aPlainRubric([
      aNumber('incidents', { absence: 'zero', signal: { kind: 'incidents' } }),
      aNumber('demand', { absence: 'zero', signal: { kind: 'demand' } }),
      aNumber('tickets', { absence: 'zero', signal: { kind: 'tickets' } }),
      aNumber('duplicates', { absence: 'zero', signal: { kind: 'duplicates' } }),
    ]);
    fc.assert(
      fc.property(
        fc.uniqueArray(evidence, { maxLength: 8, selector: ({ id }) => id }),
        (pieces) => {
          const card = readCardOf(
            signalsOf({ evidence: pieces.map((piece) => ({ ...piece, key: piece.id })) }),
            counted,
          );
          const named = (id: string) =>
            (card.lines.find((line) => line.id === id)?.from ?? [])
              .flatMap(({ key, at }) => (key === undefined ? [] : [`${key} ${at ?? ''}`]))
              .sort();
          const of = (...kinds: readonly Evidence['kind'][]) =>
            pieces
              .filter(({ kind }) => kinds.includes(kind))
              .map(({ id, at }) => `${id} ${at}`)
              .sort();
          expect([
            named('incidents'),
            named('demand'),
            named('tickets'),
            named('duplicates'),
          ]).toEqual([
            of('incident'),
            of('support', 'report', 'usage'),
            of('support'),
            of('report'),
          ]);
        },
      ),
      runs,
    );
  });

  it('counts each customer of a shared ticket', () => {
    expect(weigh([aTicket('S-1', 'Acme'), aTicket('S-1', 'Globex')])).toMatchObject({
      demand: 2,
      customers: 2,
    });
  });

  it('counts tickets of nobody in particular one by one', () => {
    const { customer: _, ...anonymous } = aTicket('S-1', 'x');
    expect(weigh([anonymous, { ...anonymous, id: 'S-2' }])).toMatchObject({
      demand: 2,
      customers: 2,
      openCustomers: 2,
    });
    expect(
      weigh([{ ...anonymous, open: false }, aTicket('S-2', 'Acme', { open: false })]).openCustomers,
    ).toBe(0);
    expect(weigh([anonymous, aTicket('S-2', 'Acme'), aTicket('S-3', 'acme')]).openCustomers).toBe(
      2,
    );
  });

  it('says half as much a half-life after it was closed, and as much as ever while open', () => {
    expect(weigh([aTicket('S-1', 'Acme', { open: false, at: daysAgo(90) })]).demand).toBe(0.5);
    expect(weigh([aTicket('S-1', 'Acme', { open: false, at: daysAgo(180) })]).demand).toBe(0.25);
    expect(weigh([aTicket('S-1', 'Acme', { at: daysAgo(900) })]).demand).toBe(1);
    expect(weigh([anIncident({ open: false, at: daysAgo(90) })]).incidentWeight).toBe(0.5);
    expect(weigh([aTicket('S-1', 'Acme', { open: false, at: '2031-01-01' })]).demand).toBe(1);
  });

  it('weighs a customer by segment, as the rubric or the evidence names it', () => {
    const rubric = aRubric({
      customers: { segments: { Enterprise: 3 }, members: { Acme: 'enterprise' } },
    });
    expect(weigh([aTicket('S-1', 'acme')], rubric).demand).toBe(3);
    expect(weigh([aTicket('S-1', 'Globex', { segment: 'Enterprise' })], rubric).demand).toBe(3);
    expect(weigh([aTicket('S-1', 'Initech')], rubric).demand).toBe(1);
  });

  it('counts an incident once, by its severity, and knows the worst that is open', () => {
    const pieces = [
      anIncident({ severity: 2 }),
      anIncident({ severity: 2 }),
      anIncident({ id: 'INC-2', severity: 1, open: false, at: daysAgo(0) }),
    ];
    expect(weigh(pieces)).toMatchObject({
      incidentWeight: 1.6,
      worstOpen: { severity: 2, evidence: { id: 'INC-1' } },
    });
  });

  it("assumes the rubric's severity where none is given, and says so", () => {
    const { severity: _, ...unrated } = anIncident();
    const line = readCardOf(signalsOf({ evidence: [unrated] })).lines.find(
      ({ id }) => id === 'incidents',
    );
    expect(line).toMatchObject({
      value: '1 open SEV3 incident',
      from: [{ text: 'SEV3 incident (severity assumed), open', key: 'INC-1', at: '2026-11-18' }],
    });
  });

  it('keeps where it comes from, and only counts what would make the list too long', () => {
    const pieces = Array.from({ length: 50 }, (_, at) => aTicket(`S-${at}`, `Customer ${at}`));
    const line = readCardOf(signalsOf({ evidence: pieces })).lines.find(
      ({ id }) => id === 'demand',
    );
    expect(line?.value).toBe('50 tickets from 50 customers');
    expect(line?.from).toHaveLength(21);
    expect(line?.from[0]).toEqual({ text: 'support ticket, open', key: 'S-0', at: '2026-11-10' });
    expect(line?.from.at(-1)).toEqual({ text: 'and 30 more' });
  });

  it('recurs while incidents are open or recent', () => {
    const at = (days: number, open: boolean, id: string) =>
      anIncident({ id, open, at: daysAgo(days) });
    const card = readCardOf(
      signalsOf({ evidence: [at(90, false, 'A'), at(91, false, 'B'), at(400, true, 'C')] }),
    );
    expect(card.lines.find(({ id }) => id === 'recurrence')).toMatchObject({
      value: '2 incidents in 90 days',
      points: 75,
    });
  });
});
