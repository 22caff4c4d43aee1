import { z } from 'zod';

/** How statements that nobody renews lose weight: of their points `least` always stays, and half of the rest goes in each half-life. */
export const AgeingSettings = z.strictObject({
  halfLifeDays: z.number().int().min(7).max(3650),
  /** Share of the points that stays for ever, 0–1; 1 switches ageing off. */
  least: z.number().min(0).max(1),
});

export const defaultAgeing = { halfLifeDays: 180, least: 0.3 } as const;
