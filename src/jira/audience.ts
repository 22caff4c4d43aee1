import { route } from '@forge/api';
import { z } from 'zod';
import { Rejected } from '../usecases/ports/failures';
import type { Audience } from '../usecases/ports/post-mortem';
import type { JiraClient } from './client';

const project = z.looseObject({ projectTypeKey: z.string().catch('') });
const permissions = z.object({
  permissions: z.record(z.string(), z.looseObject({ havePermission: z.boolean() })),
});

/** Service management's own permission: https://support.atlassian.com/jira-cloud-administration/docs/permissions-for-company-managed-projects/ */
const AGENT = 'SERVICEDESK_AGENT';

/** Whom Jira lets the client's person write to in a service project; null in any other, and where Jira does not know the permission. */
export async function audienceIn({ call }: JiraClient, key: string): Promise<Audience | null> {
  const { projectTypeKey } = await call({
    route: route`/rest/api/3/project/${key}`,
    method: 'GET',
    answer: project,
    doing: `reading the project ${key}`,
  });
  if (projectTypeKey !== 'service_desk') return null;
  try {
    const answer = await call({
      route: route`/rest/api/3/mypermissions?permissions=${AGENT}&projectKey=${key}`,
      method: 'GET',
      answer: permissions,
      doing: 'asking whether you are an agent',
    });
    return answer.permissions[AGENT]?.havePermission === true ? 'public' : 'internal';
  } catch (failure) {
    // A site without service management has no such permission.
    if (failure instanceof Rejected) return null;
    throw failure;
  }
}
