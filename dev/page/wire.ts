import type { Rule, RuleRun } from '../automation/rule';

/** What the page and its server say to each other beside Jira's REST: plain JSON under `/__host` and `/__forge`. */

export interface Person {
  readonly accountId: string;
  readonly displayName: string;
  readonly email: string | null;
  /** Groups and project roles in words: what makes this person's rights differ. */
  readonly rights: readonly string[];
}

export type SurfaceType =
  'jira:issuePanel' | 'jira:issueContext' | 'jira:projectSettingsPage' | 'jira:adminPage';

export interface Surface {
  readonly key: string;
  readonly type: SurfaceType;
  readonly title: string;
  readonly label: string;
  /** Where the iframe loads from. */
  readonly src: string;
}

export interface Session {
  readonly site: string;
  /** Key of the project to begin with; null for all. */
  readonly home: string | null;
  readonly app: string;
  readonly user: Person;
  /** The people to switch between: a menu's length at most. */
  readonly people: readonly Person[];
  readonly surfaces: readonly Surface[];
}

/** One message of `/__host/stream`. */
export type LiveMessage =
  | {
      readonly kind: 'issue';
      readonly event: string;
      readonly issueIds: readonly string[];
      readonly selfGenerated: boolean;
    }
  | { readonly kind: 'invocation'; readonly id: string }
  | { readonly kind: 'automation' }
  /** What a frame hears that subscribed. */
  | { readonly kind: 'realtime'; readonly subscription: number; readonly payload: unknown }
  | { readonly kind: 'clock' };

export interface ClockView {
  /** Milliseconds since the epoch, by the site's clock. */
  readonly now: number;
  readonly mode: 'real' | 'offset' | 'virtual';
}

/** Where an iframe stands: on an issue, in a project's settings, or, without either, in the administration of the site. */
export interface SurfacePlace {
  readonly issueKey?: string | undefined;
  readonly projectKey?: string | undefined;
}

/** What the page asks on behalf of an iframe. The person is the session's, never the body's. */
export interface BridgeAsk extends SurfacePlace {
  readonly surface: string;
  readonly command: string;
  readonly data?: unknown;
}

export type BridgeReply =
  | { readonly ok: true; readonly value: unknown }
  | {
      readonly ok: false;
      readonly error: string;
      /** The person has to say first that the app may act in their name; then the same is asked again. */
      readonly needsConsent?: true;
    };

/** What happened on the platform so far, for the inspector. */
export interface InspectorView {
  readonly quota: {
    /** Points used in the current hour. */
    readonly used: number;
    readonly perHour: number;
  };
  readonly totals: InvocationFigures & {
    readonly invocations: number;
    readonly failed: number;
    readonly timedOut: number;
    readonly retriesAsked: number;
  };
  /** The newest first, at most a hundred. */
  readonly invocations: readonly InvocationView[];
  readonly queues: readonly QueueView[];
  readonly storage: readonly StoreView[];
  /** Units of the current minute. */
  readonly storageMinute: {
    readonly read: number;
    readonly write: number;
    readonly perMinute: number;
  };
  readonly faults: Faults;
  readonly accounts: AccountsView;
}

/** What the app reported of people's accounts. */
export interface AccountsView {
  readonly reports: number;
  readonly people: number;
  /** ISO time of the last report; null before the first. */
  readonly last: string | null;
  /** Ids of closed accounts. */
  readonly closed: readonly string[];
}

interface InvocationFigures {
  readonly jiraCalls: number;
  /** Points of Jira's hourly quota. */
  readonly points: number;
  /** Units of the storage's quota. */
  readonly kvsReads: number;
  readonly kvsWrites: number;
  /** Milliseconds. */
  readonly durationMs: number;
}

export interface InvocationView extends InvocationFigures {
  readonly id: number;
  readonly door: string;
  readonly moduleKey: string;
  readonly handler: string;
  readonly started: number;
  readonly outcome: 'ok' | 'failed' | 'timed out' | 'retry asked';
  readonly error: string | null;
}

export interface QueueView {
  readonly name: string;
  readonly delayed: number;
  readonly waiting: number;
  readonly running: number;
  readonly retrying: number;
  readonly delivered: number;
  readonly lost: number;
}

export interface StoreView {
  /** An entity's name; null for plain keys. */
  readonly entity: string | null;
  readonly count: number;
  readonly bytes: number;
}

/** Keys of one store in order, from `after` on. */
export interface StoreKeys {
  readonly keys: readonly {
    readonly key: string;
    readonly updatedAt: number;
    readonly bytes: number;
  }[];
  readonly next: string | null;
}

export interface StoredRecord {
  readonly key: string;
  readonly value: unknown;
  readonly updatedAt: number;
}

/** How the platform misbehaves on request; everything off is a quiet day. */
export interface Faults {
  /** Every nth request of the app to Jira is refused with 429; 0 is off. */
  readonly limitEvery: number;
  /** Every nth request of the app to Jira fails with 500; 0 is off. */
  readonly failEvery: number;
  /** Every nth request of the app to Jira loses its connection; 0 is off. */
  readonly dropEvery: number;
  /** Milliseconds that each request of the app to Jira takes longer. */
  readonly latencyMs: number;
  /** Events and queue messages are delivered twice. */
  readonly duplicate: boolean;
  /** Deliveries leave in another order. */
  readonly shuffle: boolean;
  /** People have to say first that the app may act in their name. */
  readonly askConsent: boolean;
  /** Milliseconds that product events are late. */
  readonly eventDelayMs: number;
  /** Milliseconds that storage queries lag behind writes. */
  readonly queryLagMs: number;
  /** Milliseconds after which Jira's search finds what was written. */
  readonly searchLagMs: number;
}

/** Everything that the page of rules shows. */
export interface AutomationView {
  readonly actions: readonly RuleAction[];
  readonly rules: readonly Rule[];
  /** The newest first. */
  readonly runs: readonly RuleRun[];
  /** As whom a rule may run. */
  readonly people: readonly Person[];
}

/** An action of the app that a rule may take. */
export interface RuleAction {
  readonly key: string;
  readonly name: string;
  readonly description: string;
  /** Where the iframe of its form loads from. */
  readonly src: string;
  /** Names of what it gives to the rest of the rule. */
  readonly outputs: readonly string[];
}

/** What the web trigger answered to a signed delivery. */
export interface OutsideReply {
  readonly status: number;
  readonly answer: string;
}

/** What Ballast would tell evidence by on this site, and what the site lacks. */
export interface DetectionView {
  readonly detected: readonly {
    readonly setting: string;
    readonly name: string;
    readonly why: string;
  }[];
  readonly missing: readonly string[];
}
