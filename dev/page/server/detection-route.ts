import { Hono } from 'hono';
import { z } from 'zod';
import type { DetectionView } from '../wire';
import type { PageWorld } from './page-world';

const reply = z.object({
  ok: z.literal(true),
  value: z.object({
    detected: z.array(z.object({ setting: z.string(), name: z.string(), why: z.string() })),
    missing: z.array(z.string()),
  }),
});

/** What Ballast would tell evidence by on this site, asked as an administrator. */
export function detectionRoute({ dev }: PageWorld): Hono {
  const app = new Hono();
  app.get('/', async (c) => {
    const answer = await dev.host.invoke({
      resolverFunction: 'resolver',
      functionKey: 'evidence.detect',
      payload: { project: null },
      context: {},
      accountId: dev.adminId,
    });
    return c.json(reply.parse(answer).value satisfies DetectionView);
  });
  return app;
}
