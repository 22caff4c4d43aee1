import { route } from '@forge/api';
import { z } from 'zod';
import type { AppRights } from '../usecases/ports/setup';
import type { JiraClient } from './client';
import { ownMember } from '../core/terms/own-member';

const answer = z.object({
  permissions: z.record(z.string(), z.looseObject({ havePermission: z.boolean() })),
});

/** `client` asks as the app. */
export function jiraAppRights({ call }: JiraClient): AppRights {
  return {
    async lacking(project, wanted) {
      const { permissions } = await call({
        route: route`/rest/api/3/mypermissions?permissions=${wanted.join(',')}&projectId=${project}`,
        method: 'GET',
        answer,
        identitiesIn: ({ permissions: asked }) => Object.keys(asked).length,
        doing: 'asking what Ballast may do in this project',
      });
      return wanted.filter((one) => ownMember(permissions, one)?.havePermission !== true);
    },
  };
}
