import { z } from 'zod';

/** How much attention a score asks for, from the least to the most. */
export const bands = ['consider declining', 'can wait', 'soon', 'immediate'] as const;

export const Band = z.enum(bands);
export type Band = z.infer<typeof Band>;
