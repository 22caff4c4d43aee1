import type { z } from 'zod';
import type { AmountCurve } from '../../curves/amount';
import { defaultRubric } from './default-rubric';
import type { Criterion, Rubric } from '../schema/schema';

interface Given extends Pick<Rubric, 'name' | 'method' | 'pillars' | 'criteria'> {
  /** Of the cost that the method divides by; points without saying. */
  readonly unit?: string;
}

/** A rubric that scores by the method alone: effort and urgency are part of it or nowhere. Everything else is as in the default. */
export function ofMethod({ unit = defaultRubric.effort.unit, ...given }: Given): Rubric {
  return {
    ...defaultRubric,
    ...given,
    effort: { ...defaultRubric.effort, k: 0, unit },
    urgency: { ...defaultRubric.urgency, lambda: 0 },
    lanes: defaultRubric.lanes.map((rule) => ({
      ...rule,
      any: rule.any.filter(({ kind }) => kind !== 'strongestPillar'),
    })),
  };
}

interface AmountGiven extends Partial<z.infer<typeof AmountCurve>> {
  readonly id: string;
  readonly pillar: string;
  readonly label: string;
  /** Names under which sites keep it; its label without saying. */
  readonly fields?: readonly string[];
}

/** A criterion that a formula reads as the number in a field. */
export function anAmount({
  id,
  pillar,
  label,
  fields = [label],
  ...curve
}: AmountGiven): Criterion {
  return {
    id,
    pillar,
    label,
    signal: { kind: 'number', fields },
    weight: 1,
    absence: 'unknown',
    ifSiteHas: false,
    curve: {
      kind: 'amount',
      min: 0,
      positive: false,
      per: 1,
      blank: [],
      direction: 'rising',
      ...curve,
    },
  };
}

export const valueAndCost: Rubric['pillars'] = [
  { id: 'value', label: 'Value' },
  { id: 'cost', label: 'Cost' },
];
