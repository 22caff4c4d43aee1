import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { Hono } from 'hono';
import { ConnectionDropped } from './faults';
import { JiraError } from './jira-error';
import type { JiraRequest, JiraResponse, Principal } from './protocol';
import type { DevJiraSite } from './site';

/** Everybody's API token: the user name says who you are. There is nothing here to protect. */
export const API_TOKEN = 'local';

export interface JiraHttpOptions {
  /** True counts requests over HTTP against the app's quota and lets its faults strike them. */
  readonly countedAsApp?: boolean;
}

/** REST of the site over HTTP at `/rest`, with Basic authentication: an e-mail address or account id, and `local` as token. */
export function createJiraHttp(
  site: DevJiraSite,
  options: JiraHttpOptions = {},
): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.all('/rest/*', async (c) => {
    const principal = principalOf(site, c.req.header('authorization'));
    if (principal === undefined) return toResponse(unauthorized());
    const { pathname, search } = new URL(c.req.url);
    const body = await c.req.text();
    const request: JiraRequest = {
      method: c.req.method,
      path: pathname + search,
      headers: c.req.header(),
      body: body === '' ? undefined : body,
      principal,
      outsideQuota: options.countedAsApp !== true,
    };
    try {
      return toResponse(await site.handle(request));
    } catch (problem) {
      if (!(problem instanceof ConnectionDropped)) throw problem;
      c.env.incoming.socket.destroy();
      return RESPONSE_ALREADY_SENT;
    }
  });
  return app;
}

/** Undefined for credentials that are wrong. */
function principalOf(site: DevJiraSite, authorization: string | undefined): Principal | undefined {
  if (authorization === undefined) return { kind: 'anonymous' };
  const [, encoded] = /^Basic (.+)$/i.exec(authorization) ?? [];
  if (encoded === undefined) return undefined;
  const [, name, token] = /^(.*):([^:]*)$/s.exec(Buffer.from(encoded, 'base64').toString()) ?? [];
  const user = name === undefined || token !== API_TOKEN ? undefined : site.login(name);
  if (user?.active !== true) return undefined;
  return user.accountType === 'app' ? { kind: 'app' } : { kind: 'user', accountId: user.accountId };
}

function unauthorized(): JiraResponse {
  const error = new JiraError(401, ['Client must be authenticated to access this resource.']);
  return {
    status: 401,
    headers: { 'content-type': 'application/json;charset=UTF-8' },
    body: JSON.stringify(error.body()),
    points: 0,
  };
}

function toResponse({ status, headers, body }: JiraResponse): Response {
  return new Response(body === '' ? null : body, { status, headers });
}
