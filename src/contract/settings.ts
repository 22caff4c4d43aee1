import type { RubricChange } from '../core/rubric/document/rubric-change';
import type { MergeConflict, Side } from '../core/rubric/document/merge';
import type { RubricProblem } from '../core/rubric/schema/problem';
import type { Rubric } from '../core/rubric/schema/schema';
import type { Section } from '../core/rubric/document/inherit';
import type { ScopeAsk } from './jobs';

/** A person as the one who asks may know them; the name is null where Jira does not tell it. */
export interface Who {
  readonly accountId: string;
  readonly name: string | null;
}

/** What settings show at first: who decides, what is in force, what is being worked on. No issue is read for it. */
export interface SettingsView {
  /** The project's key; null for the site's rubric. */
  readonly project: string | null;
  readonly published: PublishedRubric;
  /** My unpublished work; null when there is none. */
  readonly draft: DraftView | null;
  /** Who else has unpublished work here, the newest first; what is in it stays theirs until they publish. */
  readonly others: readonly {
    readonly by: Who;
    readonly base: number;
    /** ISO time. */ readonly savedAt: string;
  }[];
  /** What waits for somebody's approval; null when nothing does. */
  readonly waiting: WaitingPublication | null;
  /**
   * Why this person's last proposal no longer waits; null when none was answered, or they handed in another since. `replaced`: nobody
   * refused it; it was overtaken, and `by` handed in another, for `reason`.
   */
  readonly refused: {
    readonly by: Who;
    readonly reason: string;
    readonly at: string;
    readonly replaced: boolean;
  } | null;
  /** Null where the person may do it, else why not, as a sentence to stand beside what is disabled. */
  readonly may: SettingsRights;
  readonly approval: {
    /** Whether what this person publishes waits for an approval. */
    readonly needed: boolean;
    /** Who approves, in words: «Administrators». */
    readonly approvers: string;
  };
  /** Null for the site's own rubric. */
  readonly inheritance: Inheritance | null;
}

export interface SettingsRights {
  /** Save a draft. */
  readonly edit: string | null;
  readonly publish: string | null;
  /** Answer what waits now. */
  readonly approve: string | null;
  readonly rollBack: string | null;
}

/** What judges issues now. `version` counts in the scope that `source` names, 0 for the built-in default. */
export interface PublishedRubric {
  readonly source: 'project' | 'site' | 'default';
  readonly version: number;
  /** The version that a draft of THIS scope starts from: 0 while the project has no rubric of its own, else `version`. Send it as `base`. */
  readonly base: number;
  readonly document: Rubric;
  /** Parts that follow the site's rubric: a draft starts with these. Empty unless the project has a rubric of its own. */
  readonly inherits: readonly Section[];
  /** What is wrong with it since the app was updated; empty for a sound one. While there is anything, no issue is scored. */
  readonly problems: readonly RubricProblem[];
  /** Null for the built-in default. */
  readonly by: Who | null;
  readonly reason: string | null;
  /** ISO time. */
  readonly at: string | null;
}

export interface Inheritance {
  /** Parts that follow the site's rubric; empty for a project that decides everything itself. All while it has no rubric of its own. */
  readonly sections: readonly Section[];
  /** The site's rubric as it is now; version 0 is the built-in default. */
  readonly site: { readonly version: number; readonly document: Rubric };
  /** Set when the site's newest version could not be taken in, with what stands against it. */
  readonly behind: { readonly problems: readonly RubricProblem[] } | null;
}

/** A draft may be broken: it is kept as it is, and says what is wrong with it. */
export interface DraftView {
  readonly document: unknown;
  readonly inherits: readonly Section[];
  /** The version of this scope that it started from; 0 when there was none. */
  readonly base: number;
  /** The version of the site's rubric that it was copied from, where there was none: send it with the next saving, and when publishing. */
  readonly site?: number;
  /** Counts its savings from 1: send it as `seen`. */
  readonly revision: number;
  /** ISO time. */
  readonly savedAt: string;
  /** Everything that keeps it from being published; empty when it may be. */
  readonly problems: readonly RubricProblem[];
  /** Fields that the site lacks, or has with another type: it may be published, but such a criterion is unknown on every issue. */
  readonly warnings: readonly RubricProblem[];
  /** Against what is published now, in words; null while the draft is broken. */
  readonly changes: readonly RubricChange[] | null;
  /** Set when somebody published since it was started: it must take theirs in (`draft.rebase`) before it is published. */
  readonly overtaken: Overtaken | null;
}

export interface Overtaken {
  /** Whether it is a version of the site's rubric, which the project followed when the draft was started. */
  readonly ofSite: boolean;
  /** The newest version. */
  readonly version: number;
  readonly by: Who;
  readonly reason: string;
  readonly at: string;
  /** What was changed since the version that the draft started from, in words. */
  readonly changes: readonly RubricChange[];
}

export interface DraftSave extends ScopeAsk {
  readonly document: unknown;
  readonly inherits?: readonly Section[];
  readonly base: number;
  /** Of a project without a rubric of its own: the version of the site's that the person saw. Left out, as in the draft before, else the newest. */
  readonly site?: number;
  /** `revision` of the draft that this one is written over; 0 for the first. */
  readonly seen: number;
}

/** `conflict`: another window of the same person saved meanwhile. Nothing was written; theirs is shown. Saving with its revision writes over it. */
export type DraftSaved =
  | { readonly saved: true; readonly draft: DraftView }
  | { readonly saved: false; readonly conflict: DraftView | null };

/** How conflicts are settled: by path, `mine` or `theirs`. What is not named stays mine. */
export interface DraftRebase extends ScopeAsk {
  readonly seen: number;
  readonly choices?: Readonly<Record<string, Side>>;
}

/** The draft now stands on the newest version. `conflicts` are the places that both changed: mine is kept in the draft until chosen. */
export interface DraftRebased {
  readonly draft: DraftView;
  readonly conflicts: readonly MergeConflict[];
  /** What came in from the others, in words. */
  readonly taken: readonly RubricChange[];
}

export interface WaitingPublication {
  /** Send it with the answer: a proposal that was replaced meanwhile is not answered by mistake. */
  readonly id: string;
  readonly by: Who;
  readonly reason: string;
  /** ISO time. */
  readonly at: string;
  readonly base: number;
  readonly document: Rubric;
  readonly inherits: readonly Section[];
  /** Against what is published now, in words. */
  readonly changes: readonly RubricChange[];
  /** Set when somebody published meanwhile: it can only be refused, or taken back. */
  readonly overtaken: Overtaken | null;
  /** Whether this person may approve or refuse it. */
  readonly canAnswer: boolean;
  /** Whether this person may take it back: it is theirs. */
  readonly canTakeBack: boolean;
}

/** The author may answer `takeBack` only; everybody else who may approve, the other two. */
export interface RubricAnswer extends ScopeAsk {
  readonly id: string;
  readonly answer: 'approve' | 'refuse' | 'takeBack';
  readonly reason: string;
}

/** `published` after an approval: the version and the job that scores everything again. */
export type RubricAnswered =
  | { readonly done: 'published'; readonly version: number; readonly jobId: string }
  | { readonly done: 'refused' | 'taken back' };

/** One version in the history. */
export interface VersionView {
  readonly version: number;
  readonly by: Who;
  readonly approvedBy: Who | null;
  /** What they said. */
  readonly approvalNote: string | null;
  readonly reason: string;
  /** ISO time. */
  readonly at: string;
  readonly cause: 'published' | 'rolled back' | 'follows the site';
  /** The version that it brought back, or the site's that it follows; null otherwise. */
  readonly of: number | null;
  /** Against the one before, or against what judged until then; the first 50. */
  readonly changes: readonly RubricChange[];
  /** How many more there are. */
  readonly more: number;
}

export interface VersionsView {
  /** The newest first, 20 at most. */
  readonly versions: readonly VersionView[];
  /** How many there are in all. */
  readonly total: number;
  /** Whether there is an older page. */
  readonly next: number | null;
}

export interface OneVersion {
  readonly about: VersionView;
  readonly document: Rubric | null;
  readonly inherits: readonly Section[];
  /** Why a document of long ago can no longer be used; empty for a sound one. */
  readonly problems: readonly RubricProblem[];
  /** Fields that it reads and the site lacks by now, or has with another type: brought back, such a criterion is unknown on every issue. */
  readonly warnings: readonly RubricProblem[];
  /** Against what is published now: what rolling back would change, in words. */
  readonly rollback: readonly RubricChange[];
}

export interface RubricRollback extends ScopeAsk {
  readonly version: number;
  readonly reason: string;
  /** The version that the person was looking at as the newest. */
  readonly base: number;
}

/** What a text of somebody else's making says: nothing is saved. Put `document` into a draft to go on with it. */
export interface ImportedDocument {
  /** Made whole; null when there are problems. */
  readonly document: Rubric | null;
  readonly problems: readonly RubricProblem[];
  readonly warnings: readonly RubricProblem[];
  /** Against what is published now, in words. */
  readonly changes: readonly RubricChange[];
}

export interface ExportAsk extends ScopeAsk {
  /** Null for what is in force. */
  readonly version: number | null;
  readonly format: 'json' | 'yaml';
}

export interface ExportedDocument {
  /** `ballast-PAY-v7.yaml` */
  readonly fileName: string;
  readonly text: string;
}

/** Where a first rubric may start from, besides the presets of the core: other projects' own that this person may see. */
export interface SettingsStarts {
  readonly projects: readonly { readonly project: string; readonly version: number }[];
}

export interface PeopleAsk {
  /** Null for the site, where only its administrators are answered. */
  readonly project: string | null;
  /** The beginning of a name; empty for the first twenty. */
  readonly query: string;
  /** Account ids that stand in the rubric already, 100 at most. */
  readonly ids: readonly string[];
}

/** `found`: who could be named, 20 at most; `named`: the ids that were asked for, in that order. */
export interface PeopleFound {
  readonly found: readonly Who[];
  readonly named: readonly Who[];
}

/** The facts that criteria are chosen and curves are drawn by. */
export interface SettingsInputs {
  /** Every field of the site that an issue could be judged by, those most often filled first. */
  readonly fields: readonly FieldFacts[];
  /** How many recent open issues the person's sample holds; 0 when Jira could not be asked, and why. */
  readonly sample: { readonly issues: number; readonly why: string | null };
  /** How many open issues of the ledger the distributions are of, at most 5,000. */
  readonly measured: { readonly issues: number; readonly all: boolean };
  /** By criterion of the rubric in force. */
  readonly distributions: Readonly<Record<string, Distribution>>;
  /** Names that the sample holds, for choosing from: the rest is typed. */
  readonly names: {
    readonly workTypes: readonly string[];
    readonly priorities: readonly string[];
    readonly linkTypes: readonly string[];
    readonly roles: readonly string[];
  };
}

export interface FieldFacts {
  readonly id: string;
  readonly name: string;
  /** The criterion's signal that reads it best; null when none reads it. */
  readonly signal: 'number' | 'option' | 'user' | 'count' | 'date' | 'filled' | 'sla' | null;
  /** Jira's own type, in words: «number», «list of options». */
  readonly type: string;
  /** Shares from 0 to 1; null while nobody measured. `of`: «of 214 open issues», «of the last 100 issues». */
  readonly filled: { readonly share: number; readonly of: string } | null;
  /** Values that the person may see, the most frequent first; of a number or date the lowest, the middle and the highest. At most 12. */
  readonly samples: readonly string[];
  /** How its values are spread over the sample, for a criterion that the ledger holds nothing of yet; null without a sample, and where no curve is drawn by it. */
  readonly spread: Distribution | null;
}

/** How today's values of a criterion are spread over the open issues. */
export interface Distribution {
  /** Open issues with a value. */
  readonly known: number;
  readonly unknown: number;
  /** Of numbers, dates (days until them) and counts: at most 20 of equal width, in order, but that the last reaches to the highest. `from` is in it, `to` is not, but for the last. */
  readonly buckets: readonly {
    readonly from: number;
    readonly to: number;
    readonly issues: number;
  }[];
  /** Of options and names: the most frequent first, 30 at most. */
  readonly names: readonly { readonly name: string; readonly issues: number }[];
}
