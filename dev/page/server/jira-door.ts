import type { Context } from 'hono';
import type { Principal } from '../../jira/protocol';
import type { DevJiraSite } from '../../jira/site';

/** Hands a request of the page on to the site, as the person who is logged in; a person's requests cost the app nothing. */
export async function throughJira(
  c: Context,
  site: DevJiraSite,
  principal: Principal,
): Promise<Response> {
  const { pathname, search } = new URL(c.req.url);
  const text = await c.req.text();
  const response = await site.handle({
    method: c.req.method,
    path: pathname + search,
    headers: c.req.header(),
    body: text === '' ? undefined : text,
    principal,
    outsideQuota: true,
  });
  return new Response(response.status === 204 || response.body === '' ? null : response.body, {
    status: response.status,
    headers: response.headers,
  });
}
