import { z } from 'zod';

/** Asked about one issue. */
export const issueAsk = z.object({
  issueId: z.string().regex(/^\d{1,19}$/, 'must be the numeric id of an issue'),
});

/** Asked about a project, or about the whole site where that is null. */
export const scopeAsk = z.object({
  project: z
    .string()
    .regex(/^[A-Z][A-Z0-9_]{0,254}$/u, 'must be a project key')
    .nullable(),
});
