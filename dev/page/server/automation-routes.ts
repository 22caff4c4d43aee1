import { Hono, type Context } from 'hono';
import { join } from 'node:path';
import { z } from 'zod';
import { invalidInputs, readActionModules } from '../../automation/action-modules';
import type { Automation } from '../../automation/engine';
import { Rule } from '../../automation/rule';
import type { AutomationView, BridgeReply } from '../wire';
import { personOf } from './login';
import type { PageWorld } from './page-world';

const formAsk = z.strictObject({
  action: z.string(),
  inputs: z.record(z.string(), z.unknown()),
  problems: z.record(z.string(), z.string()),
  command: z.string(),
  data: z.unknown().optional(),
});
const runAsk = z.strictObject({ issueKey: z.string().trim().nullable() });

/** Rules: what the editor asks, and the bridge of the forms inside it. */
export function automationRoutes({ dev, root, people }: PageWorld, automation: Automation): Hono {
  const actions = readActionModules(join(root, 'manifest.yml'));
  const view = (): AutomationView => ({
    actions: actions.map(({ key, name, description, config, outputs }) => ({
      key,
      name,
      description,
      src: `/__forge/ui/${config?.resource ?? ''}/index.html`,
      outputs: Object.keys(outputs),
    })),
    rules: automation.rules(),
    runs: automation.audit(),
    people,
  });
  const refuse = (c: Context, message: string, status: 400 | 404 = 400) =>
    c.json({ errorMessages: [message] }, status);

  const app = new Hono();
  app.get('/', (c) => c.json(view()));
  app.put('/rules', async (c) => {
    const parsed = Rule.safeParse(await c.req.json().catch(() => null));
    if (!parsed.success)
      return c.json(
        {
          errorMessages: parsed.error.issues.map(
            ({ path, message }) => `${path.join('.')}: ${message}`,
          ),
        },
        400,
      );
    const action = actions.find(({ key }) => key === parsed.data.action);
    if (action === undefined) return refuse(c, 'There is no such action.');
    if (!people.some(({ accountId }) => accountId === parsed.data.actor))
      return refuse(c, 'There is nobody to run it as.');
    const problems = invalidInputs(parsed.data, action);
    if (Object.keys(problems).length > 0)
      return c.json({ errorMessages: [], errors: problems }, 400);
    automation.save(parsed.data);
    return c.json(view());
  });
  app.delete('/rules/:id', (c) => {
    automation.remove(c.req.param('id'));
    return c.json(view());
  });
  app.post('/rules/:id/run', async (c) => {
    const parsed = runAsk.safeParse(await c.req.json().catch(() => null));
    const id = c.req.param('id');
    if (!parsed.success || !automation.rules().some((rule) => rule.id === id))
      return refuse(c, 'There is no such rule.', 404);
    await automation.runNow(id, parsed.data.issueKey === '' ? null : parsed.data.issueKey);
    return c.json(view());
  });
  app.post('/form', async (c) => {
    const parsed = formAsk.safeParse(await c.req.json().catch(() => null));
    if (!parsed.success) return refuse(c, 'This is no bridge call.');
    const { action, inputs, problems, command, data } = parsed.data;
    const extension = {
      data: { inputs },
      errors: {
        invalidInputs: Object.fromEntries(
          Object.entries(problems).map(([name, message]) => [name, { message }]),
        ),
      },
    };
    const reply = await dev.host
      .bridge(
        { moduleKey: action, accountId: personOf(c, people).accountId, extension },
        command,
        data,
      )
      .then(
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
