import type { Severity } from '../terms/severity';
import type { OverrideDone } from './change';
import type { MoveCause, Movement } from './move-cause';
import type { PostMortemEntry } from './post-mortem-entry';
import type { Ref } from './ref';

/** What brought a decision about. */
export type Cause =
  | { readonly kind: 'firstScored' | 'rulesNow' | 'timeOver' | 'unanswered' }
  | { readonly kind: 'moved'; readonly movement: Movement }
  | { readonly kind: 'overridesEnded'; readonly overrides: readonly OverrideDone[] }
  | { readonly kind: 'rated'; readonly moves: readonly MoveCause[] }
  | { readonly kind: 'ratedOften' }
  /** By a person. */
  | { readonly kind: 'overridden' | 'approved' | 'refused' | 'takenBack' | 'toldCustomers' }
  /** `approvers`: who may, in words. */
  | { readonly kind: 'approvalNeeded'; readonly approvers: string }
  | { readonly kind: 'enteredHotFix' | 'cameInAsHotFix' }
  | { readonly kind: 'worseIncident'; readonly severity: Severity }
  /** `key`: the issue's own. */
  | { readonly kind: 'resolved'; readonly key: string; readonly severity: Severity | null }
  | { readonly kind: 'begun' | 'actionAsked' | 'noAction' | 'actionNotLinked' }
  | {
      readonly kind: 'recurred';
      readonly ref: Ref;
      /** Opened again, not raised anew. */
      readonly reopened: boolean;
      /** The actions that were open. */
      readonly actions: readonly { readonly ref: Ref }[];
    }
  | { readonly kind: 'notPrevented'; readonly ref: Ref; readonly reopened: boolean }
  /** What was done to its post-mortem last. */
  | { readonly kind: 'postMortem'; readonly entry: PostMortemEntry }
  /** As an older version of Ballast put it. */
  | { readonly kind: 'recorded'; readonly text: string };
