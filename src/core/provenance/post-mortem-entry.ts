import type { FactorKind } from '../terms/factor';
import type { Severity } from '../terms/severity';
import type { Ref } from './ref';

/** What somebody, or Ballast, did to a post-mortem: a line of its own log. What people or Jira put in words is a `text` or `refused`. */
export type PostMortemEntry =
  | {
      readonly kind: 'ownerNamed' | 'tookOver' | 'factorRemoved' | 'noActionTakenBack' | 'reviewed';
    }
  /** `severity`: of the incident that asks for one; null when somebody began it without. */
  | { readonly kind: 'opened'; readonly severity: Severity | null; readonly asked: boolean }
  /** `text`: the item, as the checklist has it. */
  | {
      readonly kind: 'item';
      readonly done: 'edited' | 'ticked' | 'reopened';
      readonly text: string;
    }
  | { readonly kind: 'factorAdded'; readonly factor: FactorKind; readonly text: string }
  /** What happened before; null looks again. */
  | { readonly kind: 'earlier'; readonly issues: readonly Named[] | null }
  | { readonly kind: 'noAction'; readonly text: string }
  /** `how`: `as a comment`. */
  | { readonly kind: 'shared'; readonly how: string }
  | { readonly kind: 'actionCreated'; readonly ref: Ref; readonly due: string }
  | {
      readonly kind: 'actionNotLinked';
      readonly ref: Ref;
      readonly fix: Named;
      readonly refused: string;
    }
  | { readonly kind: 'worse'; readonly severity: Severity | null; readonly due: string | null }
  /** `again`: it was complete, and is open once more. */
  | {
      readonly kind: 'tookIn';
      readonly incidents: readonly Named[];
      readonly due: string | null;
      readonly again: boolean;
    }
  | {
      readonly kind: 'recurred';
      readonly ref: Ref;
      /** Opened again, not raised anew. */
      readonly reopened: boolean;
      /** The actions that were open. */
      readonly actions: readonly Named[];
    }
  /** `late`: the day it was promised for, where it was done after that; null: in time. */
  | { readonly kind: 'actionDone'; readonly ref: Ref; readonly late: string | null }
  | { readonly kind: 'actionReopened'; readonly ref: Ref }
  /** As an older version of Ballast put it. */
  | { readonly kind: 'recorded'; readonly text: string };

export interface Named {
  readonly ref: Ref;
}
