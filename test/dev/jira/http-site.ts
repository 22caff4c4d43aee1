import { serve } from '@hono/node-server';
import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import { createJiraHttp } from '../../../dev/jira/jira-http';
import { matchRoute } from '../../../dev/jira/rest/router';
import type { DevJiraSite } from '../../../dev/jira/site';

export interface HttpSite {
  readonly url: string;
  /** The operations asked for so far, as `GET /issue/{issueIdOrKey}`. */
  readonly driven: ReadonlySet<string>;
  close(): Promise<void>;
}

/** Serves a site on a free port of the loopback. */
export async function overHttp(
  site: DevJiraSite,
  options: Parameters<typeof createJiraHttp>[1] = {},
): Promise<HttpSite> {
  const driven = new Set<string>();
  const watched: DevJiraSite = {
    ...site,
    handle(request) {
      const path = new URL(request.path, 'http://site').pathname.replace(/^\/rest\/api\/\d/, '');
      const route = matchRoute(request.method, path)?.route;
      if (route !== undefined) driven.add(`${route.method} ${route.pattern}`);
      return site.handle(request);
    },
  };
  const server = await new Promise<Server>((resolve) => {
    const started = serve(
      { fetch: createJiraHttp(watched, options).fetch, port: 0, hostname: '127.0.0.1' },
      () => {
        resolve(started as Server);
      },
    );
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    driven,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
