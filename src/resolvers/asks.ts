import { z } from 'zod';
import type { ProjectId } from '../core/terms/project';
import type { RequestContext } from './surroundings';

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

/** People write a key; from here on a project goes by its id. @throws Gone for one that they may not see */
export async function scopeOf(
  { project }: { readonly project: string | null },
  { projectOf }: Pick<RequestContext, 'projectOf'>,
): Promise<ProjectId | null> {
  return project === null ? null : (await projectOf(project)).id;
}

/** Likewise of a question about nothing else. */
export function scopeIn(
  payload: unknown,
  context: Pick<RequestContext, 'projectOf'>,
): Promise<ProjectId | null> {
  return scopeOf(scopeAsk.parse(payload), context);
}
