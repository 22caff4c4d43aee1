import { z } from 'zod';
import type { DevJiraSite } from '../../jira/site';
import type { BridgeAsk } from '../wire';

export const bridgeAsk = z.strictObject({
  surface: z.string(),
  issueKey: z.string(),
  command: z.string(),
  data: z.unknown().optional(),
}) satisfies z.ZodType<BridgeAsk>;

const issueShape = z.looseObject({
  id: z.string(),
  key: z.string(),
  fields: z.looseObject({
    issuetype: z.looseObject({ id: z.string(), name: z.string() }),
    project: z.looseObject({ id: z.string(), key: z.string(), projectTypeKey: z.string().optional() }),
  }),
});

/** What Jira tells a surface of an issue. Null when the person may not see the issue, or there is none. */
export async function extensionOf(site: DevJiraSite, issueKey: string, accountId: string): Promise<Readonly<Record<string, unknown>> | null> {
  const { status, body } = await site.handle({
    method: 'GET', path: `/rest/api/3/issue/${encodeURIComponent(issueKey)}?fields=issuetype,project`, headers: {}, body: undefined,
    principal: { kind: 'user', accountId }, outsideQuota: true,
  });
  if (status !== 200) return null;
  const { id, key, fields: { issuetype, project } } = issueShape.parse(JSON.parse(body));
  return {
    issue: { id, key, type: issuetype.name, typeId: issuetype.id },
    project: { id: project.id, key: project.key, type: project.projectTypeKey ?? 'software' },
    location: 'issue-view',
  };
}
