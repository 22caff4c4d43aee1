import { createDevSite, type DevSite } from '../../dev/dev-site';
import { virtualClock } from '../../dev/forge/clock-virtual';
import type { StorageReadings } from '../../dev/forge/kvs/readings';
import type { SiteSnapshot, SnapshotIssue } from '../../dev/jira/snapshot';
import { checkAppRequest } from '../contract/app-requests';

export const TODAY = '2026-11-16';

/** What an issue's Ballast fields hold, by what they mean. */
export interface WrittenFields {
  readonly score: number | null;
  readonly lane: string | null;
  readonly horizon: string | null;
  readonly reasons: string | null;
}

/** A local Jira as a person uses it, with the app behind it. */
export interface SmallSite {
  readonly dev: DevSite;
  /** Every request the app sent that jira.js' own request schemas do not accept. */
  readonly badRequests: readonly string[];
  create(project: string, type: string, facts?: Record<string, unknown>): Promise<string>;
  edit(key: string, fields: Record<string, unknown>): Promise<void>;
  transition(key: string, status: string): Promise<void>;
  link(type: string, from: string, to: string): Promise<void>;
  unlink(from: string, to: string): Promise<void>;
  remove(key: string): Promise<void>;
  search(jql: string): Promise<readonly string[]>;
  fields(key: string): Promise<WrittenFields>;
  /** A request as the administrator, outside the app's quota; rejects with Jira's words unless 2xx. */
  ask(method: string, path: string, body?: unknown): Promise<unknown>;
  settle(): Promise<void>;
}

export function smallSite(
  issues: readonly Partial<SnapshotIssue>[] = [],
  links: SiteSnapshot['links'] = [],
  more: Partial<SiteSnapshot> = {},
  storage: Partial<StorageReadings> = {},
): SmallSite {
  const clock = virtualClock(Date.parse(`${TODAY}T09:00:00Z`));
  const dev = createDevSite({
    clock,
    snapshot: { ...snapshotOf(issues, links), ...more },
    storage,
  });
  const badRequests: string[] = [];
  const { handle } = dev.site;
  dev.site.handle = async (request) => {
    if (request.outsideQuota !== true)
      badRequests.push(
        ...(await checkAppRequest(
          request.method,
          request.path,
          request.body === undefined ? undefined : (JSON.parse(request.body) as unknown),
        )),
      );
    return handle(request);
  };
  const ask: SmallSite['ask'] = async (method, path, body) => {
    const answer = await handle({
      method,
      path,
      headers: { 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
      principal: { kind: 'user', accountId: dev.adminId },
      outsideQuota: true,
    });
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${answer.body}`);
    return answer.body === '' ? undefined : (JSON.parse(answer.body) as unknown);
  };
  return { dev, badRequests, ask, settle: () => dev.host.settle(), ...deeds(ask) };
}

function deeds(ask: SmallSite['ask']) {
  const issuePath = (key: string): string => `/rest/api/3/issue/${key}`;
  return {
    async create(project: string, type: string, facts: Record<string, unknown> = {}) {
      const made = (await ask('POST', '/rest/api/3/issue', {
        fields: {
          project: { key: project },
          issuetype: { name: type },
          summary: 'A thing',
          ...facts,
        },
      })) as { key: string };
      return made.key;
    },
    edit: async (key: string, fields: Record<string, unknown>) => {
      await ask('PUT', issuePath(key), { fields });
    },
    async transition(key: string, status: string) {
      const { transitions } = (await ask('GET', `${issuePath(key)}/transitions`)) as {
        transitions: { id: string; to: { name: string } }[];
      };
      const wanted = transitions.find(({ to }) => to.name === status);
      if (!wanted)
        throw new Error(
          `${key} has no transition to ${status}, only to ${transitions.map(({ to }) => to.name).join(', ')}`,
        );
      await ask('POST', `${issuePath(key)}/transitions`, { transition: { id: wanted.id } });
    },
    async link(type: string, from: string, to: string) {
      await ask('POST', '/rest/api/3/issueLink', {
        type: { name: type },
        inwardIssue: { key: from },
        outwardIssue: { key: to },
      });
    },
    async unlink(from: string, to: string) {
      const { fields } = (await ask('GET', `${issuePath(from)}?fields=issuelinks`)) as {
        fields: {
          issuelinks: {
            id: string;
            inwardIssue?: { key: string };
            outwardIssue?: { key: string };
          }[];
        };
      };
      const found = fields.issuelinks.find(
        (link) => (link.inwardIssue ?? link.outwardIssue)?.key === to,
      );
      await ask('DELETE', `/rest/api/3/issueLink/${found?.id ?? 'none'}`);
    },
    remove: async (key: string) => {
      await ask('DELETE', issuePath(key));
    },
    async search(jql: string) {
      const { issues } = (await ask('POST', '/rest/api/3/search/jql', {
        jql,
        fields: ['key'],
      })) as { issues: { key: string }[] };
      return issues.map(({ key }) => key);
    },
    async fields(key: string): Promise<WrittenFields> {
      const answer = (await ask('GET', `${issuePath(key)}?expand=names`)) as {
        fields: Record<string, unknown>;
        names: Record<string, string>;
      };
      const called = (name: string): unknown =>
        answer.fields[Object.entries(answer.names).find(([, text]) => text === name)?.[0] ?? ''] ??
        null;
      return {
        score: called('Priority score') as number | null,
        lane: called('Backlog lane') as string | null,
        horizon: called('Time horizon') as string | null,
        reasons: called('Score reasons') as string | null,
      };
    },
  };
}

function snapshotOf(
  issues: readonly Partial<SnapshotIssue>[],
  links: SiteSnapshot['links'],
): SiteSnapshot {
  return {
    users: [],
    resolutions: [],
    statuses: [],
    projects: [
      { key: 'PAY', name: 'Payments' },
      { key: 'INC', name: 'Incidents' },
      { key: 'SUP', name: 'Support', typeKey: 'service_desk' },
    ],
    issueTypes: ['Bug', 'Story', 'Incident', 'Support request'].map((name) => ({ name })),
    priorities: ['Highest', 'High', 'Medium', 'Low', 'Lowest'].map((name) => ({ name })),
    linkTypes: [
      { name: 'Blocks', outward: 'blocks', inward: 'is blocked by' },
      { name: 'Relates', outward: 'relates to', inward: 'relates to' },
    ],
    fields: [{ id: 'customfield_10016', name: 'Story Points', type: 'number' }],
    links,
    issues: issues.map((issue, n) => ({
      key: `PAY-${n + 1}`,
      projectKey: 'PAY',
      typeName: 'Story',
      statusName: 'To Do',
      summary: `Thing ${n + 1}`,
      priority: 'Medium',
      created: '2026-11-01T09:00:00.000+0000',
      ...issue,
    })),
  };
}
