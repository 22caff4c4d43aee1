import { Hono } from 'hono';
import { z } from 'zod';
import { HAPPENINGS, signedHeaders, TOOLS, webhookOf } from '../../automation/outside-tool';
import type { OutsideReply } from '../wire';
import type { PageWorld } from './page-world';

const ask = z.strictObject({
  tool: z.enum(TOOLS),
  happening: z.enum(HAPPENINGS),
  issueKey: z.string().trim().min(1),
});
const secretReply = z.object({ ok: z.literal(true), value: z.object({ secret: z.string() }) });

/** Web triggers of the app, as anybody on the internet reaches them. */
export function webTriggerRoutes({ dev }: PageWorld): Hono {
  const app = new Hono();
  app.all('/:key', async (c) => {
    const { pathname, searchParams } = new URL(c.req.url);
    const { statusCode, headers, body } = await dev.host.webTrigger(c.req.param('key'), {
      method: c.req.method,
      path: pathname,
      headers: Object.fromEntries(
        Object.entries(c.req.header()).map(([name, value]) => [name, [value]]),
      ),
      queryParameters: Object.fromEntries(
        [...searchParams.keys()].map((name) => [name, searchParams.getAll(name)]),
      ),
      body: await c.req.text(),
    });
    return new Response(body, {
      status: statusCode,
      headers: Object.fromEntries(
        Object.entries(headers).map(([name, values]) => [name, values.join(', ')]),
      ),
    });
  });
  return app;
}

/** Lets a person at the page play an outside tool: it makes a secret once, signs with it, and sends. */
export function outsideRoutes({ dev }: PageWorld): Hono {
  let secret: string | null = null;
  const app = new Hono();
  app.post('/', async (c) => {
    const parsed = ask.safeParse(await c.req.json().catch(() => null));
    if (!parsed.success)
      return c.json({ errorMessages: ['Say which tool, what happens, and for which issue.'] }, 400);
    const { tool, happening, issueKey } = parsed.data;
    secret ??= secretReply.parse(
      await dev.host.invoke({
        resolverFunction: 'resolver',
        functionKey: 'evidence.rotateSecret',
        payload: {},
        context: {},
        accountId: dev.adminId,
      }),
    ).value.secret;
    const now = dev.clock.now();
    const body = JSON.stringify(webhookOf(tool, happening, issueKey, now));
    const { statusCode, body: answer } = await dev.host.webTrigger('evidence', {
      method: 'POST',
      path: '',
      headers: signedHeaders(body, secret, now),
      queryParameters: {},
      body,
    });
    return c.json({ status: statusCode, answer } satisfies OutsideReply);
  });
  return app;
}
