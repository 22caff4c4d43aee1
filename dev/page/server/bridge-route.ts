import { Hono } from 'hono';
import type { BridgeReply } from '../wire';
import { bridgeAsk, openingOf } from './bridge-door';
import { personOf } from './login';
import type { PageWorld } from './page-world';
import type { RealtimeCommands } from './realtime-commands';
import type { SurfaceManifest } from './surface-manifest';

/** Where the page hands on what an iframe asks. Who asks is the page's person, whatever the body says. */
export function bridgeRoute(
  { dev, people }: PageWorld,
  { surfaces }: SurfaceManifest,
  realtime: RealtimeCommands,
): Hono {
  const app = new Hono();
  app.post('/', async (c) => {
    const parsed = bridgeAsk.safeParse(await c.req.json().catch(() => null));
    if (!parsed.success) return c.json({ errorMessages: ['This is no bridge call.'] }, 400);
    const { surface, command, data, ...place } = parsed.data;
    const { accountId } = personOf(c, people);
    const opened = await openingOf(place, {
      site: dev.site,
      accountId,
      type: surfaces.find(({ key }) => key === surface)?.type,
    });
    if (!opened.ok) return c.json(opened satisfies BridgeReply);
    const answer = async (): Promise<unknown> =>
      realtime.answer(command, data) ??
      (await dev.host.bridge(
        { moduleKey: surface, accountId, extension: opened.extension },
        command,
        data,
      ));
    const reply = await answer().then(
      (value): BridgeReply => ({ ok: true, value }),
      (error: unknown): BridgeReply => ({
        ok: false,
        error: error instanceof Error ? error.message : String(error),
      }),
    );
    return c.json(reply);
  });
  return app;
}
