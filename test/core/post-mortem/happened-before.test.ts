import fc from 'fast-check';
import { happenedBefore } from '../../../src/core/post-mortem/happened-before';
import type { IssueRecord } from '../../../src/core/issue/issue-record';
import { runs } from '../arbitrary/runs';
import { aLink, anIssue } from '../../usecases/in-memory-world';

const now = new Date('2026-11-16T09:00:00Z');
const incident = (key: string, summary: string, facts: Partial<IssueRecord> = {}): IssueRecord =>
  anIssue(key, { summary, ...facts });
const about = incident('INC-9', 'Payout batch stuck on ledger lock', {
  components: ['Payouts'],
  labels: ['ledger'],
});
const keys = (...incidents: readonly IssueRecord[]) =>
  happenedBefore({ about: [about], incidents, now }).map(({ key }) => key);

describe('happened before?', () => {
  it('puts what is linked first, then what shares most, and says because of what', () => {
    const linked = incident('INC-1', 'Something else', { links: [aLink('relates to', about)] });
    const alike = incident('INC-2', 'Payout batch stuck again on a ledger lock');
    const neighbour = incident('INC-3', 'Slow dashboard', { components: ['payouts'] });
    const found = happenedBefore({ about: [about], incidents: [neighbour, alike, linked], now });
    expect(found.map(({ key, because }) => [key, because])).toEqual([
      ['INC-2', ['83 % of the words are the same']],
      ['INC-1', ['linked']],
      ['INC-3', ['same component: payouts']],
    ]);
  });

  it('leaves out itself and mere coincidence', () => {
    expect(keys(about, incident('INC-4', 'Login page is slow for users of the ledger'))).toEqual(
      [],
    );
  });

  it('believes what is recent sooner than the same a year ago', () => {
    expect(
      keys(
        incident('INC-5', 'Payout batch stuck', { created: '2025-11-16T09:00:00.000+0000' }),
        incident('INC-6', 'Payout batch stuck'),
      ),
    ).toEqual(['INC-6', 'INC-5']);
  });

  it('gives the same answer whatever the order it was asked in, and never more than eight', () => {
    const some = fc.array(
      fc.record({
        n: fc.integer({ min: 10, max: 60 }),
        summary: fc.constantFrom('Payout batch stuck', 'Ledger lock', 'Login slow', ''),
        component: fc.constantFrom('Payouts', 'Login'),
      }),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(some, (rows) => {
        const unique = [
          ...new Map(
            rows.map((row) => [
              row.n,
              incident(`INC-${row.n}`, row.summary, { components: [row.component] }),
            ]),
          ).values(),
        ];
        const found = keys(...unique);
        expect(keys(...[...unique].reverse())).toEqual(found);
        expect(found.length).toBeLessThanOrEqual(8);
      }),
      runs,
    );
  });
});
