import type { Change } from '../../../src/core/provenance/change';
import type { Band } from '../../../src/core/terms/band';
import { trailGeometry } from '../../../static/ui/src/charts/score-trail/trail-geometry';
import { trailPoints } from '../../../static/ui/src/charts/score-trail/trail-points';

const to = (band: Band): readonly Change[] => [{ kind: 'band', from: null, to: band }];
const trail = [
  { at: '2026-11-01T00:00:00.000Z', score: 20, changes: to('can wait') },
  { at: '2026-11-02T00:00:00.000Z', score: null, changes: to('consider declining') },
  { at: '2026-11-06T00:00:00.000Z', score: 50, changes: to('soon') },
];
const viewWith = (score: number | null, scoredAt = '2026-11-11T00:00:00.000Z') => ({
  history: { last: null, since: null, trail, decisions: 3 },
  scoredAt,
  score,
});

describe('the points of a trail', () => {
  it('are the scores that were known, and the current one', () => {
    expect(trailPoints(viewWith(40))?.map(({ score, decision }) => [score, decision])).toEqual([
      [20, 'band can wait'],
      [50, 'band soon'],
      [40, null],
    ]);
  });

  it('are none while there are too few to draw', () => {
    expect(trailPoints(viewWith(null))).toBeNull();
    expect(
      trailPoints({ ...viewWith(40), history: { ...viewWith(40).history, trail: [] } }),
    ).toBeNull();
  });

  it('never go back in time, whatever the clock of the scoring said', () => {
    const times = trailPoints(viewWith(40, '2026-11-03T00:00:00.000Z'))?.map(({ time }) => time);
    expect(times).toEqual([...(times ?? [])].sort((a, b) => a - b));
  });
});

describe('the line of a trail', () => {
  it('holds a score until the next decision, over the time from the first to now', () => {
    const { line, dots } = trailGeometry(trailPoints(viewWith(40)) ?? []);
    expect(dots.map(({ x, y }) => [x, y])).toEqual([
      [0, 80],
      [50, 50],
      [100, 60],
    ]);
    expect(line).toBe('M0,80L50,80L50,50L100,50L100,60');
  });

  it('of one moment stays inside the picture', () => {
    const { dots } = trailGeometry([
      { time: 5, score: 0, decision: 'Scored' },
      { time: 5, score: 100, decision: null },
    ]);
    expect(dots.map(({ x, y }) => [x, y])).toEqual([
      [0, 100],
      [0, 0],
    ]);
  });
});
