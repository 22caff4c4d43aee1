import type { Severity } from '../terms/severity';
import type { ChecklistItem } from './checklist';
import type { FactorKind } from '../terms/factor';
import type { FollowThrough } from './follow-through';
import type { LogLine, PreventiveAction, Recurrence, Signature } from './post-mortem';
import type { Spans, TimelineEntry } from './timeline';

/** What the post-mortem of an issue shows to one person: nothing that this person may not see is in it. */
export interface PostMortemView {
  readonly key: string;
  /**
   * `none`: no incident asks for one. `later`: it opens once the issue is resolved. `elsewhere`: the same incidents have theirs at
   * another issue. The other two exist.
   */
  readonly state: 'none' | 'later' | 'elsewhere' | 'open' | 'complete';
  /** Why it stands so, in a sentence. */
  readonly why: string;
  /** Where it is, when elsewhere and visible. */
  readonly elsewhere: string | null;
  readonly severity: Severity | null;
  readonly incidents: readonly LinkedIssue[];
  /** Linked support requests. */
  readonly supportCases: readonly LinkedIssue[];
  readonly opened: Signature | null;
  readonly due: string | null;
  /** Today by UTC, for saying how far away a day is. */
  readonly today: string;
  readonly revision: number;
  readonly owner: string | null;
  readonly items: readonly ChecklistItem[];
  readonly next: string | null;
  readonly timeline: readonly TimelineEntry[];
  readonly spans: Spans;
  readonly factors: readonly (Signature & {
    readonly id: string;
    readonly kind: FactorKind;
    readonly text: string;
  })[];
  readonly earlier: readonly string[] | null;
  readonly actions: readonly ShownAction[];
  /** The last days that the rubric gives a new action. */
  readonly actionDays: { readonly priority: string; readonly other: string };
  readonly noAction: (Signature & { readonly reason: string }) | null;
  readonly review: (Signature & { readonly note: string }) | null;
  readonly shared: readonly (Signature & { readonly how: string })[];
  readonly recurrences: readonly Recurrence[];
  /** In words, what was linked since and will be taken in once the issue is resolved; null when nothing was. */
  readonly since: string | null;
  /** The newest first. */
  readonly log: readonly LogLine[];
  /** Of the whole project. */
  readonly followThrough: FollowThrough;
  readonly me: string;
  /** What this person may do; a reason stands where they may not. */
  readonly may: {
    readonly edit: string | null;
    readonly review: string | null;
    readonly act: string | null;
    readonly share: string | null;
  };
  /** Display names by account id. */
  readonly people: Readonly<Record<string, string>>;
  /** How much of it this person may not see, in words; null when they see all. */
  readonly hidden: string | null;
  /** The text to share, as Markdown. */
  readonly markdown: string;
}

export interface LinkedIssue {
  readonly key: string;
  readonly summary: string;
  readonly open: boolean;
}

export interface ShownAction extends PreventiveAction {
  readonly summary: string;
  /** Whether it has a link with the fix: without, Ballast may not notice that an incident came again. */
  readonly linked: boolean;
  /** Incidents that came again while it was open. */
  readonly recurred: readonly string[];
}

export interface Person {
  readonly accountId: string;
  readonly name: string;
}

export interface NewPreventiveAction {
  readonly summary: string;
  /** Account id. */
  readonly owner: string;
  /** Day. */
  readonly due: string;
  readonly priority: boolean;
}
