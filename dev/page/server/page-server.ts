import type { PageWorld } from './page-world';
import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { join } from 'node:path';
import { createAutomation } from '../../automation/engine';
import { createJiraHttp } from '../../jira/jira-http';
import { automationRoutes } from './automation-routes';
import { bridgeRoute } from './bridge-route';
import { limitedBody, onlyFromHere, pagePolicy } from './guard';
import { detectionRoute } from './detection-route';
import { hostRoutes } from './host-routes';
import { throughJira } from './jira-door';
import { liveMessage } from './live-messages';
import { personOf } from './login';
import { outsideRoutes, webTriggerRoutes } from './outside-routes';
import { pageFiles } from './page-files';
import { realtimeCommands } from './realtime-commands';
import { liveFeed } from './stream';
import { readSurfaces } from './surface-manifest';
import { surfaceFiles } from './surfaces';

export interface Page {
  readonly app: Hono<{ Bindings: HttpBindings }>;
  /** Ends the open streams and stops listening to the site. */
  close(): void;
}

/** The little Jira: the page, Jira's REST API, the app's surfaces with their bridge, and the inspector. */
export function createPage(world: PageWorld): Page {
  const { dev, root, people } = world;
  const manifest = readSurfaces(join(root, 'manifest.yml'));
  const live = liveFeed();
  const automation = createAutomation({
    site: dev.site,
    clock: dev.clock,
    runAction: dev.host.runAction,
  });
  const realtime = realtimeCommands(dev.host, live);
  const ends = [
    realtime.close,
    dev.site.onEvent((event) => {
      live.send(liveMessage(event));
    }),
    dev.host.invocations.subscribe(({ id }) => {
      live.send({ kind: 'invocation', id: String(id) });
    }),
    automation.onRun(() => {
      live.send({ kind: 'automation' });
    }),
    automation.close,
  ];
  const jiraHttp = createJiraHttp(dev.site);
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.use(onlyFromHere, limitedBody, pagePolicy);
  app.all('/rest/*', (c) =>
    c.req.header('authorization') === undefined
      ? throughJira(c, dev.site, { kind: 'user', accountId: personOf(c, people).accountId })
      : jiraHttp.fetch(c.req.raw, c.env),
  );
  app.route('/__forge/bridge', bridgeRoute(world, manifest, realtime));
  app.route('/__forge', surfaceFiles(root, manifest));
  app.route('/__host/automation', automationRoutes(world, automation));
  app.route('/__host/outside', outsideRoutes(world));
  app.route('/__host/detection', detectionRoute(world));
  app.route('/__host', hostRoutes(world, manifest, live));
  app.route('/x1', webTriggerRoutes(world));
  app.all('/__forge/*', (c) => c.notFound());
  app.all('/__host/*', (c) => c.notFound());
  app.get('*', pageFiles(join(root, 'dev/page/dist')));
  return {
    app,
    close() {
      live.close();
      for (const end of ends) end();
    },
  };
}
