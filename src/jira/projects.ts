import { route } from '@forge/api';
import { z } from 'zod';
import type { Project } from '../core/terms/project';
import { Forbidden, Gone } from '../usecases/ports/failures';
import type { Projects } from '../usecases/ports/issues';
import type { JiraClient } from './client';
import { projectJson } from './project-json';

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-projects/#api-rest-api-3-project-search-get */
const PAGE = 100;

const found = z.looseObject({
  values: z.array(projectJson),
  isLast: z.boolean().catch(true),
});

/** `client` asks as the app. */
export function jiraProjects({ call }: JiraClient): Projects {
  return {
    async page(start) {
      const { values, isLast } = await call({
        route: route`/rest/api/3/project/search?startAt=${start}&maxResults=${PAGE}`,
        method: 'GET',
        answer: found,
        doing: 'reading the list of projects',
      });
      return {
        projects: values.map(({ id, key }) => ({ id, key })),
        next: isLast || values.length === 0 ? null : start + values.length,
      };
    },

    keyOf: async (project) => (await projectSeen(call, project))?.key ?? null,
    byKey: (key) => projectSeen(call, key),

    async among(keys) {
      const known = new Set<string>();
      for (const key of keys) {
        try {
          await call({
            route: route`/rest/api/3/project/${key}`,
            method: 'GET',
            answer: z.unknown(),
            doing: 'looking for a project',
          });
          known.add(key);
        } catch (failure) {
          // A project that the app may not see is there all the same.
          if (failure instanceof Forbidden) known.add(key);
          else if (!(failure instanceof Gone)) throw failure;
        }
      }
      return known;
    },
  };
}

/** Null for one that whoever the client asks as does not see. */
export async function projectSeen(
  call: JiraClient['call'],
  idOrKey: string,
): Promise<Project | null> {
  try {
    const { id, key } = await call({
      route: route`/rest/api/3/project/${idOrKey}`,
      method: 'GET',
      answer: projectJson,
      doing: 'looking for a project',
    });
    return { id, key };
  } catch (failure) {
    if (failure instanceof Gone || failure instanceof Forbidden) return null;
    throw failure;
  }
}
