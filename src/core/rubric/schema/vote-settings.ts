import { z } from 'zod';

/** How several people's ratings of a criterion become one. */
export const VoteSettings = z.strictObject({
  combine: z.enum(['mean', 'median']),
  /** Votes count for so many days; null: they never expire. */
  expireAfterDays: z.number().int().min(1).max(3650).nullable(),
  /** Share of the scale between the lowest and the highest vote from which people disagree strongly: the range then stays open. */
  strongDisagreement: z.number().positive().max(1),
  /** Nobody sees the votes of others before voting. */
  hiddenUntilVoted: z.boolean(),
});

export const defaultVotes = {
  combine: 'median',
  expireAfterDays: 180,
  strongDisagreement: 0.4,
  hiddenUntilVoted: true,
} as const;
