import { z } from 'zod';
import { mayAdminister, mayInProject } from '../model/permissions';
import { allScreens } from '../model/screens';
import { findProject } from '../model/site-state';
import { type ProjectScreens, type Screen, type ScreenTab } from '../model/screen';
import { SYSTEM_FIELDS } from '../views/field-views';
import { JiraError } from '../jira-error';
import { noContent, ok, pageOf, param, readBody, type Answer, type Call, type Route } from './call';
import { among, listed, ordered } from './query';

/** Screens belong to the administrator: who is none is refused, the app too, as no app administers Jira. */
function requireAdmin(call: Call): void {
  if (call.isApp || !mayAdminister(call.state, call.viewer))
    throw new JiraError(403, ['Only Jira administrators can access screens.']);
}

/** Those of the ids that the query names, whose name has its words, in its order. */
function chosen<T extends { readonly id: number; readonly name: string }>(
  call: Call,
  items: readonly T[],
): readonly T[] {
  const words = (call.query.get('queryString') ?? '').toLowerCase();
  return ordered(
    call,
    among(items, listed(call, 'id'), ({ id }) => String(id)).filter(({ name }) =>
      name.toLowerCase().includes(words),
    ),
    { id: ({ id }) => id, name: ({ name }) => name.toLowerCase() },
  );
}

function schemesOfProjects(call: Call): Answer {
  requireAdmin(call);
  const wanted = listed(call, 'projectId');
  if (wanted.length === 0) throw new JiraError(400, ['The projectId query parameter is required.']);
  return ok(
    pageOf(
      call,
      allScreens(call.state).filter(({ project }) => wanted.includes(project.id)),
      ({ project, schemeId }) => ({
        issueTypeScreenScheme: {
          id: schemeId,
          name: `${project.key}: Issue Type Screen Scheme`,
          description: '',
        },
        projectIds: [project.id],
      }),
    ),
  );
}

function mappings(call: Call): Answer {
  requireAdmin(call);
  const wanted = listed(call, 'issueTypeScreenSchemeId');
  const found = among(allScreens(call.state), wanted, ({ schemeId }) => schemeId);
  return ok(
    pageOf(
      call,
      found.flatMap(({ schemeId, mappings: all }) =>
        all.map((one) => ({ ...one, issueTypeScreenSchemeId: schemeId })),
      ),
      (one) => one,
    ),
  );
}

function screenSchemes(call: Call): Answer {
  requireAdmin(call);
  const found = chosen(
    call,
    allScreens(call.state).flatMap(({ screenSchemes: schemes }) => schemes),
  );
  return ok(
    pageOf(
      call,
      found,
      ({ id, name, screen }) => ({ id, name, description: '', screens: { default: screen.id } }),
      100,
    ),
  );
}

function screens(call: Call): Answer {
  requireAdmin(call);
  const found = chosen(
    call,
    allScreens(call.state).flatMap(({ screenSchemes: schemes }) =>
      schemes.map(({ screen }) => screen),
    ),
  );
  return ok(pageOf(call, found, ({ id, name }) => ({ id, name, description: '' }), 100));
}

/** An administrator of the project may look too, when the request names the project and it has the screen. */
function readableScreen(call: Call): Screen {
  const id = Number(param(call, 'screenId'));
  const home: ProjectScreens | undefined = allScreens(call.state).find(({ screenSchemes: all }) =>
    all.some(({ screen }) => screen.id === id),
  );
  const named = call.query.get('projectKey');
  const asProjectAdmin =
    home !== undefined &&
    named === home.project.key &&
    mayInProject(call.state, call.viewer, home.project, 'ADMINISTER_PROJECTS') &&
    !call.isApp;
  if (!asProjectAdmin) requireAdmin(call);
  const screen = home?.screenSchemes.find((each) => each.screen.id === id)?.screen;
  if (screen === undefined)
    throw new JiraError(404, [`The screen with id ${param(call, 'screenId')} does not exist.`]);
  return screen;
}

function tabOf(call: Call, screen: Screen): ScreenTab {
  const tab = screen.tabs.find(({ id }) => String(id) === param(call, 'tabId'));
  if (tab === undefined)
    throw new JiraError(404, [`The tab with id ${param(call, 'tabId')} does not exist.`]);
  return tab;
}

function nameOf(call: Call, fieldId: string): string | undefined {
  return (
    SYSTEM_FIELDS.find(({ id }) => id === fieldId)?.name ?? call.state.fields.byId(fieldId)?.name
  );
}

function addField(call: Call): Answer {
  requireAdmin(call);
  const screen = readableScreen(call);
  const tab = tabOf(call, screen);
  const { fieldId } = readBody(call, z.object({ fieldId: z.string() }));
  const name = nameOf(call, fieldId);
  if (name === undefined)
    throw new JiraError(404, [`The field with id ${fieldId} does not exist.`]);
  if (screen.tabs.some(({ fields }) => fields.includes(fieldId)))
    throw new JiraError(400, [`The field with id ${fieldId} is already on the screen.`]);
  tab.fields.push(fieldId);
  call.state.revision += 1;
  return ok({ id: fieldId, name });
}

const Association = z.strictObject({
  associationContexts: z
    .array(z.strictObject({ identifier: z.int(), type: z.literal('PROJECT_ID') }))
    .min(1)
    .max(100),
  fields: z
    .array(z.strictObject({ identifier: z.string(), type: z.literal('FIELD_ID') }))
    .min(1)
    .max(50),
});

/** Every field is in every project here: what is asked for is checked, and stands already. */
function associate(call: Call): Answer {
  requireAdmin(call);
  const { associationContexts, fields } = readBody(call, Association);
  for (const { identifier } of associationContexts)
    if (findProject(call.state, String(identifier)) === undefined)
      throw new JiraError(404, [`The project with id ${identifier} does not exist.`]);
  for (const { identifier } of fields)
    if (nameOf(call, identifier) === undefined)
      throw new JiraError(404, [`The field with id ${identifier} does not exist.`]);
  return noContent;
}

export const SCREEN_ROUTES: readonly Route[] = [
  { method: 'PUT', pattern: '/field/association', kind: 'write', handle: associate },
  {
    method: 'GET',
    pattern: '/issuetypescreenscheme/project',
    kind: 'read',
    handle: schemesOfProjects,
  },
  { method: 'GET', pattern: '/issuetypescreenscheme/mapping', kind: 'read', handle: mappings },
  { method: 'GET', pattern: '/screenscheme', kind: 'read', handle: screenSchemes },
  { method: 'GET', pattern: '/screens', kind: 'read', handle: screens },
  {
    method: 'GET',
    pattern: '/screens/{screenId}/tabs',
    kind: 'read',
    handle: (call) => ok(readableScreen(call).tabs.map(({ id, name }) => ({ id, name }))),
  },
  {
    method: 'GET',
    pattern: '/screens/{screenId}/tabs/{tabId}/fields',
    kind: 'read',
    handle: (call) =>
      ok(
        tabOf(call, readableScreen(call)).fields.map((id) => ({
          id,
          name: nameOf(call, id) ?? id,
        })),
      ),
  },
  {
    method: 'POST',
    pattern: '/screens/{screenId}/tabs/{tabId}/fields',
    kind: 'write',
    handle: addField,
  },
];
