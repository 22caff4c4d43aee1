import { z } from 'zod';
import type { JiraSite } from '../jira/protocol';
import { siteAri, type Installation } from './installation';
import type { Manifest } from './manifest';

/** One iframe of the app's Custom UI, as the product has opened it. */
export interface Surface {
  readonly moduleKey: string;
  readonly accountId: string;
  /** What the product tells this kind of module, for instance `{issue: {key, id, type}, project: {…}}`. */
  readonly extension: Readonly<Record<string, unknown>>;
  readonly theme?: 'light' | 'dark';
}

/** A question of the UI to a resolver. */
export interface ResolverCall {
  /** The function of the manifest that is the resolver. */
  readonly resolverFunction: string;
  readonly functionKey: string;
  readonly payload: unknown;
  readonly context: object;
  readonly accountId: string | null;
}

const invokeData = z.object({
  functionKey: z.string(),
  payload: z.unknown().optional(),
  metadata: z.unknown().optional(),
});
const fetchData = z.object({
  product: z.string(),
  restPath: z.string(),
  fetchRequestInit: z.object({
    method: z.string().optional(),
    body: z.string().nullish(),
    headers: z.array(z.tuple([z.string(), z.string()])).default([]),
  }),
  isMultipartFormData: z.boolean().optional(),
});

interface BridgeParts {
  readonly manifest: Manifest;
  readonly installation: Installation;
  readonly jira: JiraSite;
  readonly ask: (call: ResolverCall) => Promise<unknown>;
}

type Command = (surface: Surface, data: unknown, parts: BridgeParts) => Promise<unknown>;

const surfaceOf = (
  { moduleKey }: Surface,
  { manifest }: BridgeParts,
): { type: string; resolver: string | undefined } => {
  const found = manifest.surfaces.get(moduleKey);
  if (!found) throw new Error(`manifest.yml declares no surface ${moduleKey}.`);
  return found;
};

/** What `view.getContext()` gives (`FullContext` in @forge/bridge). */
function fullContext(surface: Surface, parts: BridgeParts): object {
  const { installation: at } = parts;
  return {
    accountId: surface.accountId,
    cloudId: at.cloudId,
    workspaceId: siteAri(at),
    environmentId: at.environmentId,
    environmentType: 'DEVELOPMENT',
    localId: `ari:cloud:ecosystem::extension/${at.appId}/${at.environmentId}/static/${surface.moduleKey}`,
    locale: 'en-US',
    moduleKey: surface.moduleKey,
    siteUrl: at.siteUrl,
    timezone: 'UTC',
    theme: { colorMode: surface.theme ?? 'light' },
    extension: { type: surfaceOf(surface, parts).type, ...surface.extension },
    permissions: { scopes: at.scopes, external: {} },
  };
}

const invoke: Command = async (surface, data, parts) => {
  const { functionKey, payload, metadata } = invokeData.parse(data);
  const { resolver } = surfaceOf(surface, parts);
  if (resolver === undefined) throw new Error(`The surface ${surface.moduleKey} has no resolver.`);
  const { accountId } = surface;
  const answer = await parts.ask({
    resolverFunction: resolver,
    functionKey,
    payload,
    context: fullContext(surface, parts),
    accountId,
  });
  return metadata === undefined ? answer : { body: answer, metadata: {} };
};

const fetchProduct: Command = async ({ accountId }, data, { jira, installation }) => {
  const { product, restPath, fetchRequestInit: init, isMultipartFormData } = fetchData.parse(data);
  if (product !== 'jira') throw new Error(`The bridge reaches no ${product} here.`);
  if (isMultipartFormData) throw new Error('Forms with files are not modelled by the bridge.');
  const response = await jira.handle({
    method: (init.method ?? 'GET').toUpperCase(),
    path: restPath,
    headers: Object.fromEntries(init.headers.map(([name, value]) => [name.toLowerCase(), value])),
    body: init.body ?? undefined,
    principal: { kind: 'user', accountId },
    scopes: installation.scopes,
  });
  return {
    status: response.status,
    statusText: '',
    headers: response.headers,
    body: response.body,
    isAttachment: false,
  };
};

const COMMANDS: ReadonlyMap<string, Command> = new Map([
  ['invoke', invoke],
  ['fetchProduct', fetchProduct],
  [
    'getContext',
    async (surface, _data, parts) => await Promise.resolve(fullContext(surface, parts)),
  ],
]);

/**
 * Answers one call of @forge/bridge: invoke, fetchProduct or getContext. Flags, modals, navigation and events are the page's.
 * Throws an error that names any other command.
 */
export async function answerBridge(
  surface: Surface,
  command: string,
  data: unknown,
  parts: BridgeParts,
): Promise<unknown> {
  const run = COMMANDS.get(command);
  if (!run) throw new Error(`The bridge command ${command} is not modelled by the dev host.`);
  return await run(surface, data, parts);
}
