import { z } from 'zod';

/** Current sprint, next release, roadmap: the soonest first. */
export const horizons = ['now', 'next', 'later'] as const;

export const Horizon = z.enum(horizons);
export type Horizon = z.infer<typeof Horizon>;
