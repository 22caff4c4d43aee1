import type { Aged } from '../../provenance/place';
import { describeSaid } from '../../describe/describe-value';
import type { Said, Value } from '../../provenance/said';
import type { Nothing, Source } from '../../provenance/source';
import type { Why } from '../../provenance/why';
import type { Tenths } from '../../curves/compiled';
import type { CriterionPlan } from './criterion-plan';

/** What a criterion makes of an issue. `left out`: the site has none of its fields, and the rubric says not to ask for them. */
export type Measured =
  | {
      readonly state: 'known';
      readonly plan: CriterionPlan;
      readonly points: Tenths;
      /** The number behind the points; null where a name is. */
      readonly amount: number | null;
      /** Made only for the lines that are shown. */
      readonly described: () => Described;
      /** Set where people disagree so much that the points stay open between two bounds. */
      readonly open?: OpenPoints;
    }
  | {
      readonly state: 'unknown';
      readonly plan: CriterionPlan;
      readonly why: Why;
      /** The points that count meanwhile, where the rubric assumes any, and why fewer than it says. */
      readonly assumed?: Tenths;
      readonly aged?: Aged;
    }
  | { readonly state: 'left out' };

export type Known = Extract<Measured, { state: 'known' }>;
export type Unknown = Extract<Measured, { state: 'unknown' }>;

/** A known value as a line tells it. */
export interface Described {
  readonly value: Value;
  /** In the words of the reasons: keys, counts and the rubric's own names, never an issue's text. */
  readonly phrase: string;
  readonly from: readonly Source[];
}

export interface OpenPoints {
  readonly low: Tenths;
  readonly high: Tenths;
  readonly why: Why;
}

/** The points that the rubric takes for what is unknown of an issue just raised; null where it leaves the sum. */
export function assumedPoints({ criterion }: CriterionPlan): Tenths | null {
  return criterion.assumed === undefined || criterion.curve.kind === 'amount'
    ? null
    : Math.round(criterion.assumed * 10);
}

/** How a number becomes points. */
export function fromCurve(plan: CriterionPlan, x: number, described: () => Described): Measured {
  const points = plan.curve.at(x);
  return points === null
    ? {
        state: 'unknown',
        plan,
        why: refusal(plan, x),
      }
    : { state: 'known', plan, points, amount: x, described: described };
}

function refusal({ curve, criterion }: CriterionPlan, x: number): Why {
  const says = curve.refusal?.(x);
  const refused = { kind: 'refused', curve: criterion.curve.kind } as const;
  return says === undefined ? refused : { ...refused, says };
}

const NOT_FILLED: Why = { kind: 'notFilled' };

/** Nobody gave it, or nothing is linked: the criterion says what that means. `nothing` says what is empty. */
export function blank(plan: CriterionPlan, nothing: Nothing, why: Why = NOT_FILLED): Measured {
  return plan.criterion.absence === 'zero'
    ? {
        state: 'known',
        plan,
        points: 0,
        amount: 0,
        described: () => ({ value: 0, phrase: 'nothing', from: [nothing] }),
      }
    : { state: 'unknown', plan, why };
}

export function inWords(plan: CriterionPlan, value: number | string): string {
  return `${plan.name} ${value}`;
}

/** What needs no name before it in the reasons. */
export function plainly(value: Said, from: readonly Source[]): Described {
  return { value, phrase: describeSaid(value), from };
}

export function named(plan: CriterionPlan, value: Said, from: readonly Source[]): Described {
  return { value, phrase: inWords(plan, describeSaid(value)), from };
}
