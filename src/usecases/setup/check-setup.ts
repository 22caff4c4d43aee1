import type { ProjectId } from '../../core/terms/project';
import type { SetupCheck } from '../../contract/setup';
import { Declined, Forbidden, Gone, Limited, Rejected, Unavailable } from '../ports/failures';
import { newestOf, siteEdition } from '../rubric/edition';
import { aCheck, steps, type Looked, type SetupContext } from './check';
import { checkApp, checkAutomation, checkSecret } from './check-connections';
import { checkEvidence } from './check-evidence';
import { checkNames } from './check-names';
import { checkPersonalData } from './check-personal-data';
import { checkRubric } from './check-rubric';
import { checkEvents, checkLedger, checkQuota } from './check-running';
import { checkScreens } from './check-screens';
import { checkStorage } from './check-storage';

type Looker = (context: SetupContext, looked: Looked) => Promise<SetupCheck>;

/** In the order in which they matter to somebody who sees no score. */
const CHECKS: readonly (readonly [id: SetupCheck['id'], title: string, look: Looker])[] = [
  ['screens', 'Fields on the screens', checkScreens],
  ['names', 'Field names in searches', checkNames],
  ['app', 'What Ballast may do here', checkApp],
  ['rubric', 'Fields that the rubric asks for', checkRubric],
  ['evidence', 'Incidents and support requests', checkEvidence],
  ['ledger', 'Scores of the open issues', checkLedger],
  ['events', 'Edits are taken up', checkEvents],
  ['quota', 'Jira’s hourly quota', checkQuota],
  ['automation', 'Automation rules', checkAutomation],
  ['secret', 'Evidence from outside tools', checkSecret],
  ['storage', 'How storage answers on this site', checkStorage],
  ['people', 'Personal data', checkPersonalData],
];
/** Those that make sense only for one project. */
const OF_A_PROJECT: ReadonlySet<SetupCheck['id']> = new Set(['screens', 'app']);

/**
 * Looks at everything that has to be in order for scores to come about and be seen. A check that cannot be done says so; it
 * keeps no other from being done.
 * @throws Forbidden unless the person administers the project, or Jira for the whole site
 */
export async function checkSetup(
  project: ProjectId | null,
  context: SetupContext,
): Promise<readonly SetupCheck[]> {
  const { viewer, world } = context;
  const jiraAdmin = await viewer.may('ADMINISTER', null);
  if (!jiraAdmin && (project === null || !(await viewer.may('ADMINISTER_PROJECTS', project))))
    throw new Forbidden('Only an administrator may check the setup of Ballast');
  const inForce =
    (project === null ? null : await newestOf({ project }, world.rubrics)) ??
    (await siteEdition(world.rubrics));
  const looked: Looked = { project, jiraAdmin, inForce, fields: await world.siteFields.all() };
  const checks: SetupCheck[] = [];
  for (const [id, title, look] of CHECKS) {
    if (project === null && OF_A_PROJECT.has(id)) continue;
    checks.push(await orUnknown(id, title, () => look(context, looked)));
  }
  return checks;
}

async function orUnknown(
  id: SetupCheck['id'],
  title: string,
  look: () => Promise<SetupCheck>,
): Promise<SetupCheck> {
  try {
    return await look();
  } catch (failure) {
    if (!(
      failure instanceof Declined ||
      failure instanceof Forbidden ||
      failure instanceof Gone ||
      failure instanceof Limited ||
      failure instanceof Rejected ||
      failure instanceof Unavailable
    ))
      throw failure;
    return aCheck(id, title, {
      state: 'unknown',
      says: `This could not be looked at: ${failure.message}.`,
      repair: steps(
        'Choose Look again in a minute.',
        'If it stays, send these words to the person who installed Ballast.',
      ),
    });
  }
}
