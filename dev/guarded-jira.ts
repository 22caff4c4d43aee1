import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { createJiraHttp } from './jira/jira-http';
import type { DevJiraSite } from './jira/site';
import { limitedBody, onlyFromHere } from './page/server/guard';

/** The Jira stand-in behind the guard of the page: a real backlog may be in it, and everybody knows the token. */
export function guardedJira(site: DevJiraSite): Hono<{ Bindings: HttpBindings }> {
  const jira = createJiraHttp(site);
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.use(onlyFromHere, limitedBody);
  app.all('*', (c) => jira.fetch(c.req.raw, c.env));
  return app;
}
