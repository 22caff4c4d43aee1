import type { Project } from '../../core/terms/project';
import { Forbidden } from '../ports/failures';
import { readingJob, startJob } from '../jobs/start-job';
import type { RuleUser } from './rule-user';

/** Has a project's open work items scored in the background. Asked for twice in a minute, it runs once. @throws Forbidden */
export async function rescoreProject(
  { id, key }: Project,
  { by, viewer, world, now }: RuleUser,
): Promise<{ readonly project: string; readonly job: string }> {
  if (!(await viewer.may('ADMINISTER_PROJECTS', id))) {
    throw new Forbidden(
      `The rule's user does not administer the project ${key}, or it does not exist: only its administrators may have all of it rescored`,
    );
  }
  const job = `rule-${id}-${now.toISOString().slice(0, 16)}`;
  await startJob(readingJob(id, { id: job, cause: 'requested', by }, now), world);
  return { project: key, job };
}
