import { z } from 'zod';

/** What tells a project, wherever Jira names one. */
export const projectJson = z.looseObject({ id: z.string(), key: z.string() });
