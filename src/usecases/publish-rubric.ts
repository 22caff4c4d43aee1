import { parseRubric } from '../core/rubric/parse';
import type { RubricProblem } from '../core/rubric/problem';
import { Forbidden } from './failures';
import type { RubricScope, Viewer, World } from './ports';
import { publishedJob, startJob } from './jobs/start-job';

export type Publication =
  | { readonly ok: true; readonly version: number; readonly jobId: string }
  | { readonly ok: false; readonly problems: readonly RubricProblem[] };

export interface Proposal {
  readonly scope: RubricScope;
  readonly document: unknown;
  readonly reason: string;
  /** Account id of the person who publishes. */
  readonly by: string;
}

/**
 * Checks a rubric, stores it as the next version and has every issue that it governs scored again.
 * @throws Forbidden unless the person administers the project, or Jira for the site's rubric.
 */
export async function publishRubric({ scope, document, reason, by }: Proposal, viewer: Viewer, world: World, now: Date): Promise<Publication> {
  const project = scope === 'site' ? null : scope.project;
  if (!(await viewer.may(project === null ? 'ADMINISTER' : 'ADMINISTER_PROJECTS', project))) {
    throw new Forbidden(project === null ? "Only a Jira administrator may publish the site's rubric" : `Only an administrator of ${project} may publish its rubric`);
  }
  const parsed = parseRubric(document);
  if (!parsed.ok) return { ok: false, problems: parsed.problems };
  const version = ((await world.rubrics.read(scope))?.version ?? 0) + 1;
  await world.rubrics.publish(scope, { document: parsed.rubric, version, by, reason, at: now.toISOString() });
  const jobId = `publish-${project ?? 'site'}-${version}`;
  await startJob(await publishedJob(scope, { id: jobId, by }, world, now), world);
  return { ok: true, version, jobId };
}
