import fc from 'fast-check';
import { describeSource } from '../../../../src/core/describe/describe-source';
import { parseRubric } from '../../../../src/core/rubric/document/parse';
import { defaultRubric } from '../../../../src/core/rubric/presets/default-rubric';
import { rubricDifference } from '../../../../src/core/rubric/document/difference';
import type { Rubric } from '../../../../src/core/rubric/schema/schema';
import {
  customerWeight,
  revenueWeight,
  weighingRevenue,
} from '../../../../src/core/scoring/evidence/customer-weight';
import { withCustomers, type Customer } from '../../../../src/core/signals/recorded';
import { rubrics } from '../../arbitrary/any-rubric';
import { runs } from '../../arbitrary/runs';
import { signalsFor } from '../../arbitrary/signals';
import { readCardOf } from '../../builders/described';
import { aRubric, aTicket, now, signalsOf } from '../../builders/signals-of';

const curve = { from: 10_000, to: 1_000_000, least: 1, most: 3, currency: '€' };
const customers = { ...defaultRubric.customers, revenue: curve };
const byRevenue = aRubric({ customers });
const acme = (given: Partial<Customer>): ReadonlyMap<string, Customer> =>
  new Map([['acme', { name: 'Acme', segment: null, weight: null, revenue: null, ...given }]]);
const demandOf = (rubric: Rubric, given: Partial<Customer>) =>
  readCardOf(
    withCustomers(signalsOf({ evidence: [aTicket('SUP-1', 'Acme')] }), acme(given)),
    rubric,
  ).lines.find(({ id }) => id === 'demand');

const curves = fc
  .record({
    from: fc.double({ min: 1, max: 1e6, noNaN: true }),
    times: fc.double({ min: 1.001, max: 1e6, noNaN: true }),
    least: fc.double({ min: 0, max: 50, noNaN: true }),
    more: fc.double({ min: 0, max: 50, noNaN: true }),
  })
  .map(({ from, times, least, more }) => ({
    from,
    to: from * times,
    least,
    most: least + more,
    currency: '',
  }));
const amounts = fc.double({ min: 0, max: 1e15, noNaN: true });

/** What a ticket of such a customer says of its revenue. */
function revenueSaid(...given: Parameters<typeof weighingRevenue>): string {
  const revenue = weighingRevenue(...given);
  if (revenue === null) return '';
  const { text } = describeSource({
    kind: 'support',
    ref: { key: 'S-1' },
    open: true,
    at: '2026-11-20',
    revenue,
  });
  return text.slice('support ticket, open ('.length, -1);
}

describe('what a customer weighs', () => {
  it('is its own weight, else by its revenue where the rubric says so, else its segment’s, else 1', () => {
    const known = { customer: 'Acme', segment: 'enterprise' };
    expect(customerWeight({ ...known, weight: 2, revenue: 1_000_000 }, customers)).toBe(6);
    expect(customerWeight({ ...known, revenue: 100_000 }, customers)).toBeCloseTo(2, 12);
    expect(customerWeight({ ...known, revenue: 100_000 }, defaultRubric.customers)).toBe(3);
    expect(customerWeight(known, customers)).toBe(3);
    expect(customerWeight({ customer: 'Acme' }, customers)).toBe(1);
  });

  it('changes no score while the rubric says nothing of revenue', () => {
    expect(demandOf(defaultRubric, { revenue: 5_000_000 })).toEqual(demandOf(defaultRubric, {}));
    expect(parseRubric(JSON.parse(JSON.stringify(defaultRubric)))).toMatchObject({
      ok: true,
      rubric: {
        customers: expect.not.objectContaining({
          revenue: expect.anything() as unknown,
        }) as unknown,
      },
    });
  });

  it('counts in the score, and the reasons say how much', () => {
    const [poor, rich] = [
      demandOf(byRevenue, { revenue: 10_000 }),
      demandOf(byRevenue, { revenue: 1_200_000 }),
    ];
    expect(rich?.points ?? 0).toBeGreaterThan(poor?.points ?? 0);
    expect(rich?.from).toEqual([
      expect.objectContaining({
        text: 'support ticket, open (Acme, €1.2 M a year, weighs 3×)',
        key: 'SUP-1',
      }),
    ]);
  });

  it.each([
    [950, 'EUR', 'Acme, EUR 950 a year, weighs 1×'],
    [99_960, '$', 'Acme, $100 k a year, weighs 2×'],
    [999_999, '€', 'Acme, €1 M a year, weighs 3×'],
    [2_340_000_000, '', 'Acme, 2.3 bn a year, weighs 3×'],
    [123_400, 'A$', 'Acme, A$123 k a year, weighs 2.09×'],
    [12_340, 'A$', 'Acme, A$12.3 k a year, weighs 1.09×'],
    [999.5, '€', 'Acme, €1 k a year, weighs 1×'],
    [999.4, '€', 'Acme, €999 a year, weighs 1×'],
  ])('is said of a revenue of %d as people say it', (revenue, currency, words) => {
    expect(
      revenueSaid({ customer: 'Acme', revenue }, { ...customers, revenue: { ...curve, currency } }),
    ).toBe(words);
  });

  it('names no account that stands for a customer', () => {
    expect(
      revenueSaid(
        { customer: '712020:0f5f8e4c-5a6b-4c9d-8e7f-001122334455', revenue: 50 },
        customers,
      ),
    ).toBe('€50 a year, weighs 1×');
    expect(revenueSaid({ customer: '5b10ac8d82e05b22cc7d4ef5', revenue: 50 }, customers)).toBe(
      '€50 a year, weighs 1×',
    );
    expect(revenueSaid({ revenue: 50 }, customers)).toBe('€50 a year, weighs 1×');
    expect(revenueSaid({ customer: 'Fab 5b10ac8d82e05b22cc7d4ef5', revenue: 50 }, customers)).toBe(
      'Fab 5b10ac8d82e05b22cc7d4ef5, €50 a year, weighs 1×',
    );
    expect(revenueSaid({ customer: '5b10ac8d82e05b22cc7d4ef5 Ltd', revenue: 50 }, customers)).toBe(
      '5b10ac8d82e05b22cc7d4ef5 Ltd, €50 a year, weighs 1×',
    );
  });

  it('never falls as revenue grows, and stays between the least and the most', () => {
    fc.assert(
      fc.property(curves, amounts, amounts, (given, one, other) => {
        const [less, more] = [Math.min(one, other), Math.max(one, other)].map((revenue) =>
          revenueWeight(revenue, given),
        ) as [number, number];
        expect(less).toBeLessThanOrEqual(more);
        expect(less).toBeGreaterThanOrEqual(given.least);
        expect(more).toBeLessThanOrEqual(given.most);
      }),
      runs,
    );
  });

  it('never lowers a score when the revenue of one customer grows, under any rubric', () => {
    const scene = rubrics.chain((rubric) =>
      fc.record({
        rubric: fc.constant(rubric),
        signals: signalsFor(rubric),
        given: curves,
        one: amounts,
        other: amounts,
      }),
    );
    fc.assert(
      fc.property(scene, ({ rubric, signals, given, one, other }) => {
        const weighing = { ...rubric, customers: { ...rubric.customers, revenue: given } };
        const score = (revenue: number): number =>
          readCardOf(
            {
              ...signals,
              evidence: signals.evidence.map((piece) =>
                piece.customer?.trim().toLowerCase() === 'acme' ? { ...piece, revenue } : piece,
              ),
            },
            weighing,
            now,
          ).score ?? 0;
        expect(score(Math.min(one, other))).toBeLessThanOrEqual(score(Math.max(one, other)));
      }),
      { numRuns: Math.min(200, runs.numRuns) },
    );
  });

  it('counts a customer once however many tickets it has, by its strongest', () => {
    const known = acme({ revenue: 1_000_000 });
    const of = (...ids: readonly string[]) =>
      readCardOf(
        withCustomers(signalsOf({ evidence: ids.map((id) => aTicket(id, 'Acme')) }), known),
        byRevenue,
      ).lines.find(({ id }) => id === 'demand')?.points;
    expect(of('SUP-1', 'SUP-2', 'SUP-3')).toBe(of('SUP-1'));
  });

  it('has every problem of its settings told at its place', () => {
    const parsed = parseRubric({
      ...defaultRubric,
      customers: { ...customers, revenue: { ...curve, from: 2_000_000, least: 4 } },
    });
    expect(parsed.ok ? [] : parsed.problems.map(({ path }) => path)).toEqual([
      'customers.revenue.to',
      'customers.revenue.least',
    ]);
    expect(
      parseRubric({ ...defaultRubric, customers: { ...customers, revenue: { from: 1 } } }),
    ).toMatchObject({ ok: false });
  });

  it('is told in words where two versions differ', () => {
    expect(
      rubricDifference(
        byRevenue,
        aRubric({ customers: { ...customers, revenue: { ...curve, most: 5 } } }),
      ).map(({ text }) => text),
    ).toEqual([expect.stringContaining('weighs at most 3 → 5')]);
  });
});
