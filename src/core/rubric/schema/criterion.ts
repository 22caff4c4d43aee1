import { z } from 'zod';
import { Curve } from '../../curves/curve';
import { Signal } from './criterion-signal';

/** A formula can name it when it has no dash. */
export const Id = z.string().regex(/^[a-zA-Z][a-zA-Z0-9_-]{0,39}$/);

export const Criterion = z.strictObject({
  id: Id,
  pillar: Id,
  label: z.string().min(1).max(80),
  signal: Signal,
  curve: Curve,
  /** To three decimals, so that weighted sums stay exact. */
  weight: z.number().positive().max(1000).multipleOf(0.001),
  /** What it means that nobody filled the field, or that nothing is linked. */
  absence: z.enum(['unknown', 'zero']),
  /** The points (0–100) that an unknown counts as meanwhile, in a line of its own; without it, what is unknown leaves the sum. */
  assumed: z.number().min(0).max(100).optional(),
  /** What people stated once counts less, the longer nobody touches the issue (`ageing`). */
  fades: z.boolean().optional(),
  /** Leave the criterion out on a site that has none of its fields, instead of calling it unknown on every issue. */
  ifSiteHas: z.boolean().default(false),
});
