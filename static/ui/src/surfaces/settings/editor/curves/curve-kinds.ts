import type { Distribution } from '../../../../../../../src/core/calibration/distribution';
import { defaultRubric } from '../../../../../../../src/core/rubric/presets/default-rubric';
import type { Curve } from '../../../../../../../src/core/curves/curve';
import { signalKinds, isSignalKind } from '../criteria/signal-kinds';

type Kind = Curve['kind'];
type Gives = (typeof signalKinds)[keyof typeof signalKinds]['gives'];

interface CurveKind {
  readonly label: string;
  readonly help: string;
  /** What it can be offered for. */
  readonly reads: readonly Gives[];
}

export const curveKinds: Readonly<Record<Kind, CurveKind>> = {
  table: {
    label: 'Points by name',
    help: 'Each name has its points. Names are compared without case.',
    reads: ['names'],
  },
  steps: {
    label: 'Steps',
    help: 'The points of the last step that was reached.',
    reads: ['days', 'number'],
  },
  linear: {
    label: 'Straight ramp',
    help: 'Rises or falls evenly between two corners, and is level outside of them.',
    reads: ['days', 'number'],
  },
  saturating: {
    label: 'Each one says less than the one before',
    help: 'Half the points at a given value, three quarters at twice that: the tenth report says less than the first.',
    reads: ['number'],
  },
  log: {
    label: 'For figures that span magnitudes',
    help: 'Each doubling adds about as much: for users or revenue.',
    reads: ['number'],
  },
  dateRamp: {
    label: 'Rises as the date comes near',
    help: 'Nothing while it is far away, everything once it is here.',
    reads: ['days'],
  },
  amount: {
    label: 'The number itself',
    help: 'For a formula: no points, the amount as it is.',
    reads: [],
  },
};

export function isCurveKind(kind: string): kind is Kind {
  return Object.hasOwn(curveKinds, kind);
}

/** What a new criterion begins with. */
const USUAL: Readonly<Record<Gives, Kind>> = {
  names: 'table',
  number: 'saturating',
  days: 'dateRamp',
};

/** Curves that can read what a signal gives. A formula reads amounts too. */
export function curvesFor(signal: string, arithmetic: boolean): readonly Kind[] {
  const gives = isSignalKind(signal) ? signalKinds[signal].gives : 'number';
  const amount: readonly Kind[] = arithmetic ? ['amount'] : [];
  if (signal === 'filled') return ['linear', ...amount];
  const first = USUAL[gives];
  const others = (Object.keys(curveKinds) as Kind[]).filter(
    (kind) => kind !== first && curveKinds[kind].reads.includes(gives),
  );
  return [first, ...others, ...amount];
}

/** A curve of this kind as it begins: through the values that issues have today, where they are known. */
export function freshCurve(
  kind: Kind,
  signal: string,
  today: Distribution | undefined,
  samples: readonly string[] = [],
): Readonly<Record<string, unknown>> {
  const falls = isSignalKind(signal) && signalKinds[signal].gives === 'days';
  const { low, middle, high } =
    signal === 'filled' ? { low: 0, middle: 0.5, high: 1 } : spanOf(today, samples);
  switch (kind) {
    case 'table':
      return { kind, values: usualNames(signal) ?? namesToday(today, samples), blank: [] };
    case 'steps':
      return falls
        ? {
            kind,
            below: 100,
            direction: 'falling',
            steps: [
              { from: 7, points: 50 },
              { from: 14, points: 0 },
            ],
          }
        : {
            kind,
            below: 0,
            direction: 'rising',
            steps: [
              { from: rounded(middle), points: 50 },
              { from: rounded(Math.max(high, middle + 1)), points: 100 },
            ],
          };
    case 'linear':
      return falls
        ? { kind, from: { x: 0, points: 100 }, to: { x: 14, points: 0 }, direction: 'falling' }
        : {
            kind,
            from: { x: rounded(low), points: 0 },
            to: { x: rounded(Math.max(high, low + 1)), points: 100 },
            direction: 'rising',
          };
    case 'saturating':
      return { kind, half: rounded(Math.max(middle, 0.1)) };
    case 'log':
      return { kind, full: rounded(Math.max(high, 10)) };
    case 'dateRamp':
      return { kind, full: 0, none: 14 };
    case 'amount':
      return { kind, min: 0, positive: false, per: 1, blank: [], direction: 'rising' };
  }
}

function spanOf(
  today: Distribution | undefined,
  samples: readonly string[],
): { readonly low: number; readonly middle: number; readonly high: number } {
  const buckets = today?.buckets ?? [];
  const [first, last] = [buckets[0], buckets.at(-1)];
  if (first !== undefined && last !== undefined) {
    const all = buckets.reduce((sum, { issues }) => sum + issues, 0);
    let seen = 0;
    const half = buckets.find(({ issues }) => (seen += issues) >= all / 2) ?? first;
    return { low: first.from, middle: (half.from + half.to) / 2, high: last.to };
  }
  const numbers = samples
    .map(Number)
    .filter(Number.isFinite)
    .sort((a, b) => a - b);
  const [least, most] = [numbers[0] ?? 0, numbers.at(-1) ?? 10];
  return { low: least, middle: numbers[Math.floor(numbers.length / 2)] ?? 3, high: most };
}

/** Names that every site has; the default rubric knows most spellings of types and priorities. */
function usualNames(signal: string): Readonly<Record<string, number>> | null {
  if (signal === 'sprint') return { active: 100, future: 50, none: 0 };
  const known = defaultRubric.criteria.find((criterion) => criterion.signal.kind === signal);
  return known?.curve.kind === 'table' ? known.curve.values : null;
}

/** Names of today with points that fall evenly from 100, for the person to put right. */
function namesToday(
  today: Distribution | undefined,
  samples: readonly string[],
): Readonly<Record<string, number>> {
  const names =
    today === undefined || today.names.length === 0 ? samples : today.names.map(({ name }) => name);
  const step = 100 / Math.max(1, names.length);
  return Object.fromEntries(names.map((name, at) => [name, Math.round(100 - at * step)]));
}

/** To two figures. */
function rounded(value: number): number {
  return Number(value.toPrecision(2));
}
