import { z } from 'zod';

/** Null: for ever. At least as long as an update to customers looks back for the one before it. */
const Months = z.number().int().min(6).max(120).nullable();

/** How long is kept what has had its time. Nothing goes sooner than it counts, nor in the week after the setting was published. */
export const RetentionSettings = z.strictObject({
  /** Evidence from other tools and rules, from when it was resolved, withdrawn or merged. */
  evidenceMonths: Months,
  /** Entries of the log of decisions. */
  decisionMonths: Months,
});

export const defaultRetention = { evidenceMonths: 24, decisionMonths: null } as const;
