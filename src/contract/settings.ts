import type { Who } from './who';
import type { ScopeAsk } from './asks';
import type { DraftView, Overtaken } from './drafts';
import type { RubricChange } from '../core/rubric/document/rubric-change';
import type { Section } from '../core/rubric/document/inherit';
import type { RubricProblem } from '../core/rubric/schema/problem';
import type { Rubric } from '../core/rubric/schema/schema';

export interface SettingsContract {
  /** Who decides, what is in force and what is being worked on. Whoever sees the project sees it; `may` says what they may do. */
  readonly 'settings.view': { readonly ask: ScopeAsk; readonly answer: SettingsView };
  /** Other projects whose rubric a new one may start from. */
  readonly 'settings.starts': { readonly ask: ScopeAsk; readonly answer: SettingsStarts };
  /** Who could own a lane or be named by the decision rights, by the beginning of a name. */
  readonly 'settings.people': { readonly ask: PeopleAsk; readonly answer: PeopleFound };
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
