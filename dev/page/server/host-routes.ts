import { Hono } from 'hono';
import { z } from 'zod';
import type { ClockView, Faults, Person, Session } from '../wire';
import { deliveryFaults, faultsShape, jiraFaults, noFaults } from './fault-levers';
import { inspect } from './inspector';
import { logIn, personOf } from './login';
import type { PageWorld } from './page-world';
import { storedRecord, storeKeys } from './storage';
import type { LiveFeed } from './stream';
import type { SurfaceManifest } from './surface-manifest';

const login = z.strictObject({ accountId: z.string() });
const step = z.strictObject({
  ms: z
    .number()
    .int()
    .min(0)
    .max(366 * 86_400_000),
});

/** What the page asks of its own server: who is who, what the platform is doing, and the levers. */
export function hostRoutes(
  { dev, people, siteName, home, advance }: PageWorld,
  { surfaces }: SurfaceManifest,
  live: LiveFeed,
): Hono {
  let faults: Faults = noFaults;
  const sessionOf = (user: Person): Session => ({
    site: siteName,
    home,
    app: 'Ballast',
    user,
    people,
    surfaces,
  });
  const clock = (): ClockView => ({
    now: dev.clock.now(),
    mode: dev.clock.virtual ? 'virtual' : advance === undefined ? 'real' : 'offset',
  });

  const app = new Hono();
  app.get('/session', (c) => c.json(sessionOf(personOf(c, people))));
  app.post('/login', async (c) => {
    const parsed = login.safeParse(await c.req.json().catch(() => null));
    const person = parsed.success
      ? people.find(({ accountId }) => accountId === parsed.data.accountId)
      : undefined;
    if (person === undefined) return c.json({ errorMessages: ['There is no such person.'] }, 400);
    logIn(c, person);
    return c.json(sessionOf(person));
  });
  app.post('/consent', (c) => {
    dev.host.consents.give(personOf(c, people).accountId);
    return c.body(null, 204);
  });
  app.post('/accounts/close', async (c) => {
    const parsed = login.safeParse(await c.req.json().catch(() => null));
    if (!parsed.success) return c.json({ errorMessages: ['Say whose account closes.'] }, 400);
    dev.host.accounts.close(parsed.data.accountId);
    return c.body(null, 204);
  });
  app.get('/stream', (c) => live.stream(c));
  app.get('/inspector', (c) => c.json(inspect(dev, faults)));
  app.get('/storage/keys', (c) =>
    c.json(storeKeys(dev.host, c.req.query('entity') ?? null, c.req.query('after') ?? null)),
  );
  app.get('/storage/record', (c) => {
    const record = storedRecord(dev.host, c.req.query('entity') ?? null, c.req.query('key') ?? '');
    return record === null
      ? c.json({ errorMessages: ['The record is gone.'] }, 404)
      : c.json(record);
  });
  app.put('/faults', async (c) => {
    const parsed = faultsShape.safeParse(await c.req.json().catch(() => null));
    if (!parsed.success) return c.json({ errorMessages: [z.prettifyError(parsed.error)] }, 400);
    if (parsed.data.askConsent !== faults.askConsent) {
      if (parsed.data.askConsent) dev.host.consents.withdraw();
      else dev.host.consents.simplify();
    }
    faults = parsed.data;
    dev.site.faults.set(jiraFaults(faults));
    dev.host.setDelivery(deliveryFaults(faults));
    dev.site.setSearchLag(faults.searchLagMs);
    return c.json(faults);
  });
  app.get('/clock', (c) => c.json(clock()));
  app.post('/clock/advance', async (c) => {
    const parsed = step.safeParse(await c.req.json().catch(() => null));
    if (!parsed.success)
      return c.json(
        { errorMessages: ['A step is a number of milliseconds, from 0 to a year.'] },
        400,
      );
    if (advance === undefined)
      return c.json({ errorMessages: ['This site runs on the time of the machine.'] }, 409);
    await advance(parsed.data.ms);
    live.send({ kind: 'clock' });
    return c.json(clock());
  });
  return app;
}
