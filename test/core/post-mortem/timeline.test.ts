import { spansOf, timelineOf, type HistoryFact } from '../../../src/core/post-mortem/timeline';
import { anIssue } from '../../usecases/in-memory-world';

const fact = (at: string, field: string, from: string, to: string): HistoryFact => ({
  at,
  by: 'mara',
  field,
  from,
  to,
});
const incident = anIssue('INC-1', {
  summary: 'Payouts stopped',
  created: '2026-11-10T08:00:00.000+0000',
  resolved: '2026-11-10T12:00:00.000+0000',
});
const fix = anIssue('PAY-1', {
  created: '2026-11-09T08:00:00.000+0000',
  resolved: '2026-11-11T08:00:00.000+0000',
});
const history = [
  fact('2026-11-10T09:00:00.000Z', 'status', 'Backlog', 'In Progress'),
  fact('2026-11-10T08:30:00.000+0000', 'comment', '', 'Customers  cannot\npay out'),
  fact('2026-11-10T08:31:00.000+0000', 'description', 'a', 'b'),
  fact('2026-11-10T08:05:00.000+0000', 'Link', '', 'This issue relates to INC-1'),
];

describe('the timeline', () => {
  it('tells what changelog, comments and incidents tell, the oldest first', () => {
    expect(
      timelineOf({ issue: fix, incidents: [incident], history }).map(({ key, what }) => [
        key,
        what,
      ]),
    ).toEqual([
      ['PAY-1', 'was created'],
      ['INC-1', 'was raised: Payouts stopped'],
      [null, 'This issue relates to INC-1'],
      [null, 'Customers cannot pay out'],
      [null, 'moved from Backlog to In Progress'],
      ['INC-1', 'was resolved'],
    ]);
  });

  it('shortens what is very long, by whole characters, and keeps the last part of a very long story', () => {
    const long = Array.from({ length: 200 }, (_, n) =>
      fact(
        new Date(Date.parse('2026-11-10T09:00:00Z') + n * 1000).toISOString(),
        'comment',
        '',
        `${n} ${'🚢'.repeat(5_000)}`,
      ),
    );
    const entries = timelineOf({ issue: fix, incidents: [], history: long });
    expect(entries).toHaveLength(80);
    expect(entries.at(-1)?.what).toMatch(/^199 🚢+…$/u);
  });

  it('measures from the first report to the first step and to the end', () => {
    expect(spansOf({ issue: fix, incidents: [incident], history })).toEqual({
      toFirstStep: 5,
      toResolution: 1440,
    });
    expect(spansOf({ issue: { ...fix, resolved: null }, incidents: [], history: [] })).toEqual({
      toFirstStep: null,
      toResolution: null,
    });
  });
});
