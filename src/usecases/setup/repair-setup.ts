import type { ProjectId } from '../../core/terms/project';
import { requestJob } from '../jobs/control-job';
import { finishScoring } from '../jobs/finish-outdated';
import { leftBehind } from '../jobs/outdated-issues';
import { coverageOf } from '../jobs/start-job';
import { Declined, Forbidden } from '../ports/failures';
import type { SetupContext } from './check';
import { repairScreens } from './check-screens';
import { tryStorage } from './check-storage';

/**
 * Repairs what a check found, as far as Ballast can. @returns what was done, in words
 * @throws Forbidden unless the person may do it
 */
export async function repairSetup(
  id: 'screens' | 'ledger' | 'storage',
  project: ProjectId | null,
  by: string,
  context: SetupContext,
): Promise<string> {
  if (id === 'ledger') {
    const left = await leftBehind(project, context.world);
    if (left.issues > 0 && !left.underWay && (await coverageOf(project, context.world)) !== null) {
      await finishScoring(project, { viewer: context.viewer, me: by }, context.world, context.now);
      return `What was left of ${project === null ? 'the site' : 'this project'} is being scored now; the tab Work shows how far it has come`;
    }
    await requestJob(
      { project, jql: '' },
      { viewer: context.viewer, jira: context.jira, me: by },
      context.world,
      context.now,
    );
    return `Every open issue of ${project === null ? 'the site' : 'this project'} is being scored now; the tab Work shows how far it has come`;
  }
  if (id === 'storage') {
    if (!(await context.viewer.may('ADMINISTER', null)))
      throw new Forbidden('Only a Jira administrator may try the storage of the site');
    return tryStorage(context);
  }
  if (project === null)
    throw new Declined('Screens belong to a project', 'Open the settings of a project');
  return repairScreens(project, context);
}
