import type { Provenance } from '../../issue/reading';
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
      readonly told: () => Told;
      /** Set where people disagree so much that the points stay open between two bounds. */
      readonly open?: OpenPoints;
    }
  | { readonly state: 'unknown'; readonly plan: CriterionPlan; readonly why: string }
  | { readonly state: 'left out' };

export type Known = Extract<Measured, { state: 'known' }>;
export type Unknown = Extract<Measured, { state: 'unknown' }>;

/** A known value in words. */
export interface Told {
  /** As a person reads it in the line table. */
  readonly value: number | string;
  /** In the words of the reasons: keys, counts and the rubric's own names, never an issue's text. */
  readonly phrase: string;
  readonly from: readonly Provenance[];
}

export interface OpenPoints {
  readonly low: Tenths;
  readonly high: Tenths;
  readonly why: string;
}

/** How a number becomes points. */
export function fromCurve(plan: CriterionPlan, x: number, told: () => Told): Measured {
  const points = plan.curve.at(x);
  return points === null
    ? {
        state: 'unknown',
        plan,
        why: plan.curve.refusal?.(x) ?? `the ${plan.criterion.curve.kind} curve cannot read it`,
      }
    : { state: 'known', plan, points, amount: x, told };
}

/** Nobody gave it, or nothing is linked: the criterion says what that means. `source` says what is empty. */
export function blank(plan: CriterionPlan, source: string, unknown = 'nobody filled it'): Measured {
  return plan.criterion.absence === 'zero'
    ? {
        state: 'known',
        plan,
        points: 0,
        amount: 0,
        told: () => ({ value: 0, phrase: 'nothing', from: [{ text: source }] }),
      }
    : { state: 'unknown', plan, why: unknown };
}

export function inWords(plan: CriterionPlan, value: number | string): string {
  return `${plan.name} ${value}`;
}
