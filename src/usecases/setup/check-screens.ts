import type { ProjectId } from '../../core/terms/project';
import type { SetupCheck } from '../../contract/setup';
import { counted } from '../../core/text/wording';
import type { FieldInfo } from '../../core/issue/issue-record';
import { Declined, Forbidden } from '../ports/failures';
import type { ScreenShown } from '../ports/setup';
import { aCheck, steps, type Looked, type SetupContext } from './check';
import type { Needs } from './needs';

const TITLE = 'Fields on the screens';

/** Ballast's own fields, by their names on this site. */
function ownFields(world: Needs, fields: readonly FieldInfo[]): readonly FieldInfo[] {
  const ids = Object.values(world.fieldWriter.fieldIds(fields));
  return ids.map((id) => fields.find((field) => field.id === id) ?? { id, name: id, type: 'any' });
}

/** Ways through Jira as its help says them; sites that do not call projects spaces yet have “Project settings” in the same place. */
const SETTINGS =
  'In Jira’s sidebar, open More actions (•••) next to the name of this project, and choose Space settings';

const inTeamManaged = (names: string) =>
  steps(
    `${SETTINGS}, then Work types. That takes an administrator of the project.`,
    `Open each work type that is prioritised, search its fields for ${names}, drag them to Context fields, and choose Save changes.`,
    'Where Jira does not offer them there, nothing is lost: Ballast’s panel shows the scores, and lists and JQL can use the fields.',
  );

const onScreens = (names: string) =>
  steps(
    `${SETTINGS}, then Screens. That takes a Jira administrator.`,
    `Open each screen in that list, choose ${names} at the end of its fields under Select field, and add them.`,
    'Come back here and look again.',
  );

/** Whether Ballast's four fields are on every screen on which the project's issues are seen. Screens are shown to Jira administrators only. */
export async function checkScreens(
  { world, screens }: SetupContext,
  { project, fields, jiraAdmin }: Looked,
): Promise<SetupCheck> {
  if (project === null)
    throw new Declined('Screens belong to a project', 'Open the settings of a project');
  const own = ownFields(world, fields);
  const names = own.map(({ name }) => name).join(', ');
  if (!jiraAdmin)
    return aCheck('screens', TITLE, {
      state: 'unknown',
      says: 'Only a Jira administrator can look at screens.',
      repair: steps('Ask a Jira administrator to open this page for this project.'),
    });
  const found = await screens.of(project);
  if (found.kind === 'team-managed') {
    return aCheck('screens', TITLE, {
      state: 'unknown',
      says: 'This project is team-managed: Jira lets no app look at its fields.',
      repair: { ...inTeamManaged(names), picture: 'team-managed fields' },
    });
  }
  if (found.screens.length === 0)
    return aCheck('screens', TITLE, {
      state: 'unknown',
      says: 'Jira names no screens for this project.',
      repair: onScreens(names),
    });
  const lacking = found.screens.flatMap((screen) =>
    missingOn(screen, own).map((field) => ({ screen, field })),
  );
  if (lacking.length === 0)
    return aCheck('screens', TITLE, {
      state: 'ok',
      says: `All ${own.length} fields are on ${counted(found.screens.length, 'screen')}.`,
      details: found.screens.map(({ name }) => name),
    });
  return aCheck('screens', TITLE, {
    state: 'attention',
    says: 'People do not see the scores in the issue until the fields are on its screens.',
    details: found.screens.flatMap((screen) => {
      const lacks = missingOn(screen, own).map(({ name }) => name);
      return lacks.length === 0 ? [] : [`“${screen.name}” lacks ${lacks.join(', ')}`];
    }),
    repair: {
      kind: 'button',
      label: `Add ${counted(new Set(lacking.map(({ field }) => field.id)).size, 'field')} to ${counted(new Set(lacking.map(({ screen }) => screen.id)).size, 'screen')}`,
    },
  });
}

/**
 * Adds what is missing, in the person's name. Done twice it does nothing more.
 * @throws Forbidden unless the person administers Jira; Declined for a team-managed project
 */
export async function repairScreens(
  project: ProjectId,
  { world, viewer, screens }: SetupContext,
): Promise<string> {
  if (!(await viewer.may('ADMINISTER', null)))
    throw new Forbidden('Only a Jira administrator may change screens');
  const own = ownFields(world, await world.siteFields.all());
  const found = await screens.of(project);
  if (found.kind === 'team-managed')
    throw new Declined(
      'Jira lets no app change the fields of a team-managed project',
      'Add them in the settings of the project',
    );
  const offered = await screens.associate(
    project,
    own.map(({ id }) => id),
  );
  let added = 0;
  for (const screen of found.screens) {
    for (const field of missingOn(screen, own)) {
      await screens.add(screen, field.id);
      added += 1;
    }
  }
  const done =
    added === 0
      ? 'Every field was on every screen already'
      : `Ballast's fields are now on ${counted(found.screens.length, 'screen')} of this project`;
  return offered ? `${done}, and Jira offers them in the project` : done;
}

function missingOn({ fields }: ScreenShown, own: readonly FieldInfo[]): readonly FieldInfo[] {
  return own.filter(({ id }) => !fields.includes(id));
}
