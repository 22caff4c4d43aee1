import { z } from 'zod';
import { Severity } from '../../terms/severity';

const Names = z.array(z.string().min(1).max(255)).max(200);
const BySeverity = (max: number) => {
  const share = z.number().min(0).max(max);
  return z.strictObject({ 1: share, 2: share, 3: share, 4: share, 5: share });
};
export const SeverityTable = BySeverity(1);

/** Which linked issues are evidence, whose, and how strong. An empty list of link types means any. */
export const EvidenceSettings = z.strictObject({
  incidents: z.strictObject({
    types: Names,
    projects: Names,
    linkTypes: Names,
    severityFields: Names,
    severityNames: z.record(z.string(), Severity),
    severityByPriority: z.record(z.string(), Severity),
    /** Taken, and said, when neither field nor priority tells. */
    assumedSeverity: Severity,
    weights: BySeverity(10),
  }),
  support: z.strictObject({
    types: Names,
    projects: Names,
    linkTypes: Names,
    customerFields: Names,
    /** Who counts as the customer when no field names one. */
    fallback: z.enum(['reporter', 'none']),
    /** Fields with a rating from 1 to 5, besides the one of service management. A customer who gave at most so much weighs more. */
    satisfaction: z.strictObject({
      fields: Names,
      atMost: z.number().min(0).max(5),
      weight: z.number().min(1).max(10),
    }),
  }),
  /** Issues that duplicate this one: each reporter is a voice. `phrases` are the link's words seen from this issue. */
  reports: z.strictObject({ phrases: Names }),
  /**
   * What other tools call a service → keys of the issues that stand for it, for reports that name no issue themselves. Read from
   * the site's rubric, as a report belongs to no project.
   */
  services: z.record(z.string().min(1).max(255), z.array(z.string().min(3).max(255)).max(20)),
  /** How much one customer's evidence of a kind says. */
  strength: z.strictObject({
    support: z.number().min(0).max(10),
    report: z.number().min(0).max(10),
    usage: z.number().min(0).max(10),
  }),
  /** Resolved evidence says half as much after so many days. */
  halfLifeDays: z.number().positive().max(36500),
});

const Amount = z.number().positive().max(1e15);
/** Up to `from` a year a customer weighs `least`, from `to` on `most`, and in between by the logarithm. */
const RevenueWeight = z.strictObject({
  from: Amount,
  to: Amount,
  least: z.number().min(0).max(100),
  most: z.number().min(0).max(100),
  /** As it is written before an amount; amounts are not converted. */
  currency: z.string().max(8),
});

/** Whose voice weighs more. A customer without a segment weighs 1. */
export const CustomerSettings = z.strictObject({
  segments: z.record(z.string(), z.number().min(0).max(100)),
  members: z.record(z.string(), z.string()),
  /** Where it is given, revenue decides what a customer without a weight of its own weighs, before its segment does. */
  revenue: RevenueWeight.optional(),
});
