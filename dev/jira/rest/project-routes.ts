import { mayAdminister, mayInProject } from '../model/permissions';
import type { Project } from '../model/issue';
import type { ProjectRole } from '../model/entities';
import { completeWorkflow } from '../model/workflow';
import {
  componentView,
  personView,
  projectView,
  roleUrl,
  statusView,
  typeView,
  versionView,
} from '../views/entity-views';
import { JiraError } from '../jira-error';
import { ok, pageOf, param, viewableProject, type Answer, type Call, type Route } from './call';

const ofPath = (call: Call): Project => viewableProject(call, param(call, 'projectIdOrKey'));
const visible = (call: Call): readonly Project[] =>
  [...call.state.projects.values()]
    .filter((project) => mayInProject(call.state, call.viewer, project, 'BROWSE_PROJECTS'))
    .sort((a, b) => a.name.localeCompare(b.name));

function search(call: Call): Answer {
  const words = call.query.get('query')?.toLowerCase() ?? '';
  const keys = call.query.getAll('keys').flatMap((each) => each.split(','));
  const found = visible(call).filter(
    (project) =>
      (project.name.toLowerCase().includes(words) || project.key.toLowerCase().startsWith(words)) &&
      (keys.length === 0 || keys.includes(project.key)),
  );
  return ok(pageOf(call, found, (project) => projectView(call.state, project), 100));
}

function read(call: Call): Answer {
  const project = ofPath(call);
  const { state } = call;
  const lead = personView(state, project.leadAccountId);
  return ok({
    ...projectView(state, project),
    description: '',
    ...(lead === null ? {} : { lead }),
    assigneeType: 'UNASSIGNED',
    components: project.components.map((component) => componentView(state, component)),
    versions: project.versions.map((version) => versionView(state, version)),
    issueTypes: state.types.all().map((type) => typeView(state, type)),
    roles: Object.fromEntries(
      project.roles.map((role) => [role.name, roleUrl(state, project, role)]),
    ),
    style: 'classic',
    isPrivate: project.roles.length > 0,
    properties: {},
  });
}

function roleOf(call: Call, project: Project): ProjectRole {
  const role = project.roles.find((each) => each.id === param(call, 'id'));
  if (role === undefined)
    throw new JiraError(404, [`Can not retrieve a role by the id: ${param(call, 'id')}`]);
  return role;
}

function readRole(call: Call): Answer {
  const project = ofPath(call);
  const role = roleOf(call, project);
  const actors = [...role.accountIds].flatMap((accountId, at) => {
    const user = call.state.users.get(accountId);
    return user === undefined
      ? []
      : [
          {
            id: at + 1,
            displayName: user.displayName,
            type: 'atlassian-user-role-actor',
            actorUser: { accountId },
          },
        ];
  });
  return ok({
    self: roleUrl(call.state, project, role),
    name: role.name,
    id: Number(role.id),
    description: '',
    actors,
  });
}

function statuses(call: Call): Answer {
  const project = ofPath(call);
  if (project.statuses.length === 0) completeWorkflow(call.state, project);
  return ok(
    call.state.types.all().map((type) => ({
      self: typeView(call.state, type).self,
      id: type.id,
      name: type.name,
      subtask: type.subtask,
      statuses: project.statuses.map((status) => statusView(call.state, status)),
    })),
  );
}

/** Every role that a project of the site has, by its name; Jira's administrators alone are told. */
function siteRoles(call: Call): Answer {
  if (!call.isApp && !mayAdminister(call.state, call.viewer))
    throw new JiraError(403, ['You do not have permission to view project roles.']);
  const named = new Map(
    [...call.state.projects.values()].flatMap(({ roles }) =>
      roles.map((role) => [role.name, role] as const),
    ),
  );
  return ok(
    [...named.values()].map(({ id, name }) => ({
      id: Number(id),
      name,
      self: `${call.state.baseUrl}/rest/api/3/role/${id}`,
    })),
  );
}

export const PROJECT_ROUTES: readonly Route[] = [
  { method: 'GET', pattern: '/role', kind: 'read', handle: siteRoles },
  {
    method: 'GET',
    pattern: '/project',
    kind: 'read',
    handle: (call) => ok(visible(call).map((project) => projectView(call.state, project))),
  },
  { method: 'GET', pattern: '/project/search', kind: 'read', handle: search },
  { method: 'GET', pattern: '/project/{projectIdOrKey}', kind: 'read', handle: read },
  {
    method: 'GET',
    pattern: '/project/{projectIdOrKey}/role',
    kind: 'read',
    handle: (call) => {
      const project = ofPath(call);
      return ok(
        Object.fromEntries(
          project.roles.map((role) => [role.name, roleUrl(call.state, project, role)]),
        ),
      );
    },
  },
  { method: 'GET', pattern: '/project/{projectIdOrKey}/role/{id}', kind: 'read', handle: readRole },
  { method: 'GET', pattern: '/project/{projectIdOrKey}/statuses', kind: 'read', handle: statuses },
  {
    method: 'GET',
    pattern: '/project/{projectIdOrKey}/components',
    kind: 'read',
    handle: (call) =>
      ok(ofPath(call).components.map((component) => componentView(call.state, component))),
  },
  {
    method: 'GET',
    pattern: '/project/{projectIdOrKey}/versions',
    kind: 'read',
    handle: (call) => ok(ofPath(call).versions.map((version) => versionView(call.state, version))),
  },
];
