import type { FieldOwner, JiraSite, Principal } from '../jira/protocol';
import { NEEDS_CONSENT, type Consents } from './consents';
import type { Answer } from './forge-response';
import type { Caller } from './invoker';
import type { ForgeTarget } from './runtime-globals';

const proxyError = (status: number, code: string): Answer => ({
  status,
  headers: { 'forge-proxy-error': code },
  body: '',
});

/**
 * Who a call is made as; a proxy error when it is made for a user and there is none, or one who has not consented. Naming another user needs
 * `allowImpersonation`, which the manifest's schema doesn't support yet.
 */
function principalOf(
  target: ForgeTarget,
  caller: Caller,
  { consents, installation }: AppRights,
): Principal | Answer {
  if (target.provider === 'app') return { kind: 'app', installation };
  if (target.provider === 'none') return { kind: 'anonymous' };
  if (target.provider !== 'user')
    throw new Error(`Jira calls by the provider ${String(target.provider)} are not modelled.`);
  if (target.accountId !== undefined && target.accountId !== caller.accountId) {
    throw new Error(
      `asUser(${target.accountId}): calling as somebody who did not ask is not modelled.`,
    );
  }
  return caller.accountId === null || !consents.has(caller.accountId)
    ? proxyError(401, NEEDS_CONSENT)
    : { kind: 'user', accountId: caller.accountId };
}

/** The path as an HTTP client puts it on the wire: `route` of @forge/api leaves spaces and umlauts as they are. */
function sentPath(path: string): string {
  const { pathname, search } = new URL(path, 'https://site');
  return `${pathname}${search}`;
}

function textOf(body: RequestInit['body']): string | undefined {
  if (body === undefined || body === null) return undefined;
  if (typeof body === 'string') return body;
  if (body instanceof URLSearchParams) return body.toString();
  throw new Error('Jira calls with a binary body are not modelled.');
}

/** What the app may do at all, and in whose name. */
export interface AppRights {
  readonly consents: Consents;
  /** Those of the manifest. */
  readonly scopes: readonly string[];
  /** In which environment it runs. */
  readonly installation: FieldOwner;
}

/** Sends what the app asks of Jira to the site, as whom the app said, and counts it. */
export async function callJira(
  jira: JiraSite,
  target: ForgeTarget,
  path: string,
  init: RequestInit | undefined,
  caller: Caller,
  rights: AppRights,
): Promise<Answer> {
  const principal = principalOf(target, caller, rights);
  if ('status' in principal) return principal;
  caller.meter.jiraCalls += 1;
  const response = await jira.handle({
    method: (init?.method ?? 'GET').toUpperCase(),
    path: sentPath(path),
    headers: Object.fromEntries(new Headers(init?.headers)),
    body: textOf(init?.body),
    principal,
    byApp: true,
    scopes: rights.scopes,
  });
  caller.meter.points += response.points;
  return { status: response.status, headers: response.headers, body: response.body };
}
