import { scaleLinear } from 'd3-scale';
import { area, curveBumpX } from 'd3-shape';
import { PENDING, type Flows } from '../../../../../src/core/preview/preview';

/** A lane on one side of the picture; pixels from its top. */
export interface FlowNode {
  readonly of: string;
  readonly issues: number;
  readonly top: number;
  readonly height: number;
}

/** Issues that go from a lane to a lane; `path` in a box 100 wide and as high as the picture. */
export interface Ribbon {
  readonly from: string;
  readonly to: string;
  readonly issues: number;
  readonly path: string;
}

export interface FlowPicture {
  readonly height: number;
  readonly before: readonly FlowNode[];
  readonly after: readonly FlowNode[];
  /** Those that stay first, so that those that move are drawn over them. */
  readonly ribbons: readonly Ribbon[];
}

/** Pixels that the issues share, between two lanes, and that a label needs. */
const BODY = 220;
const GAP = 10;
const LABEL = 20;
/** The thinnest ribbon that can still be seen. */
const THINNEST = 1.5;

/** The picture of who goes where: heights stand for issues, on the same scale on both sides. */
export function flowPicture<T extends string>({ flows, totals }: Flows<T>): FlowPicture {
  const arriving = (of: string): number => sumOf(flows.filter(({ to }) => to === of));
  const names: readonly string[] = totals.map(({ of }) => of);
  const targets = arriving(PENDING) > 0 ? [...names, PENDING] : names;
  const size = scaleLinear([0, Math.max(1, sumOf(flows))], [0, BODY]);
  const before = stacked(
    names.map((of) => [of, sumOf(flows.filter(({ from }) => from === of))]),
    size,
  );
  const after = stacked(
    targets.map((of) => [of, arriving(of)]),
    size,
  );
  const height = Math.max(
    ...[...before, ...after].map(({ top, height: high }) => top + Math.max(high, LABEL)),
    LABEL,
  );
  const [left, right] = [
    new Map(before.map(({ of, top }) => [of, top])),
    new Map(after.map(({ of, top }) => [of, top])),
  ];
  const ribbons = names.flatMap((from) =>
    targets.flatMap((to) => {
      const issues = sumOf(flows.filter((flow) => flow.from === from && flow.to === to));
      if (issues === 0) return [];
      const thick = size(issues);
      const [y0, y1] = [left.get(from) ?? 0, right.get(to) ?? 0];
      left.set(from, y0 + thick);
      right.set(to, y1 + thick);
      return [{ from, to, issues, path: ribbon(y0, y1, Math.max(THINNEST, thick)) }];
    }),
  );
  return {
    height: Math.ceil(height),
    before,
    after,
    ribbons: [...ribbons].sort((a, b) => Number(a.from !== a.to) - Number(b.from !== b.to)),
  };
}

function stacked(
  amounts: readonly (readonly [string, number])[],
  size: (issues: number) => number,
): readonly FlowNode[] {
  let top = 0;
  return amounts.map(([of, issues]) => {
    const node = { of, issues, top, height: size(issues) };
    top += Math.max(node.height, LABEL) + GAP;
    return node;
  });
}

/** From its top on the left to its top on the right, equally thick all the way. */
function ribbon(left: number, right: number, thickness: number): string {
  const band = area<readonly [x: number, top: number]>()
    .x(([x]) => x)
    .y0(([, top]) => top + thickness)
    .y1(([, top]) => top)
    .curve(curveBumpX)
    .digits(1);
  const ends = [
    [0, left],
    [100, right],
  ] as const;
  return band(ends) ?? '';
}

function sumOf(flows: readonly { readonly issues: number }[]): number {
  return flows.reduce((sum, { issues }) => sum + issues, 0);
}
