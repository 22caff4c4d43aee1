import type { Clock } from '../../../dev/clock';
import type { AppField, Principal, ProductEvent } from '../../../dev/jira/protocol';
import { ADMIN, createJiraSite, type DevJiraSite } from '../../../dev/jira/site';
import type { SiteSnapshot, SnapshotIssue } from '../../../dev/jira/snapshot';

export const START = Date.parse('2026-03-04T10:00:00Z');
export const ADMINISTRATOR: Principal = { kind: 'user', accountId: ADMIN.accountId };
export const APP: Principal = { kind: 'app' };
export const as = (accountId: string): Principal => ({ kind: 'user', accountId });

export interface TestClock extends Clock {
  advance(ms: number): void;
}

export function aClock(start = START): TestClock {
  let now = start;
  const advance = (ms: number) => {
    now += ms;
  };
  return {
    now: () => now,
    advance,
    sleep: (ms) => {
      advance(ms);
      return Promise.resolve();
    },
  };
}

export function anIssue(key: string, more: Partial<SnapshotIssue> = {}): SnapshotIssue {
  return {
    key,
    projectKey: key.replace(/-\d+$/, ''),
    typeName: 'Story',
    statusName: 'To Do',
    summary: `Summary of ${key}`,
    created: '2026-03-01T09:00:00.000+0000',
    ...more,
  };
}

export function aSnapshot(
  issues: Iterable<SnapshotIssue>,
  more: Partial<SiteSnapshot> = {},
): SiteSnapshot {
  return {
    users: [
      { accountId: 'ann', displayName: 'Ann', email: 'ann@example.com' },
      { accountId: 'bob', displayName: 'Bob', email: 'bob@example.com' },
    ],
    projects: [{ key: 'SHOP', name: 'Shop' }],
    issueTypes: [],
    statuses: [],
    priorities: [],
    resolutions: [],
    linkTypes: [],
    fields: [],
    issues,
    links: [],
    ...more,
  };
}

export const SCORE_FIELDS: readonly AppField[] = [
  {
    moduleKey: 'priority-score',
    name: 'Priority score',
    description: 'From 0 to 100',
    type: 'number',
    readOnly: true,
  },
  {
    moduleKey: 'lane',
    name: 'Backlog lane',
    description: 'Where it belongs',
    type: 'string',
    readOnly: true,
  },
];

export interface Asked {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
  readonly points: number;
}

export interface TestSite {
  readonly site: DevJiraSite;
  readonly clock: TestClock;
  readonly events: readonly ProductEvent[];
  /** Sends one request below `/rest/api/3`. The answer's JSON is `undefined` if there is none. */
  ask(method: string, path: string, body?: unknown, principal?: Principal): Promise<Asked>;
}

export function aSite(
  issues: Iterable<SnapshotIssue> = [],
  more: Partial<SiteSnapshot> = {},
  options: { readonly quota?: boolean } = {},
): TestSite {
  const clock = aClock();
  const site = createJiraSite({ clock, ...options });
  site.bulkLoad(aSnapshot(issues, more));
  const events: ProductEvent[] = [];
  site.onEvent((event) => {
    events.push(event);
  });
  return {
    site,
    clock,
    events,
    ask: async (method, path, body, principal = ADMINISTRATOR) => {
      const response = await site.handle({
        method,
        path: path.startsWith('/rest') ? path : `/rest/api/3${path}`,
        headers: body === undefined ? {} : { 'content-type': 'application/json' },
        body: body === undefined ? undefined : JSON.stringify(body),
        principal,
      });
      return {
        status: response.status,
        headers: response.headers,
        points: response.points,
        body: response.body === '' ? undefined : (JSON.parse(response.body) as unknown),
      };
    },
  };
}
