import { answerIn } from '../signals/reading-key';
import type { Signals } from '../signals/signal';
import { dayNumber } from '../time/utc-day';
import { measure } from '../scoring/criteria/measure';
import { planScoring } from '../scoring/plan';
import { type CriterionPlan } from '../scoring/criteria/criterion-plan';
import { weighEvidence } from '../scoring/evidence/evidence-totals';
import type { Rubric } from '../rubric/schema/schema';

/** How the values of a criterion are spread over issues. */
export interface Distribution {
  /** Issues with a value. */
  readonly known: number;
  readonly unknown: number;
  /** In the unit of the curve's horizontal axis; of equal width, but that the last reaches to the highest. */
  readonly buckets: readonly {
    readonly from: number;
    readonly to: number;
    readonly issues: number;
  }[];
  /** The most frequent first. */
  readonly names: readonly { readonly name: string; readonly issues: number }[];
}

const BUCKETS = 20;
const MOST_NAMES = 30;
/** A few far-off values must not press all others into one bucket. */
const SHARE_IN_VIEW = 0.98;

interface Tally {
  readonly plan: CriterionPlan;
  readonly amounts: number[];
  readonly names: Map<string, number>;
  known: number;
  unknown: number;
}

/** Takes issue after issue; what it comes to is asked at the end. */
export function distributionOf(
  rubric: Rubric,
  now: Date,
): {
  readonly add: (signals: Signals) => void;
  readonly result: () => Readonly<Record<string, Distribution>>;
} {
  const today = dayNumber(now);
  const tallies = planScoring(rubric).criteria.map((plan): Tally => ({
    plan,
    amounts: [],
    names: new Map(),
    known: 0,
    unknown: 0,
  }));
  return {
    add(signals) {
      const moment = {
        signals,
        totals: weighEvidence(signals, rubric, today),
        rubric,
        today,
      };
      for (const tally of tallies) {
        const measured = measure(tally.plan, moment);
        const name = nameIn(tally.plan, signals);
        if (measured.state === 'known') tally.known += 1;
        else if (measured.state === 'unknown') tally.unknown += 1;
        if (measured.state === 'known' && measured.amount !== null)
          tally.amounts.push(measured.amount);
        else if (name !== null) tally.names.set(name, (tally.names.get(name) ?? 0) + 1);
      }
    },
    result: () =>
      Object.fromEntries(
        tallies.map(({ plan, known, unknown, amounts, names }) => [
          plan.criterion.id,
          { known, unknown, buckets: bucketsOf(amounts), names: mostFrequent(names) },
        ]),
      ),
  };
}

/** What the site calls it; of a field's content only what the rubric names itself, since an issue may hold what not everybody may read. */
function nameIn(
  { criterion: { signal }, curve, key }: CriterionPlan,
  signals: Signals,
): string | null {
  if (signal.kind === 'workType') return signals.issue.type;
  const reading = key === null ? undefined : answerIn(signals, key);
  if (typeof reading !== 'object' || reading.state !== 'known') return null;
  const names = typeof reading.value === 'object' ? reading.value : [String(reading.value)];
  if (signal.kind === 'priority' || signal.kind === 'sprint') return names[0] ?? null;
  return signal.kind === 'option'
    ? (names.map(curve.spelled).find((name) => name !== null) ?? 'another value')
    : null;
}

export function bucketsOf(amounts: readonly number[]): Distribution['buckets'] {
  const sorted = Float64Array.from(amounts).sort();
  const [low, high] = [sorted[0], sorted.at(-1)];
  if (low === undefined || high === undefined) return [];
  const inView = sorted[Math.ceil(sorted.length * SHARE_IN_VIEW) - 1] ?? high;
  const whole = sorted.every(Number.isInteger);
  const span = Math.max(inView - low, whole ? 1 : 1e-9);
  const width = whole ? Math.ceil((span + 1) / BUCKETS) : span / BUCKETS;
  const count = Math.min(BUCKETS, Math.max(1, whole ? Math.ceil((span + 1) / width) : BUCKETS));
  const issues = Array.from({ length: count }, () => 0);
  for (const amount of sorted) {
    const at = Math.min(count - 1, Math.floor((amount - low) / width));
    issues[at] = (issues[at] ?? 0) + 1;
  }
  return issues.map((each, at) => ({
    from: low + at * width,
    to: at === count - 1 ? Math.max(high, low + (at + 1) * width) : low + (at + 1) * width,
    issues: each,
  }));
}

export function mostFrequent(names: ReadonlyMap<string, number>): Distribution['names'] {
  return [...names]
    .map(([name, issues]) => ({ name, issues }))
    .sort((a, b) => b.issues - a.issues || (a.name < b.name ? -1 : 1))
    .slice(0, MOST_NAMES);
}
