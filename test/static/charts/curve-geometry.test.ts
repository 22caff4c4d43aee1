import { curveGeometry } from '../../../static/ui/src/charts/curve/curve-geometry';

describe('the picture of a curve', () => {
  const today = {
    known: 10,
    unknown: 0,
    buckets: [
      { from: 0, to: 5, issues: 8 },
      { from: 5, to: 10, issues: 2 },
    ],
    names: [],
  };

  it.each([
    { kind: 'saturating', half: 2 },
    { kind: 'log', full: 1000 },
    { kind: 'linear', from: { x: 0, points: 0 }, to: { x: 10, points: 100 } },
    {
      kind: 'steps',
      steps: [
        { from: 1, points: 40 },
        { from: 5, points: 100 },
      ],
    },
    { kind: 'dateRamp', full: 0, none: 14 },
  ])('is drawn for $kind with today’s values behind it', (curve) => {
    const drawn = curveGeometry(curve, today, 'incidents');
    expect(drawn?.line).toMatch(/^M[\d.]+,[\d.]+(L[\d.]+,[\d.]+)+$/);
    expect(drawn?.bars.map(({ height }) => Math.round(height))).toEqual([92, 23]);
    expect(drawn?.text).toMatch(/incidents gives .* points/);
  });

  it('is left out where there is nothing to draw', () => {
    expect(curveGeometry({ kind: 'table', values: { High: 80 } }, today, 'priority')).toBeNull();
    expect(curveGeometry({ kind: 'saturating', half: null }, today, 'incidents')).toBeNull();
  });
});
