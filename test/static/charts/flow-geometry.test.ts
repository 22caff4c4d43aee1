import type { Flows } from '../../../src/core/preview/preview';
import { flowPicture } from '../../../static/ui/src/charts/flow/flow-geometry';

type L = 'hot fix' | 'stability' | 'unsorted';
const flows: Flows<L> = {
  flows: [
    { from: 'hot fix', to: 'hot fix', issues: 6 },
    { from: 'stability', to: 'hot fix', issues: 2 },
    { from: 'stability', to: 'stability', issues: 30 },
    { from: 'stability', to: 'known after publishing', issues: 2 },
  ],
  totals: [
    { of: 'hot fix', before: 6, after: 8 },
    { of: 'stability', before: 34, after: 30 },
    { of: 'unsorted', before: 0, after: 0 },
  ],
};

describe('the picture of who goes where', () => {
  const { before, after, ribbons, height } = flowPicture(flows);

  it('counts every issue once on each side', () => {
    const sum = (of: readonly { readonly issues: number }[]): number =>
      of.reduce((all, { issues }) => all + issues, 0);
    expect([sum(before), sum(after), sum(ribbons)]).toEqual([40, 40, 40]);
    expect(after.map(({ of, issues }) => [of, issues])).toEqual([
      ['hot fix', 8],
      ['stability', 30],
      ['unsorted', 0],
      ['known after publishing', 2],
    ]);
  });

  it('draws heights on one scale, and no lane over another', () => {
    expect(after.find(({ of }) => of === 'hot fix')?.height).toBeCloseTo(
      (before.find(({ of }) => of === 'hot fix')?.height ?? 0) * (8 / 6),
    );
    for (const side of [before, after]) {
      side.slice(1).forEach((node, at) => {
        expect(node.top).toBeGreaterThanOrEqual(
          (side[at]?.top ?? 0) + Math.max(20, side[at]?.height ?? 0),
        );
      });
      expect(Math.max(...side.map((node) => node.top + node.height))).toBeLessThanOrEqual(height);
    }
  });

  it('draws those that move over those that stay', () => {
    expect(ribbons.map(({ from, to }) => from !== to)).toEqual([false, false, true, true]);
  });

  it('of nobody is empty, not broken', () => {
    expect(flowPicture({ flows: [], totals: [] })).toEqual({
      height: 20,
      before: [],
      after: [],
      ribbons: [],
    });
  });
});
