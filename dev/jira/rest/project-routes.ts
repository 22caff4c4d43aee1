import { mayAdminister, mayInProject, type ProjectPermission } from '../model/permissions';
import type { Project } from '../model/issue';
import type { ProjectRole } from '../model/entities';
import { completeWorkflow } from '../model/workflow';
import { formatMoment } from '../model/jira-dates';
import {
  listedProjectView,
  personView,
  projectComponentView,
  projectVersionView,
  roleUrl,
  statusView,
  typeView,
} from '../views/entity-views';
import { badRequest, JiraError, notModelled } from '../jira-error';
import { ok, pageOf, param, viewableProject, type Answer, type Call, type Route } from './call';
import { isOn, listed, ordered } from './query';

const ofPath = (call: Call): Project => viewableProject(call, param(call, 'projectIdOrKey'));
const visible = (call: Call): readonly Project[] =>
  [...call.state.projects.values()]
    .filter((project) => mayInProject(call.state, call.viewer, project, 'BROWSE_PROJECTS'))
    .sort((a, b) => a.name.localeCompare(b.name));

function search(call: Call): Answer {
  const words = call.query.get('query')?.toLowerCase() ?? '';
  const right = rightFor(call);
  const [ids, keys, types, states] = [
    listed(call, 'id'),
    listed(call, 'keys'),
    listed(call, 'typeKey'),
    listed(call, 'status'),
  ];
  const found = visible(call).filter(
    (project) =>
      (project.name.toLowerCase().includes(words) || project.key.toLowerCase().startsWith(words)) &&
      holds(ids, project.id) &&
      holds(keys, project.key) &&
      holds(types, project.typeKey) &&
      holds(states, 'live') &&
      mayInProject(call.state, call.viewer, project, right),
  );
  const sorted = ordered(call, found, {
    key: ({ key }) => key,
    name: ({ name }) => name.toLowerCase(),
    owner: ({ leadAccountId }) =>
      call.state.users.get(leadAccountId ?? '')?.displayName.toLowerCase() ?? '',
    issueCount: ({ issues }) => issues.size,
    lastIssueUpdatedDate: lastUpdate,
  });
  return ok(pageOf(call, sorted, expanding(call), 100));
}

const holds = (wanted: readonly string[], value: string): boolean =>
  wanted.length === 0 || wanted.some((each) => each.toLowerCase() === value.toLowerCase());

/** What somebody must be allowed to do in the projects that are listed. */
function rightFor(call: Call): ProjectPermission {
  const action = call.query.get('action') ?? 'view';
  const right = RIGHT_FOR[action];
  if (right === undefined) throw badRequest(`'${action}' is not a valid action.`);
  return right;
}

const RIGHT_FOR: Readonly<Record<string, ProjectPermission>> = {
  view: 'BROWSE_PROJECTS',
  browse: 'BROWSE_PROJECTS',
  edit: 'ADMINISTER_PROJECTS',
  create: 'CREATE_ISSUES',
};

const lastUpdate = ({ issues }: Project): number =>
  [...issues].reduce((last, { updated }) => Math.max(last, updated), 0);

/** A project of a list, with what `expand` asks for. */
function expanding(call: Call): (project: Project) => unknown {
  const { state } = call;
  const asked = new Set(listed(call, 'expand'));
  const parts: Readonly<Record<string, (project: Project) => object>> = {
    description: () => ({ description: '' }),
    lead: ({ leadAccountId }) => {
      const lead = personView(state, leadAccountId);
      return lead === null ? {} : { lead };
    },
    issueTypes: () => ({ issueTypes: state.types.all().map((type) => typeView(state, type)) }),
    projectKeys: ({ key }) => ({ projectKeys: [key] }),
    insight: (project) => ({
      insight: {
        totalIssueCount: project.issues.size,
        ...(project.issues.size === 0
          ? {}
          : { lastIssueUpdateTime: formatMoment(lastUpdate(project)) }),
      },
    }),
  };
  return (project) =>
    Object.assign(
      {},
      listedProjectView(state, project),
      ...Object.entries(parts).map(([name, part]) => (asked.has(name) ? part(project) : {})),
    ) as unknown;
}

function read(call: Call): Answer {
  const project = ofPath(call);
  const { state } = call;
  const lead = personView(state, project.leadAccountId);
  return ok({
    ...listedProjectView(state, project),
    ...(listed(call, 'expand').includes('projectKeys') ? { projectKeys: [project.key] } : {}),
    description: '',
    ...(lead === null ? {} : { lead }),
    assigneeType: 'UNASSIGNED',
    components: project.components.map((component) =>
      projectComponentView(state, project, component),
    ),
    versions: project.versions.map((version) => projectVersionView(state, project, version)),
    issueTypes: state.types.all().map((type) => typeView(state, type)),
    roles: Object.fromEntries(
      project.roles.map((role) => [role.name, roleUrl(call, project, role)]),
    ),
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
    return user === undefined || (isOn(call, 'excludeInactiveUsers') && !user.active)
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
    self: roleUrl(call, project, role),
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
    handle: (call) => ok(visible(call).map(expanding(call))),
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
        Object.fromEntries(project.roles.map((role) => [role.name, roleUrl(call, project, role)])),
      );
    },
  },
  { method: 'GET', pattern: '/project/{projectIdOrKey}/role/{id}', kind: 'read', handle: readRole },
  { method: 'GET', pattern: '/project/{projectIdOrKey}/statuses', kind: 'read', handle: statuses },
  {
    method: 'GET',
    pattern: '/project/{projectIdOrKey}/components',
    kind: 'read',
    handle: (call) => {
      const project = ofPath(call);
      if (call.query.get('componentSource') === 'compass')
        throw notModelled("'compass' in componentSource");
      return ok(
        project.components.map((component) => projectComponentView(call.state, project, component)),
      );
    },
  },
  {
    method: 'GET',
    pattern: '/project/{projectIdOrKey}/versions',
    kind: 'read',
    handle: (call) => {
      const project = ofPath(call);
      return ok(
        project.versions.map((version) => projectVersionView(call.state, project, version)),
      );
    },
  },
];
