import { pilotIssue, ranked } from '../../../dev/pilot/outcome';
import type { ScoreView } from '../../../src/contract/score';

const view = (key: string, score: number | null): ScoreView =>
  ({
    key,
    score,
    low: 0,
    high: 0,
    lane: 'unsorted',
    because: { kind: 'closed' },
    horizon: null,
    lines: [],
    missing: [],
  }) as unknown as ScoreView;

describe('the ranking of a pilot', () => {
  it('gives equals one rank: the upper end comes first, then fresher evidence, then the last change', () => {
    const found = [
      { issue: pilotIssue('', view('PRO-1', 60)), facts: { high: 60, touched: '2026-01-01' } },
      { issue: pilotIssue('', view('PRO-2', 60)), facts: { high: 60, touched: '2026-11-01' } },
      { issue: pilotIssue('', view('PRO-3', 60)), facts: { high: 90 } },
      { issue: pilotIssue('', view('PRO-4', 60)), facts: { high: 60, freshest: '2026-05-01' } },
      { issue: pilotIssue('', view('PRO-5', 40)), facts: {} },
      { issue: pilotIssue('', view('PRO-6', null)), facts: {} },
    ];
    expect(ranked(found).map(({ key, rank }) => `${key} ${rank}`)).toEqual([
      'PRO-3 1',
      'PRO-4 1',
      'PRO-2 1',
      'PRO-1 1',
      'PRO-5 5',
      'PRO-6 6',
    ]);
  });
});
