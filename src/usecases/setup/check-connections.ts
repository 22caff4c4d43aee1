import type { SetupCheck } from '../../contract/setup';
import { SENDERS } from '../../core/evidence-feeds/senders';
import { Declined } from '../ports/failures';
import { aCheck, steps, type Looked, type SetupContext } from './check';

/** What the app does in a project, and the permission of Jira that it takes. */
const NEEDED = {
  BROWSE_PROJECTS: 'read issues',
  EDIT_ISSUES: 'set the flag of urgent work',
  SCHEDULE_ISSUES: 'set due dates of urgent work',
  ASSIGN_ISSUES: 'assign urgent work to its lane’s owner',
  LINK_ISSUES: 'link incidents that come back',
} as const;
type Needed = keyof typeof NEEDED;

/** Whether the project lets the app do what it is there for. */
export async function checkApp(
  { appRights }: SetupContext,
  { project }: Looked,
): Promise<SetupCheck> {
  if (project === null)
    throw new Declined('Rights belong to a project', 'Open the settings of a project');
  const title = 'What Ballast may do here';
  const lacking = (await appRights.lacking(project, Object.keys(NEEDED))) as readonly Needed[];
  if (lacking.length === 0)
    return aCheck('app', title, {
      state: 'ok',
      says: 'Ballast may read and do in this project what it needs to.',
    });
  return aCheck('app', title, {
    state: 'attention',
    says: lacking.includes('BROWSE_PROJECTS')
      ? 'Ballast may not read this project: nothing in it is scored.'
      : 'Issues are scored, but something that entering hot fix asks for will not happen.',
    details: lacking.map((one) => `It may not ${NEEDED[one]} (${one})`),
    repair: steps(
      'In Jira, open the project’s settings and there Permissions.',
      'Give the permissions above to the project role atlassian-addons-project-access, to which Ballast belongs.',
      'Come back here.',
    ),
  });
}

const rules = steps(
  'In Jira, open Automation and create a rule, or open one.',
  'Add the action Rescore work item, Rescore project, Record evidence or Override lane.',
  'Let the rule run as somebody who may edit the issues: Ballast acts with that person’s rights.',
  'Run it once, and come back here.',
);

/** Jira tells no app about its rules: what is known is when one last asked Ballast for something, and what came of it. */
export async function checkAutomation({ world }: SetupContext): Promise<SetupCheck> {
  const { acted } = await world.notes.read();
  const title = 'Automation rules';
  if (acted === undefined)
    return aCheck('automation', title, {
      state: 'unknown',
      says: 'No rule has used Ballast yet. Rules are optional.',
      repair: rules,
    });
  if (acted.refused === null)
    return aCheck('automation', title, {
      state: 'ok',
      says: `A rule last used Ballast ${acted.at} (${acted.what}), and it worked.`,
    });
  return aCheck('automation', title, {
    state: 'attention',
    says: `The last use by a rule failed (${acted.what}, ${acted.at}).`,
    details: [acted.refused],
    repair: rules,
  });
}

/** Whether outside tools can sign what they send, and whether anything came. */
export async function checkSecret(
  { world, secret, address }: SetupContext,
  { jiraAdmin }: Looked,
): Promise<SetupCheck> {
  const title = 'Evidence from outside tools';
  const { lastTaken, refusals } = await world.intake.read();
  const details = [
    lastTaken === null ? 'Nothing has been taken yet.' : `Last taken ${lastTaken}.`,
    ...refusals
      .slice(0, 3)
      .map(({ at, outcome, reason }) => `Refused ${at} (${outcome}): ${reason}`),
  ];
  const made = (await secret.read()) !== null;
  const senders = await Promise.all(
    Object.values(SENDERS).map(async (sender) => ({
      sender,
      names: (await secret.connections(sender)).map(({ name }) => name),
    })),
  );
  const repair = jiraAdmin
    ? ({
        kind: 'secret',
        label: made ? 'Make a new secret' : 'Make a secret',
        replaces: made,
        address: await address.evidence(),
        senders: senders.map(({ sender: { id }, names }) => ({ id, names })),
      } as const)
    : steps('Ask a Jira administrator to connect them on this page.');
  const connected = [
    ...(made ? ['tools that sign with the secret of this page'] : []),
    ...senders.flatMap(({ sender, names }) =>
      names.length > 0 ? [`${sender.name} (${names.join(', ')})`] : [],
    ),
  ];
  if (connected.length === 0)
    return aCheck('secret', title, {
      state: 'unknown',
      says: 'No tool is connected: incidents and tickets from outside cannot come in yet. This is optional.',
      repair,
    });
  return aCheck('secret', title, {
    state: 'ok',
    says: `Taken from ${connected.join(' and ')}.`,
    details,
    repair: jiraAdmin ? repair : null,
  });
}
