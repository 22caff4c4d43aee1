import { isFixedAt, meansFixed } from '../../../../dev/pilot/backtest/fixed';
import { statusesOf } from '../../../../dev/jira/past/statuses';
import type { SnapshotIssue } from '../../../../dev/jira/snapshot';

const statuses = statusesOf({
  statuses: [
    { name: 'Open', category: 'new' },
    { name: 'Reopened', category: 'new' },
    { name: 'Closed', category: 'done' },
  ],
});

function fixedOn(day: string, rest: Partial<SnapshotIssue>): boolean {
  const issue: SnapshotIssue = {
    ...{ key: 'SEA-1', projectKey: 'SEA', typeName: 'Bug', statusName: 'Closed', summary: '' },
    created: '2020-01-01T00:00:00Z',
    ...rest,
  };
  return isFixedAt(issue, Date.parse(`${day}T12:00:00Z`), statuses);
}

describe('a resolution', () => {
  it.each(['Fixed', 'Done', 'Resolved', 'Implemented', 'Ready for Test', 'Delivered', 'Completed'])(
    'means fixed: %s',
    (name) => {
      expect(meansFixed(name)).toBe(true);
    },
  );

  it.each([
    ...['Duplicate', "Won't Fix", 'Won’t Do', 'Wont Do', 'Invalid', 'Cannot Reproduce'],
    ...['Not A Bug', 'Not Our Bug', 'Needs more info', 'Incomplete', 'Answered', 'Hold'],
    ...['Declined', 'Rejected', 'Cancelled', 'Abandoned', 'Obsolete', 'Works as Designed', 'Later'],
  ])('does not: %s', (name) => {
    expect(meansFixed(name)).toBe(false);
  });
});

describe('an issue', () => {
  it('is fixed from the day of its resolution on', () => {
    const closed = { resolution: 'Fixed', resolutiondate: '2020-03-01T00:00:00Z' };
    expect(fixedOn('2020-02-28', closed)).toBe(false);
    expect(fixedOn('2020-03-01', closed)).toBe(true);
    expect(fixedOn('2020-03-01', { ...closed, resolution: 'Duplicate' })).toBe(false);
  });

  it('is fixed while its changelog says so, and no more once it was reopened', () => {
    const change = (created: string, from: string, to: string, by: string | null) => ({
      created,
      items: [
        { field: 'status', fromText: from, toText: to },
        { field: 'resolution', fromText: by === null ? 'Fixed' : null, toText: by },
      ],
    });
    const reopened = {
      statusName: 'Reopened',
      changelog: [
        change('2020-03-01T00:00:00Z', 'Open', 'Closed', 'Fixed'),
        change('2020-05-01T00:00:00Z', 'Closed', 'Reopened', null),
      ],
    };
    expect(fixedOn('2020-02-28', reopened)).toBe(false);
    expect(fixedOn('2020-04-01', reopened)).toBe(true);
    expect(fixedOn('2020-06-01', reopened)).toBe(false);
  });

  it('is not fixed that stands open with the resolution of an earlier time', () => {
    expect(fixedOn('2020-06-01', { statusName: 'Reopened', resolution: 'Fixed' })).toBe(false);
  });
});
