import type { ProjectId } from '../terms/project';
import type { PostMortemEntry } from '../provenance/post-mortem-entry';
import type { Severity } from '../terms/severity';
import type { FactorKind } from '../terms/factor';

/** Who did something, and when: an account id and an ISO time. */
export interface Signature {
  readonly by: string;
  readonly at: string;
}

/** What people wrote on one item of the checklist. */
export interface ItemEntry {
  readonly note: string;
  /** Address of the evidence. */
  readonly link: string | null;
  /** Account id; null leaves it to the owner of the post-mortem. */
  readonly owner: string | null;
  /** Day; null leaves it to the post-mortem's due day. */
  readonly due: string | null;
  /** Only of items that are ticked by hand. */
  readonly done: Signature | null;
}

export interface Factor extends Signature {
  readonly id: string;
  readonly kind: FactorKind;
  readonly text: string;
}

/** A preventive action is a real issue; what stands here is what was promised of it. */
export interface PreventiveAction extends Signature {
  readonly issueId: string;
  readonly key: string;
  /** Account id. */
  readonly owner: string;
  /** Day, `2026-12-18`. */
  readonly due: string;
  readonly priority: boolean;
  /** Day on which it was resolved; null while it is open. */
  readonly done: string | null;
}

/** An incident came again while actions against it were open. */
export interface Recurrence {
  /** Key of the incident. */
  readonly incident: string;
  /** Keys of the actions that were open. */
  readonly actions: readonly string[];
  readonly at: string;
}

export interface LogLine {
  readonly at: string;
  /** Account id; null for Ballast itself. */
  readonly by: string | null;
  readonly entry: PostMortemEntry;
}

/** Checklist, contributing factors and preventive actions of one urgent fix, as Ballast keeps it. */
export interface PostMortem {
  readonly issueId: string;
  readonly key: string;
  readonly project: ProjectId;
  /** Of the worst incident; null when somebody began it without one. */
  readonly severity: Severity | null;
  /** Keys of the incidents it is about. */
  readonly incidents: readonly string[];
  /** ISO time at which the first of them was raised: what was raised later is a recurrence. */
  readonly raised: string;
  /** `by` is empty when Ballast opened it. */
  readonly opened: Signature;
  /** Day. */
  readonly due: string | null;
  readonly owner: string | null;
  readonly items: Readonly<Record<string, ItemEntry>>;
  readonly factors: readonly Factor[];
  /** Keys of what happened before; null until somebody looked. */
  readonly earlier: readonly string[] | null;
  readonly actions: readonly PreventiveAction[];
  readonly noAction: (Signature & { readonly reason: string }) | null;
  readonly review: (Signature & { readonly note: string }) | null;
  readonly shared: readonly (Signature & { readonly how: string })[];
  readonly recurrences: readonly Recurrence[];
  /** Day on which nothing was left that closing waits for; null while something is. */
  readonly completed: string | null;
  /** Who changed which part last, and with which revision. */
  readonly touched: Readonly<Record<string, Signature & { readonly revision: number }>>;
  /** The newest last, at most `LOG_LENGTH`. */
  readonly log: readonly LogLine[];
  /** Grows by one with each write. */
  readonly revision: number;
}

/** A record must stay far below the 240 KiB of a stored value. */
export const LOG_LENGTH = 200;
/** However long the texts are, its newest lines stay. */
export const SHORTEST_LOG = 10;
export const MOST_FACTORS = 30;
export const MOST_ACTIONS = 30;

export function logged(log: readonly LogLine[], line: LogLine): readonly LogLine[] {
  return [...log, line].slice(-LOG_LENGTH);
}
