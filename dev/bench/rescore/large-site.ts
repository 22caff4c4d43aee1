import type { HostClock, VirtualClock } from '../../clock';
import { createDevSite, type DevSite } from '../../dev-site';
import { virtualClock } from '../../forge/clock-virtual';
import type { Latency } from '../../forge/call-conditions';
import type { StorageReadings } from '../../forge/kvs/readings';
import type { SiteSnapshot, SnapshotIssue } from '../../jira/snapshot';

/** The stated model: what one call takes, in milliseconds. */
export const LATENCY: Latency = { storageMs: 20, jiraMs: 150, queueMs: 20 };

export const START = Date.parse('2026-11-16T09:00:00Z');
/** A field that the default rubric does not ask for. */
export const EXTRA_FIELD = 'Reach of the change';
/** An ordinary field that a rule or script writes its score to. */
export const PEER_FIELD_ID = 'customfield_10030';

const PRIORITIES = ['Highest', 'High', 'Medium', 'Low', 'Lowest'];
const TYPES = ['Bug', 'Story', 'Task', 'Improvement'];
const ISSUES_A_PROJECT = 5_000;
/** One issue in so many has an incident linked, and one in so many blocks another. */
export const INCIDENT_EVERY = 50;
const BLOCKER_EVERY = 40;

export interface LargeSite {
  readonly dev: DevSite;
  /** Open issues, incidents included. */
  readonly issues: number;
  /** Issues read because they speak for another. */
  readonly linked: number;
}

/** A site of about so many open issues, the same every time. */
export function largeSite(
  count: number,
  {
    clockAs = (clock) => clock,
    ...options
  }: {
    readonly latency?: Latency;
    readonly quota?: boolean;
    readonly storage?: Partial<StorageReadings>;
    readonly clockAs?: (clock: VirtualClock) => HostClock;
  } = {},
): LargeSite {
  const clock = clockAs(virtualClock(START));
  const dev = createDevSite({ clock, snapshot: largeSnapshot(count), ...options });
  return {
    dev,
    issues: dev.site.counts.issues,
    linked: Math.floor((count - 1) / INCIDENT_EVERY) + 1,
  };
}

const keyOf = (n: number): string => `${projectOf(n)}-${(n % ISSUES_A_PROJECT) + 1}`;
const projectOf = (n: number): string =>
  `P${String.fromCharCode(65 + Math.floor(n / ISSUES_A_PROJECT / 26))}${String.fromCharCode(65 + (Math.floor(n / ISSUES_A_PROJECT) % 26))}`;

function largeSnapshot(count: number): SiteSnapshot {
  const incidents = Math.floor((count - 1) / INCIDENT_EVERY) + 1;
  const projects = [
    ...new Set(
      Array.from({ length: Math.ceil(count / ISSUES_A_PROJECT) }, (_, n) =>
        projectOf(n * ISSUES_A_PROJECT),
      ),
    ),
  ];
  return {
    users: [],
    resolutions: [],
    statuses: [],
    projects: [
      ...projects.map((key) => ({ key, name: `Project ${key}` })),
      { key: 'INC', name: 'Incidents' },
    ],
    issueTypes: [...TYPES, 'Incident'].map((name) => ({ name })),
    priorities: PRIORITIES.map((name) => ({ name })),
    linkTypes: [
      { name: 'Blocks', outward: 'blocks', inward: 'is blocked by' },
      { name: 'Relates', outward: 'relates to', inward: 'relates to' },
    ],
    fields: [
      { id: 'customfield_10016', name: 'Story Points', type: 'number' },
      { id: 'customfield_10031', name: EXTRA_FIELD, type: 'number' },
      { id: PEER_FIELD_ID, name: 'Scripted score', type: 'number' },
    ],
    issues: [
      ...Array.from({ length: count }, (_, n) => work(n)),
      ...Array.from({ length: incidents }, (_, n) => incident(n)),
    ],
    links: [
      ...Array.from({ length: incidents }, (_, n) => ({
        typeName: 'Relates',
        sourceKey: keyOf(n * INCIDENT_EVERY),
        destinationKey: `INC-${n + 1}`,
      })),
      ...Array.from({ length: Math.floor((count - 2) / BLOCKER_EVERY) }, (_, n) => ({
        typeName: 'Blocks',
        sourceKey: keyOf(n * BLOCKER_EVERY + 1),
        destinationKey: keyOf(n * BLOCKER_EVERY + 2),
      })),
    ],
  };
}

function work(n: number): SnapshotIssue {
  return {
    key: keyOf(n),
    projectKey: projectOf(n),
    typeName: TYPES[n % TYPES.length] ?? 'Task',
    statusName: 'To Do',
    summary: `Piece of work ${n}`,
    priority: PRIORITIES[(n * 7) % PRIORITIES.length] ?? 'Medium',
    created: dayBefore(n % 400),
    ...(n % 10 === 3 ? { duedate: `2026-12-${String(1 + (n % 28)).padStart(2, '0')}` } : {}),
    customs: { customfield_10016: (n % 13) + 1, customfield_10031: n % 100 },
  };
}

function incident(n: number): SnapshotIssue {
  return {
    key: `INC-${n + 1}`,
    projectKey: 'INC',
    typeName: 'Incident',
    statusName: 'To Do',
    summary: `Outage ${n}`,
    priority: PRIORITIES[n % 3] ?? 'High',
    created: dayBefore(n % 60),
  };
}

function dayBefore(days: number): string {
  return new Date(START - (days + 1) * 86_400_000).toISOString().replace('Z', '+0000');
}
