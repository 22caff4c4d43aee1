import { z } from 'zod';
import { Coordinate, PositiveCoordinate } from '../../curves/limits';
import { Id } from './criterion';

/** What people call the raw number: RICE, WSJF. */
const Measure = z.string().min(1).max(40);

/** How a raw number becomes 0–100, without looking at any other issue. */
export const Scale = z.discriminatedUnion('kind', [
  /** 0 at `from`, 100 at `to`. */
  z.strictObject({ kind: z.literal('linear'), from: Coordinate, to: Coordinate }),
  /** 100·ln(1 + raw) / ln(1 + full): for numbers that span magnitudes. */
  z.strictObject({ kind: z.literal('log'), full: PositiveCoordinate }),
]);

/** How what the criteria found becomes the value V of 0–100. Effort and urgency act on V in every method; their settings can switch them off. */
export const Method = z.discriminatedUnion('kind', [
  /** The weighted mean of the criteria's points. */
  z.strictObject({ kind: z.literal('pillars') }),
  /** The same, and its raw number on the scale that the project rates by. */
  z.strictObject({
    kind: z.literal('weighted'),
    measure: Measure,
    scale: z.strictObject({ from: Coordinate, to: Coordinate }),
  }),
  /** Arithmetic over the criteria, by their ids: `reach * impact * confidence / effort`. */
  z.strictObject({
    kind: z.literal('formula'),
    measure: Measure,
    expression: z.string().min(1).max(500),
    scale: Scale,
  }),
  /** A table of results by two criteria whose amounts are places: 1 is the first row, the first column. From the least to the most. */
  z.strictObject({
    kind: z.literal('matrix'),
    measure: Measure,
    rows: Id,
    columns: Id,
    results: z
      .array(
        z.strictObject({ name: z.string().min(1).max(60), points: z.number().min(0).max(100) }),
      )
      .min(2)
      .max(20),
    cells: z.array(z.array(z.string()).min(1).max(20)).min(1).max(20),
  }),
]);
export type Method = z.infer<typeof Method>;
