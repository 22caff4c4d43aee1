import { Hono } from 'hono';
import type { BridgeReply } from '../wire';
import { bridgeAsk, extensionOf } from './bridge-door';
import { personOf } from './login';
import type { PageWorld } from './page-server';

/** Where the page hands on what an iframe asks. Who asks is the page's person, whatever the body says. */
export function bridgeRoute({ dev, people }: PageWorld): Hono {
  const app = new Hono();
  app.post('/', async (c) => {
    const parsed = bridgeAsk.safeParse(await c.req.json().catch(() => null));
    if (!parsed.success) return c.json({ errorMessages: ['This is no bridge call.'] }, 400);
    const { surface, issueKey, command, data } = parsed.data;
    const { accountId } = personOf(c, people);
    const extension = await extensionOf(dev.site, issueKey, accountId);
    if (extension === null) return c.json({ ok: false, error: 'The issue does not exist or you may not see it.' } satisfies BridgeReply);
    const reply = await dev.host.bridge({ moduleKey: surface, accountId, extension }, command, data).then(
      (value): BridgeReply => ({ ok: true, value }),
      (error: unknown): BridgeReply => ({ ok: false, error: error instanceof Error ? error.message : String(error) }),
    );
    return c.json(reply);
  });
  return app;
}
