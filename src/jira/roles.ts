import { route } from '@forge/api';
import { z } from 'zod';
import type { Roles } from '../usecases/ports/people';
import type { JiraClient } from './client';

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
const groups = z.array(z.looseObject({ name: z.string() }));

/** `client` asks as the app. */
export function jiraRoles({ call }: JiraClient): Roles {
  return {
    async ofPerson(project, accountId, names) {
      if (names.length === 0) return [];
      const urls = await call({
        route: route`/rest/api/3/project/${project}/role`,
        method: 'GET',
        answer: roleUrls,
        doing: `reading the roles of ${project}`,
      });
      const theirs: string[] = [];
      let own: ReadonlySet<string> | null = null;
      for (const name of names) {
        const id = /\/role\/(\d+)$/.exec(urls[name] ?? '')?.[1];
        if (id === undefined) continue;
        const { actors } = await call({
          route: route`/rest/api/3/project/${project}/role/${id}`,
          method: 'GET',
          answer: role,
          doing: `reading who is ${name} in ${project}`,
        });
        const throughGroup = actors.some(({ actorGroup }) => actorGroup !== undefined);
        if (throughGroup)
          own ??= new Set(
            (
              await call({
                route: route`/rest/api/3/user/groups?accountId=${accountId}`,
                method: 'GET',
                answer: groups,
                identitiesIn: (found) => found.length,
                doing: 'reading the groups of a person',
              })
            ).map((group) => group.name),
          );
        const groupsOfPerson = own;
        if (
          actors.some(
            ({ actorUser, actorGroup }) =>
              actorUser?.accountId === accountId ||
              (actorGroup !== undefined && groupsOfPerson?.has(actorGroup.name) === true),
          )
        )
          theirs.push(name);
      }
      return theirs;
    },
  };
}
