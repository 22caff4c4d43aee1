import type { KeptFor } from '../core/retention/kept-for';
import type { ScopeAsk } from './asks';

export interface HealthContract {
  /** Events, quota, ledger and failures. Administrators only. */
  readonly 'health.view': { readonly ask: ScopeAsk; readonly answer: HealthView };
}

/** Whether events arrive, what the quota is used for, and what went wrong. Times are ISO. */
export interface HealthView {
  readonly events: {
    /** When edits were last taken up; null before the first. */
    readonly lastTakenUp: string | null;
    readonly issues: number;
    /** Seconds that the oldest edit of that time had waited. */
    readonly lagSeconds: number;
    /** Issues waiting to be scored now, at most 100. */
    readonly waiting: number;
    /** Seconds that the oldest of them has waited. */
    readonly waitingSeconds: number;
  };
  readonly quota: {
    /** Points of Jira's hourly quota. */
    readonly limit: number;
    /** What Jira says is left of it for all sites that use this app together; null where it says nothing, or most of it is left. */
    readonly left: number | null;
    readonly usedThisHour: number;
    readonly usedLastHour: number;
    /** About how much this hour will have taken by its end. */
    readonly forecast: number;
    /** From here on, background work waits for the next hour. */
    readonly backgroundStopsAt: number;
  };
  readonly ledger: {
    /** When it was last held against Jira; null before the first time. */
    readonly reconciledAt: string | null;
    readonly looked: number;
    /** Records that were wrong, and are mended. */
    readonly drift: number;
  };
  /** What came from tools outside Jira. */
  readonly evidence: {
    /** When something was last taken; null before the first. */
    readonly lastTaken: string | null;
    /** Payloads by what came of them: `recorded`, `nothing-new`, or why they were refused. */
    readonly counts: Readonly<Record<string, number>>;
    /** The newest first, at most twenty; reasons never quote what was sent. */
    readonly refusals: readonly {
      readonly at: string;
      readonly outcome: string;
      readonly reason: string;
    }[];
  };
  /** Days for which resolved evidence and the log are kept (null: for ever), and from which day on a shorter time that was published works. */
  readonly kept: {
    readonly now: KeptFor;
    readonly then: (KeptFor & { readonly from: string }) | null;
  };
  /** What was removed because its time was over, on the whole site since a moment; null while nothing was. */
  readonly removed:
    | (Readonly<Record<'issues' | 'projects' | 'evidence' | 'decisions', number>> & {
        readonly at: string;
        readonly since: string;
      })
    | null;
  /** Who erased customers lately, the newest first (null for who has closed their account); empty for all but Jira administrators. */
  readonly erased: readonly {
    readonly at: string;
    readonly by: string | null;
    /** Pieces of evidence that went with it. */
    readonly evidence: number;
  }[];
  /** The newest first, at most thirty. */
  readonly failures: readonly {
    readonly at: string;
    readonly what: string;
    readonly why: string;
  }[];
}
