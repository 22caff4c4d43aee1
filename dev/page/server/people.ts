import { ADMIN } from '../../jira/site';
import type { SiteSnapshot } from '../../jira/snapshot';
import type { Person } from '../wire';

const most = 16;

/** The people to work as: the site's administrator, then those with rights of their own; a menu's length at most. */
export function peopleOf({
  users,
  projects,
}: Pick<SiteSnapshot, 'users' | 'projects'>): readonly [Person, ...Person[]] {
  const rolesOf = (accountId: string) =>
    projects.flatMap((project) =>
      (project.roles ?? [])
        .filter((role) => role.accountIds.includes(accountId))
        .map((role) => `${role.name} (${project.key})`),
    );
  const people = users
    .filter(({ active, accountId }) => active !== false && accountId !== ADMIN.accountId)
    .map(({ accountId, displayName, email, groups = [] }): Person => ({
      accountId,
      displayName,
      email: email ?? null,
      rights: [...groups, ...rolesOf(accountId)],
    }));
  const admin: Person = {
    accountId: ADMIN.accountId,
    displayName: ADMIN.displayName,
    email: ADMIN.email,
    rights: ADMIN.groups,
  };
  return [
    admin,
    ...[
      ...people.filter(({ rights }) => rights.length > 0),
      ...people.filter(({ rights }) => rights.length === 0),
    ].slice(0, most - 1),
  ];
}
