import type { ProjectId } from '../../core/terms/project';
import { Forbidden } from '../ports/failures';
import type { Viewer } from '../ports/world';
import { openAccess } from '../access/rubric-access';
import type { Job } from '../../core/jobs/job';
import type { Needs } from './needs';

/** Who asks about work on many issues. */
export interface JobContext {
  readonly viewer: Viewer;
  /** Account id. */
  readonly me: string;
}

/** What somebody may do with the work on a project or the site. */
export interface JobRights {
  /** Pause, resume and cancel it. */
  readonly maySteer: boolean;
  /** Begin work of their own on all of its issues. */
  readonly mayStart: boolean;
}

const EVERYTHING: JobRights = { maySteer: true, mayStart: true };

/** @throws Forbidden unless the person administers the project, or Jira for the whole site. */
export async function mustAdminister(
  project: ProjectId | null,
  { viewer }: JobContext,
): Promise<void> {
  if (await administers(project, viewer)) return;
  throw new Forbidden(
    project === null
      ? 'Only a Jira administrator may steer work on the whole site'
      : 'Only an administrator of this project may steer work on all of its issues',
  );
}

/**
 * Administrators watch and steer everything. Who may publish watches too, and steers what a publication began, where they decide
 * alone; whoever began something watches it to its end, even if their rights have changed since.
 * @throws Forbidden for everybody else; Gone when the project does not exist for this person
 */
export async function rightsOn(
  job: Job | null,
  project: ProjectId | null,
  { viewer, me }: JobContext,
  world: Needs,
): Promise<JobRights> {
  if (await administers(project, viewer)) return EVERYTHING;
  if (project === null) {
    if (job?.by === me) return { maySteer: false, mayStart: false };
    throw new Forbidden('Only a Jira administrator may look at work on the whole site');
  }
  const { verdict } = await openAccess(project, { world, viewer, me });
  if (!verdict.may && job?.by !== me)
    throw new Forbidden(
      'Only who may publish the rubric of this project, or who started it, may look at this work',
    );
  return {
    maySteer: verdict.may && verdict.approval === 'not needed' && job?.cause === 'published',
    mayStart: false,
  };
}

function administers(project: ProjectId | null, viewer: Viewer): Promise<boolean> {
  return viewer.may(project === null ? 'ADMINISTER' : 'ADMINISTER_PROJECTS', project);
}
