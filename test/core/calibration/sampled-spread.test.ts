import { spreadOverSample } from '../../../src/core/calibration/sampled-spread';
import { anIssue } from '../builders/an-issue';

const NOW = new Date('2026-11-16T09:00:00Z');
const issues = (values: readonly unknown[]) =>
  values.map((value) => anIssue({ fields: { cf: value } }));

describe('how a field is spread over a sample', () => {
  it('counts numbers and what holds none', () => {
    expect(
      spreadOverSample({ id: 'cf', name: 'Reach', type: 'number' }, issues([1, 2, 2, null]), NOW),
    ).toEqual({
      known: 3,
      unknown: 1,
      buckets: [
        { from: 1, to: 2, issues: 1 },
        { from: 2, to: 3, issues: 2 },
      ],
      names: [],
    });
  });

  it('tells of dates the days until them', () => {
    expect(
      spreadOverSample(
        { id: 'cf', name: 'Promised', type: 'date' },
        issues(['2026-11-20', '2026-11-15']),
        NOW,
      )?.buckets,
    ).toMatchObject([{ from: -1, issues: 1 }, {}, {}, {}, {}, { from: 4, issues: 1 }]);
  });

  it('names choices, the most frequent first, and no people', () => {
    expect(
      spreadOverSample(
        { id: 'cf', name: 'Tier', type: 'option' },
        issues([{ value: 'Gold' }, { value: 'Iron' }, { value: 'Iron' }]),
        NOW,
      )?.names,
    ).toEqual([
      { name: 'Iron', issues: 2 },
      { name: 'Gold', issues: 1 },
    ]);
    expect(
      spreadOverSample(
        { id: 'cf', name: 'Owner', type: 'user' },
        issues([{ accountId: 'a', displayName: 'Ann' }]),
        NOW,
      ),
    ).toBeNull();
  });
});
