import { join } from 'node:path';
import { createDevSite, type DevSite } from '../../../dev/dev-site';
import type { SiteSnapshot } from '../../../dev/jira/snapshot';
import { movableClock } from '../../../dev/movable-clock';
import { createPage } from '../../../dev/page/server/page-server';
import { peopleOf } from '../../../dev/page/server/people';

export const START = Date.parse('2026-11-20T09:00:00Z');

/** Two projects: Ana works in both, Ben only in OPEN. */
export const snapshot: SiteSnapshot = {
  users: [
    { accountId: 'ana', displayName: 'Ana', email: 'ana@example.com' },
    { accountId: 'ben', displayName: 'Ben', email: 'ben@example.com' },
  ],
  projects: [
    { key: 'OPEN', name: 'Open', roles: [{ name: 'Developers', accountIds: ['ana', 'ben'] }] },
    { key: 'SECRET', name: 'Secret', roles: [{ name: 'Developers', accountIds: ['ana'] }] },
  ],
  issueTypes: [{ name: 'Bug' }],
  statuses: [{ name: 'To Do', category: 'new' }],
  priorities: [{ name: 'High' }, { name: 'Low' }],
  resolutions: [],
  linkTypes: [],
  fields: [],
  issues: ['OPEN-1', 'SECRET-1'].map((key) => ({
    key,
    projectKey: key.split('-')[0] ?? '',
    typeName: 'Bug',
    statusName: 'To Do',
    summary: `Summary of ${key}`,
    priority: 'Low',
    created: '2026-11-01T09:00:00.000+0000',
  })),
  links: [],
};

const host = '127.0.0.1:4520';

export interface PageUnderTest {
  readonly dev: DevSite;
  /** Sends a request as the page of `person` does: with the login's cookie, or as nobody has logged in yet. */
  ask(
    method: string,
    path: string,
    options?: {
      readonly person?: string;
      readonly body?: unknown;
      readonly headers?: Readonly<Record<string, string>>;
    },
  ): Promise<Response>;
  close(): void;
}

export function aPage(root = join(__dirname, '../../..')): PageUnderTest {
  const clock = movableClock(START);
  const dev = createDevSite({ snapshot, clock, siteUrl: `http://${host}` });
  const page = createPage({
    root,
    siteName: 'Test site',
    home: null,
    people: peopleOf(snapshot),
    dev,
    advance: (ms) => {
      clock.advance(ms);
    },
  });
  return {
    dev,
    ask: async (method, path, { person, body, headers } = {}) =>
      page.app.request(`http://${host}${path}`, {
        method,
        headers: {
          host,
          ...(person === undefined ? {} : { cookie: `ballast-user=${person}` }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    close() {
      page.close();
      dev.host.close();
    },
  };
}
