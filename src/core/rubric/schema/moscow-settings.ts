import { z } from 'zod';
import { FieldNames } from './criterion-signal';

const Names = z.array(z.string().min(1).max(255)).min(1).max(50);

/**
 * How Must, Should, Could and Won't come about. From bands: immediate, soon, can wait, consider declining; what no longer
 * fits into `capacity` (effort in the rubric's unit; null: unlimited) waits. From a field: by the names of its options.
 */
export const MoscowSettings = z.strictObject({
  source: z.discriminatedUnion('from', [
    z.strictObject({ from: z.literal('bands') }),
    z.strictObject({
      from: z.literal('field'),
      fields: FieldNames,
      names: z.strictObject({ must: Names, should: Names, could: Names, wont: Names }),
    }),
  ]),
  capacity: z.number().positive().max(1e9).nullable(),
  /** Share of the effort that Musts may take. */
  mustShare: z.number().positive().max(1),
});

export const defaultMoscow = { source: { from: 'bands' }, capacity: null, mustShare: 0.6 } as const;
