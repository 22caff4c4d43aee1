import type { LaneShare } from '../lanes/breakdown';
import type { Moscow, MustCheck } from '../moscow/moscow';
import type { Section } from '../rubric/document/inherit';
import type { DraftCause, DraftLaneCause, MovedThreshold } from '../provenance/draft-cause';
import type { Band } from '../terms/band';
import type { Lane } from '../terms/lane';

/** What a draft rubric would do to a backlog that is known from the ledger. */
export interface Preview {
  /** Open issues that the draft would govern, as a whole or in parts: of the site's, those of projects that take anything from it. */
  readonly issues: number;
  /** `record`: the rubric in force cannot be used, so that *before* is what was last written of each issue. */
  readonly comparedWith: 'rubric' | 'record';
  /** Null for a project's own rubric. */
  readonly reach: Reach | null;
  /** ISO time for which both rubrics were worked out: evidence and dates count as they stand then. */
  readonly asOf: string;
  readonly lanes: Flows<Lane>;
  readonly bands: Flows<BandOrNone>;
  /** How many issues change; one may count in several. Those that are only known after publishing count in none. */
  readonly changes: Changes;
  /** Those whose score moves furthest, then those that only change lane; at most 50. */
  readonly movers: readonly Mover[];
  /** Of the site's rubric, without projects that have effort, capacity or MoSCoW of their own. */
  readonly capacity: BeforeAndAfter<Capacity>;
  /** Of the same issues as `capacity`. */
  readonly moscow: BeforeAndAfter<MoscowSummary>;
  /** Every criterion of the draft, in its order; of the site's rubric, without projects that have criteria of their own. */
  readonly criteria: readonly CriterionUse[];
  /** Null with fewer than two issues to compare, or when all of them tie. */
  readonly agreement: RankAgreement | null;
  readonly pending: Pending;
}

/** Whom a draft of the site's rubric concerns. Issues are open ones that the ledger holds. */
export interface Reach {
  /** Projects that have no rubric of their own. */
  readonly governed: Concerned;
  /** Projects with a rubric of their own that take a part from the site's which the draft changes: theirs is scored again as well. */
  readonly following: Concerned;
  /** Projects that keep what they have, since the draft does not fit into their rubric. */
  readonly keeping: readonly { readonly project: string; readonly why: string }[];
  /** Every part that some of those projects take, in the order of the document. */
  readonly parts: readonly (Concerned & {
    readonly section: Section;
    /** By the draft. */ readonly changed: boolean;
  })[];
}

export interface Concerned {
  readonly projects: number;
  readonly issues: number;
}

export interface BeforeAndAfter<T> {
  /** Under the rubric in force. */
  readonly before: T;
  /** Under the draft; without the issues that are only known after publishing. */
  readonly after: T;
}

export type BandOrNone = Band | 'no score';

/** Stands for the result of an issue that the ledger does not hold everything of. */
export const PENDING = 'known after publishing';
export type Pendable<T> = T | typeof PENDING;

export interface Flows<T extends string> {
  /** From where to where how many issues go, those that stay included; without the empty ones. */
  readonly flows: readonly Flow<T>[];
  /** Each one once, in a fixed order: those that hold an issue before or after. */
  readonly totals: readonly { readonly of: T; readonly before: number; readonly after: number }[];
}

export interface Flow<T extends string> {
  readonly from: T;
  readonly to: Pendable<T>;
  readonly issues: number;
}

export interface Changes {
  readonly lane: number;
  readonly band: number;
  /** By a tenth of a point or more. */
  readonly score: number;
  readonly horizon: number;
  /** Any of these. */
  readonly any: number;
}

export interface PreviewStanding {
  /** 0–100 with one decimal. */
  readonly score: number | null;
  readonly band: Band | null;
  readonly lane: Lane;
}

export interface Mover extends BeforeAndAfter<PreviewStanding> {
  readonly issueId: string;
  readonly key: string;
  /** After minus before in points, no score counting as 0. */
  readonly change: number;
  /** Largest first; the changes add up to `change` exactly. */
  readonly why: readonly { readonly change: number; readonly because: DraftCause }[];
  readonly laneBecause: DraftLaneCause;
  /** Where another threshold gives it another band, as its score alone would not; else null. */
  readonly bandBecause: MovedThreshold | null;
}

export interface Capacity {
  /** What the policy counts. */
  readonly count: 'effort' | 'issues';
  /** The rubric's unit of effort. */
  readonly unit: string;
  /** `policy.most` is the cap of a lane; `state` says whether it is over. */
  readonly lanes: readonly LaneShare[];
}

export interface MoscowSummary {
  readonly unit: string;
  readonly parts: readonly {
    readonly moscow: Moscow;
    readonly issues: number;
    readonly effort: number;
  }[];
  readonly unplaced: number;
  /** Whether Musts leave room for surprises; `over` counts the lowest Musts beyond the limit. */
  readonly check: Omit<MustCheck, 'over'> & { readonly over: number };
}

/** What a criterion of the draft does. */
export interface CriterionUse {
  readonly id: string;
  readonly label: string;
  /** Issues that have a value for it. */
  readonly filled: number;
  /** Issues that were looked at; `filled / of` is the fill rate. */
  readonly of: number;
  /** Issues whose own score would be another without it. */
  readonly changesScore: number;
  /** Issues whose lane would be another without it, pinned ones as well. */
  readonly changesLane: number;
  /** `no data`: nobody filled it; `no effect`: without it every issue keeps its score and lane; null: it does something. */
  readonly idle: 'no data' | 'no effect' | null;
}

/** How far two orders of the same issues agree. */
interface RankAgreement {
  readonly measure: 'Kendall tau-b';
  /** 1: the same order; 0: nothing in common; −1: reversed. Ties count for neither. */
  readonly value: number;
  /** Issues with a score before and after. */
  readonly issues: number;
}

/** Issues of which the draft asks what the ledger does not hold yet. */
interface Pending {
  readonly issues: number;
  /** How many fields of Jira publishing would read for the first time. */
  readonly fields: number;
  /** What publishing would read, in words. */
  readonly because: readonly string[];
}
