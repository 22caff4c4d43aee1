import { z } from 'zod';
import type { DevJiraSite } from '../../jira/site';
import type { BridgeAsk, SurfacePlace, SurfaceType } from '../wire';

export const bridgeAsk = z.strictObject({
  surface: z.string(),
  issueKey: z.string().optional(),
  projectKey: z.string().optional(),
  command: z.string(),
  data: z.unknown().optional(),
}) satisfies z.ZodType<BridgeAsk>;

const projectShape = z.looseObject({
  id: z.string(),
  key: z.string(),
  projectTypeKey: z.string().optional(),
});
const issueShape = z.looseObject({
  id: z.string(),
  key: z.string(),
  fields: z.looseObject({
    issuetype: z.looseObject({ id: z.string(), name: z.string() }),
    project: projectShape,
  }),
});
const rightsShape = z.looseObject({
  permissions: z.record(z.string(), z.looseObject({ havePermission: z.boolean() })),
});

type Extension = Readonly<Record<string, unknown>>;

/** What Jira tells a surface of the place where it stands, or why it does not open there for this person. */
export type Opening =
  | { readonly ok: true; readonly extension: Extension }
  | { readonly ok: false; readonly error: string };

interface Visit {
  readonly site: DevJiraSite;
  readonly accountId: string;
  /** Undefined for a surface that the manifest has not. */
  readonly type: SurfaceType | undefined;
}

/** An issue's surface needs an issue, a project's settings a project that the person may see, the site's settings an administrator. */
export async function openingOf(
  { issueKey, projectKey }: SurfacePlace,
  visit: Visit,
): Promise<Opening> {
  if (visit.type === 'jira:projectSettingsPage')
    return opening(
      await inProject(projectKey, visit),
      'The project does not exist or you may not see it.',
    );
  if (visit.type === 'jira:adminPage')
    return opening(await inAdministration(visit), 'Only administrators of Jira see its settings.');
  return opening(await onIssue(issueKey, visit), 'The issue does not exist or you may not see it.');
}

const opening = (extension: Extension | null, error: string): Opening =>
  extension === null ? { ok: false, error } : { ok: true, extension };

async function onIssue(issueKey: string | undefined, visit: Visit): Promise<Extension | null> {
  if (issueKey === undefined) return null;
  const found = issueShape.safeParse(
    await read(`issue/${encodeURIComponent(issueKey)}?fields=issuetype,project`, visit),
  );
  if (!found.success) return null;
  const {
    id,
    key,
    fields: { issuetype, project },
  } = found.data;
  return {
    issue: { id, key, type: issuetype.name, typeId: issuetype.id },
    project: projectOf(project),
    location: 'issue-view',
  };
}

async function inProject(projectKey: string | undefined, visit: Visit): Promise<Extension | null> {
  if (projectKey === undefined) return null;
  const found = projectShape.safeParse(
    await read(`project/${encodeURIComponent(projectKey)}`, visit),
  );
  return found.success
    ? { project: projectOf(found.data), location: `/projects/${found.data.key}/settings` }
    : null;
}

async function inAdministration(visit: Visit): Promise<Extension | null> {
  const rights = rightsShape.safeParse(await read('mypermissions?permissions=ADMINISTER', visit));
  return rights.success && rights.data.permissions['ADMINISTER']?.havePermission === true
    ? { location: '/admin' }
    : null;
}

const projectOf = ({ id, key, projectTypeKey }: z.infer<typeof projectShape>): Extension => ({
  id,
  key,
  type: projectTypeKey ?? 'software',
});

async function read(path: string, { site, accountId }: Visit): Promise<unknown> {
  const { status, body } = await site.handle({
    method: 'GET',
    path: `/rest/api/3/${path}`,
    headers: {},
    body: undefined,
    principal: { kind: 'user', accountId },
    outsideQuota: true,
  });
  return status === 200 ? JSON.parse(body) : null;
}
