import type { ProjectId } from '../../core/terms/project';
import type { LeftView } from '../../contract/jobs';
import { Declined } from '../ports/failures';
import { rubricsOf } from '../rubric/in-force';
import { mustPublish, openAccess } from '../access/rubric-access';
import { shown, type WatchedJob } from './control-job';
import { rightsOn, type JobContext } from './job-rights';
import { leftBehind, wentLiveInPart } from './outdated-issues';
import { publishedJob, SITE, startJob } from './start-job';
import type { Needs } from './needs';

/**
 * What stopped work left behind, for whoever could have published it.
 * @throws Forbidden unless the person may publish the scope's rubric
 */
export async function viewLeftBehind(
  project: ProjectId | null,
  { viewer, me }: JobContext,
  world: Needs,
): Promise<LeftView> {
  mustPublish(await openAccess(project, { world, viewer, me }));
  return leftBehind(project, world);
}

/**
 * Scores what is left behind, from the ledger where that holds what the rubric asks. What is published was approved then: finishing
 * it needs no approval.
 * @throws Forbidden unless the person may publish the scope's rubric; Declined while work goes on, and when nothing is left; Rejected when the rubric in force cannot be used
 */
export async function finishScoring(
  project: ProjectId | null,
  context: JobContext,
  world: Needs,
  now: Date,
): Promise<WatchedJob> {
  const { issues, underWay } = await viewLeftBehind(project, context, world);
  if (underWay)
    throw new Declined('Work on these issues goes on', 'Wait until it is done, or cancel it first');
  if (issues === 0)
    throw new Declined(
      'Nothing is left to finish: every open issue carries the rubric in force',
      'Reload the page',
    );
  await rubricsOf(project === null ? [] : [project], world.rubrics);
  const job = await publishedJob(
    project === null ? 'site' : { project },
    { id: `finish-${project ?? SITE}-${now.getTime()}`, by: context.me },
    world,
    now,
  );
  const whole =
    project === null
      ? { ...job, steps: ['follow' as const, ...job.steps] }
      : (await wentLiveInPart(project, world))
        ? { ...job, cause: 'live' as const }
        : job;
  await startJob(whole, world);
  return { ...shown(whole, 'run', now), ...(await rightsOn(whole, project, context, world)) };
}
