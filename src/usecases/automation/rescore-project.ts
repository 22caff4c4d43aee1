import { Forbidden } from '../ports/failures';
import { readingJob, startJob } from '../jobs/start-job';
import type { RuleUser } from './rule-user';

/** Has a project's open work items scored in the background. Asked for twice in a minute, it runs once. @throws Forbidden */
export async function rescoreProject(
  project: string,
  { by, viewer, world, now }: RuleUser,
): Promise<{ readonly project: string; readonly job: string }> {
  if (!(await viewer.may('ADMINISTER_PROJECTS', project))) {
    throw new Forbidden(
      `The rule's user does not administer the project ${project}, or it does not exist: only its administrators may have all of it rescored`,
    );
  }
  const job = `rule-${project}-${now.toISOString().slice(0, 16)}`;
  await startJob(readingJob(project, { id: job, cause: 'requested', by }, now), world);
  return { project, job };
}
