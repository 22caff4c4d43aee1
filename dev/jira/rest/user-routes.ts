import { z } from 'zod';
import type { User } from '../model/entities';
import {
  GLOBAL_PERMISSIONS,
  may,
  mayInProject,
  mayOnIssue,
  PROJECT_PERMISSIONS,
  type Permission,
} from '../model/permissions';
import { findProject } from '../model/site-state';
import { userViewFor } from '../views/entity-views';
import { badRequest, JiraError } from '../jira-error';
import {
  ok,
  pageOf,
  readBody,
  viewableIssue,
  viewableProject,
  wholeNumber,
  type Answer,
  type Call,
  type Route,
} from './call';
import { listed } from './query';

const CheckBody = z.object({
  globalPermissions: z.array(z.string()).nullish(),
  accountId: z.string().nullish(),
  projectPermissions: z
    .array(
      z.object({
        permissions: z.array(z.string()),
        projects: z.array(z.int()).nullish(),
        issues: z.array(z.int()).nullish(),
      }),
    )
    .nullish(),
});

const PERMISSIONS: readonly Permission[] = [...PROJECT_PERMISSIONS, ...GLOBAL_PERMISSIONS];

function known(name: string): Permission {
  const permission = PERMISSIONS.find((each) => each === name);
  if (permission === undefined) throw badRequest(`Unrecognized permission: ${name}`);
  return permission;
}

function read(call: Call, accountId: string | null): User {
  const user = call.state.users.get(accountId ?? '');
  if (user === undefined)
    throw new JiraError(404, [
      `Specified user does not exist or you do not have required permissions`,
    ]);
  return user;
}

function people(call: Call, accept: (user: User) => boolean): Answer {
  const start = wholeNumber(call.query.get('startAt'), 0);
  const size = Math.min(wholeNumber(call.query.get('maxResults'), 50), 1_000);
  const shown = [...call.state.users.values()]
    .filter(accept)
    .slice(start, start + size)
    .map((user) => userViewFor(call.state, call.viewer, user));
  return { ...ok(shown), identities: shown.length };
}

/** By words of the name or the address, or by the account id. */
function named(call: Call): (user: User) => boolean {
  const words = (call.query.get('query') ?? '').toLowerCase();
  const accountId = call.query.get('accountId');
  return (user) =>
    accountId === null
      ? `${user.displayName} ${user.email}`.toLowerCase().includes(words)
      : user.accountId === accountId;
}

function search(call: Call): Answer {
  if (!call.query.has('query') && !call.query.has('accountId'))
    throw badRequest(
      "One of the query parameters 'query', 'accountId' and 'property' is required.",
    );
  return people(call, named(call));
}

function bulk(call: Call): Answer {
  if (!call.query.has('accountId'))
    throw badRequest("The query parameter 'accountId' is required.");
  const found = call.query.getAll('accountId').flatMap((id) => call.state.users.get(id) ?? []);
  const page = pageOf(call, found, (user) => userViewFor(call.state, call.viewer, user), 10);
  return { ...ok(page), identities: page.values.length };
}

/** One person; groups and roles are only counted unless `expand` asks for them. */
function person(call: Call, user: User) {
  const whole = listed(call, 'expand').includes('groups');
  return {
    ...userViewFor(call.state, call.viewer, user),
    locale: 'en_US',
    groups: {
      size: user.groups.length,
      items: whole ? user.groups.map((name) => groupView(call, name)) : [],
    },
    applicationRoles: { size: 0, items: [] },
    expand: 'groups,applicationRoles',
  };
}

const groupView = (call: Call, name: string) => ({
  name,
  groupId: name,
  self: `${call.state.baseUrl}/rest/api/3/group?groupId=${name}`,
});

function assignable(call: Call): Answer {
  const [project, issue] = [
    call.query.get('project'),
    call.query.get('issueKey') ?? call.query.get('issueId'),
  ];
  const home =
    issue !== null
      ? viewableIssue(call, issue).project
      : project !== null
        ? viewableProject(call, project)
        : undefined;
  if (home === undefined)
    throw badRequest("Either the 'project' or the 'issueKey' query parameter must be provided.");
  const asked = named(call);
  return people(
    call,
    (user) =>
      asked(user) &&
      user.active &&
      user.accountType === 'atlassian' &&
      mayInProject(call.state, user.accountId, home, 'ASSIGNABLE_USER'),
  );
}

function hasServiceProjects({ state }: Call): boolean {
  return [...state.projects.values()].some(({ typeKey }) => typeKey === 'service_desk');
}

function myPermissions(call: Call): Answer {
  const asked = call.query.get('permissions');
  if (asked === null) throw badRequest("The 'permissions' query parameter is required.");
  const [key, issue] = [
    call.query.get('projectKey') ?? call.query.get('projectId'),
    call.query.get('issueKey') ?? call.query.get('issueId'),
  ];
  const on = issue === null ? null : viewableIssue(call, issue);
  const project = on !== null ? on.project : key !== null ? viewableProject(call, key) : undefined;
  const permissions = asked.split(',').map((name, at) => {
    const permission = known(name.trim());
    // Only a site with service management knows it.
    if (permission === 'SERVICEDESK_AGENT' && !hasServiceProjects(call))
      throw badRequest(`Unrecognized permission: ${permission}`);
    const global = GLOBAL_PERMISSIONS.some((each) => each === permission);
    return [
      permission,
      {
        id: String(at),
        key: permission,
        name: permission.replaceAll('_', ' ').toLowerCase(),
        type: global ? 'GLOBAL' : 'PROJECT',
        description: '',
        havePermission:
          may(call.state, call.viewer, permission, project) &&
          (on === null ||
            permission === 'ADMINISTER' ||
            permission === 'BROWSE_USERS' ||
            mayOnIssue(call.state, call.viewer, on, permission)),
      },
    ] as const;
  });
  return {
    ...ok({ permissions: Object.fromEntries(permissions) }),
    identities: permissions.length,
  };
}

/** Which of the named projects and issues somebody may do each thing in. Asking for another needs the right to administer. */
function check(call: Call): Answer {
  const asked = readBody(call, CheckBody);
  const who = asked.accountId ?? call.viewer;
  if (who !== call.viewer && !may(call.state, call.viewer, 'ADMINISTER', undefined) && !call.isApp)
    throw new JiraError(403, ['You do not have permission to check permissions of other users.']);
  const projectPermissions = (asked.projectPermissions ?? []).flatMap(
    ({ permissions, projects, issues }) =>
      permissions.map((name) => {
        const permission = known(name);
        const allowedIn = (project: ReturnType<typeof findProject>) =>
          project !== undefined && may(call.state, who, permission, project);
        return {
          permission,
          projects: (projects ?? []).filter((id) => allowedIn(findProject(call.state, String(id)))),
          issues: (issues ?? []).filter((id) => allowedIn(call.state.issues.get(id)?.project)),
        };
      }),
  );
  return ok({
    projectPermissions,
    globalPermissions: (asked.globalPermissions ?? []).filter((name) =>
      may(call.state, who, known(name), undefined),
    ),
  });
}

export const USER_ROUTES: readonly Route[] = [
  {
    method: 'GET',
    pattern: '/myself',
    kind: 'read',
    handle: (call) => ({ ...ok(person(call, read(call, call.viewer))), identities: 1 }),
  },
  {
    method: 'GET',
    pattern: '/user',
    kind: 'read',
    handle: (call) => ({
      ...ok(person(call, read(call, call.query.get('accountId')))),
      identities: 1,
    }),
  },
  { method: 'GET', pattern: '/user/bulk', kind: 'read', handle: bulk },
  {
    method: 'GET',
    pattern: '/users/search',
    kind: 'read',
    handle: (call) => people(call, () => true),
  },
  { method: 'GET', pattern: '/user/search', kind: 'read', handle: search },
  { method: 'GET', pattern: '/user/assignable/search', kind: 'read', handle: assignable },
  { method: 'GET', pattern: '/mypermissions', kind: 'read', handle: myPermissions },
  { method: 'POST', pattern: '/permissions/check', kind: 'read', handle: check },
  {
    method: 'GET',
    pattern: '/user/groups',
    kind: 'read',
    handle: (call) => {
      const groups = read(call, call.query.get('accountId')).groups.map((name) =>
        groupView(call, name),
      );
      return { ...ok(groups), identities: groups.length };
    },
  },
];
