import type { StatusCategory } from '../issue/issue-record';
import type { Votes } from '../ratings/rating';

import type { Reading } from '../issue/reading';
import type { Severity } from '../terms/severity';
import type { Span } from '../terms/summed-up';

/** An incident, a support ticket, a customer's report or a usage figure that speaks for an issue. */
export interface Evidence {
  readonly kind: 'incident' | 'support' | 'report' | 'usage';
  /** The issue key for evidence that is a Jira issue. One piece that speaks for two customers is listed once for each. */
  readonly id: string;
  readonly key?: string;
  /** Which tool says so and by which id, for evidence that is no Jira issue. */
  readonly origin?: string;
  /** Who is affected; evidence is counted once a customer, the strongest. */
  readonly customer?: string;
  /** No field named a customer: the account id of whoever reported it stands for one. */
  readonly person?: true;
  readonly segment?: string;
  /** The customer's own weight, on top of the segment's; 1 when absent. */
  readonly weight?: number;
  /** The customer's, a year, where no weight of its own counts before it. */
  readonly revenue?: number;
  readonly severity?: Severity;
  readonly open: boolean;
  /** Day (`2026-11-20`, UTC) from which it decays: when it was resolved, or when it was raised while it has no resolution. */
  readonly at: string;
  readonly slaBreached?: boolean;
  /** When its agreement will be breached if nothing happens until then; ISO time. */
  readonly breachesAt?: string;
  /** How satisfied the customer was with a request, 1 to 5. */
  readonly satisfaction?: number;
}

/** How many linked issues of a kind were not looked at, as there are so many; a kind of which none was left out is absent. */
export type LeftOut = Readonly<Partial<Record<Evidence['kind'], number>>>;

/** Everything an issue is judged by, gathered once; the ledger keeps it, so that a changed rubric needs no Jira read. */
export interface Signals {
  readonly issue: {
    readonly id: string;
    readonly key: string;
    readonly project: string;
    readonly type: string;
    readonly level: number;
    readonly status: string;
    readonly category: StatusCategory;
    readonly labels: readonly string[];
    /** Day, UTC. */
    readonly created: string;
    /** Day, UTC: the last change that was not Ballast's own; absent in what was gathered before this was kept. */
    readonly touched?: string;
    readonly due: string | null;
    readonly inActiveSprint: boolean;
    readonly hasRelease: boolean;
    /** What the issue itself is as evidence for others; null for ordinary work. */
    readonly evidenceKind: Evidence['kind'] | null;
    /** An incident follow-up or preventive action, by its links or labels. */
    readonly followUp: boolean;
    /** One of the issue's own agreements runs and is past its time. */
    readonly slaBreached?: true;
    readonly breachesAt?: string;
  };
  /** What the fields hold, by `readingKey`; what follows from evidence or links is worked out when scoring. */
  readonly readings: Readonly<Record<string, Reading>>;
  /** Keys of readings that the site has no field for. A key in neither place was not asked for when the issue was read. */
  readonly absent: readonly string[];
  readonly evidence: readonly Evidence[];
  /** Linked issues of each kind that were not looked at; absent where all were. */
  readonly leftOut?: LeftOut;
  /** Open pieces of other tools for which there was no room, by kind; absent where there was. */
  readonly beyondRoom?: LeftOut;
  /** Resolved evidence from outside that is no longer listed piece by piece; absent where all is. */
  readonly summedUp?: readonly {
    readonly kind: Evidence['kind'];
    readonly severity?: Severity;
    readonly spans: readonly Span[];
  }[];
  /** Keys of open issues that this one blocks, and of those that block it. */
  readonly blocks: readonly string[];
  readonly blockedBy: readonly string[];
  /** Ballast's own; absent while nobody voted. */
  readonly votes?: Votes;
  /** What people have overridden, as it is kept: those that have ended are here too. */
  readonly overrides?: readonly unknown[];
}
