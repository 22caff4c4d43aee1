import { z } from 'zod';

/** As much of a rubric as can be made out, however wrong the rest is: cross-field rules read this, so one typo hides no other problem. */
const text = z.string().optional().catch(undefined);
const number = z.number().optional().catch(undefined);
const numbers = z
  .record(z.string(), z.number().optional().catch(undefined))
  .optional()
  .catch(undefined);
const truth = z.boolean().optional().catch(undefined);
const list = <T extends z.ZodType>(item: T) =>
  z.array(item.optional().catch(undefined)).catch([]).default([]);
const part = <T extends z.ZodRawShape>(shape: T) => z.object(shape).optional().catch(undefined);

const DraftCurve = part({
  kind: text,
  direction: text,
  values: numbers,
  blank: list(z.string()),
  below: number,
  otherwise: number,
  min: number,
  max: number,
  per: number,
  assumed: number,
  positive: truth,
  names: numbers,
  full: number,
  none: number,
  steps: list(z.object({ from: number, points: number })),
  from: part({ x: number, points: number }),
  to: part({ x: number, points: number }),
});

const DraftCriterion = z.object({
  id: text,
  pillar: text,
  absence: text,
  assumed: number,
  fades: truth,
  ifSiteHas: truth,
  signal: part({ kind: text, fields: list(z.string()), min: number, max: number }),
  curve: DraftCurve,
});
const DraftCondition = z.object({ kind: text, pillar: text, atLeast: z.unknown(), atMost: number });

const DraftRubric = z.object({
  method: part({
    kind: text,
    expression: text,
    rows: text,
    columns: text,
    scale: part({ kind: text, from: number, to: number }),
    results: list(z.object({ name: text, points: number })),
    cells: list(z.array(z.string())),
  }),
  pillars: list(z.object({ id: text })),
  criteria: list(DraftCriterion),
  effort: part({ e0: number, k: number, default: number, min: number, max: number }),
  urgency: part({ lambda: number, due: part({ full: number, none: number }), severity: numbers }),
  evidence: part({ incidents: part({ weights: numbers }) }),
  customers: part({
    segments: numbers,
    members: z.record(z.string(), z.string()).optional().catch(undefined),
    revenue: part({ from: number, to: number, least: number, most: number }),
  }),
  overrides: part({
    laneDays: number,
    pointsDays: number,
    declineDays: number,
    pauseDays: number,
    overCapDays: number,
    usualDays: number,
  }),
  bands: part({ immediate: number, soon: number, canWait: number }),
  lanes: list(z.object({ lane: text, any: list(DraftCondition) })),
});
export type DraftRubric = z.infer<typeof DraftRubric>;
export type DraftCriterion = z.infer<typeof DraftCriterion>;

export function readDraft(document: unknown): DraftRubric {
  const read = DraftRubric.safeParse(document);
  return read.success ? read.data : DraftRubric.parse({});
}
