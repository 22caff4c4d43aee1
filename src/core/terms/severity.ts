import { z } from 'zod';

/** The worst first: 1 is SEV1. */
export const severities = [1, 2, 3, 4, 5] as const;

export const Severity = z.literal(severities);
export type Severity = z.infer<typeof Severity>;
