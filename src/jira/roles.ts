import { route } from '@forge/api';
import { z } from 'zod';
import { Forbidden, Gone } from '../usecases/ports/failures';
import type { Roles } from '../usecases/ports/people';
import type { JiraClient } from './client';
import { ownMember } from '../core/terms/own-member';

const roleUrls = z.record(z.string(), z.string());
const role = z.looseObject({
  actors: z
    .array(
      z.looseObject({
        actorUser: z.looseObject({ accountId: z.string() }).optional(),
        actorGroup: z.looseObject({ name: z.string() }).optional(),
      }),
    )
    .catch([]),
});
type Actors = z.infer<typeof role>['actors'];
const groups = z.array(z.looseObject({ name: z.string() }));

/** `client` asks as the app. */
export function jiraRoles({ call }: JiraClient): Roles {
  const urlsOf = async (project: string): Promise<Readonly<Record<string, string>> | null> =>
    orUntold(() =>
      call({
        route: route`/rest/api/3/project/${project}/role`,
        method: 'GET',
        answer: roleUrls,
        doing: 'reading the roles of this project',
      }),
    );

  const actorsOf = async (project: string, id: string, name: string): Promise<Actors | null> =>
    orUntold(async () => {
      const { actors } = await call({
        route: route`/rest/api/3/project/${project}/role/${id}`,
        method: 'GET',
        answer: role,
        doing: `reading who is ${name} in this project`,
      });
      return actors;
    });

  /** Without the right to browse people Jira gives an empty list; everybody is in the group by which they get into the site. */
  const groupsOf = async (accountId: string): Promise<ReadonlySet<string> | null> => {
    const found = await orUntold(() =>
      call({
        route: route`/rest/api/3/user/groups?accountId=${accountId}`,
        method: 'GET',
        answer: groups,
        identitiesIn: (all) => all.length,
        doing: 'reading the groups of a person',
      }),
    );
    return found === null || found.length === 0 ? null : new Set(found.map(({ name }) => name));
  };

  return {
    async ofPerson(project, accountId, names) {
      if (names.length === 0) return { roles: [], unread: [] };
      const urls = await urlsOf(project);
      if (urls === null) return { roles: [], unread: names };
      const theirs: string[] = [];
      const unread: string[] = [];
      let own: ReadonlySet<string> | null | undefined;
      for (const name of names) {
        const id = /\/role\/(\d+)$/.exec(ownMember(urls, name) ?? '')?.[1];
        if (id === undefined) continue;
        const actors = await actorsOf(project, id, name);
        if (actors?.some(({ actorUser }) => actorUser?.accountId === accountId) === true) {
          theirs.push(name);
          continue;
        }
        const through = actors?.flatMap(({ actorGroup }) => actorGroup?.name ?? []) ?? [];
        if (through.length > 0 && own === undefined) own = await groupsOf(accountId);
        const inGroups = own ?? null;
        if (actors === null || (through.length > 0 && inGroups === null)) unread.push(name);
        else if (through.some((group) => inGroups?.has(group) === true)) theirs.push(name);
      }
      return { roles: theirs, unread };
    },
  };
}

/** The app's own role has the rights that this takes on the schemes that Jira makes, and need not have them on others. */
async function orUntold<T>(ask: () => Promise<T>): Promise<T | null> {
  try {
    return await ask();
  } catch (failure) {
    if (failure instanceof Forbidden || failure instanceof Gone) return null;
    throw failure;
  }
}
