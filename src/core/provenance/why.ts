import type { Aged, Disagreement, Place } from './place';

/** Why an input counts for nothing yet. */
export type Why =
  | {
      readonly kind:
        | 'notFilled'
        | 'notGiven'
        | 'notRead'
        | 'noNumber'
        | 'noDate'
        | 'noCreated'
        | 'notEstimated'
        | 'noEffortField'
        | 'noRatings'
        | 'ratingsLapsed'
        | 'ratingsHidden';
    }
  | { readonly kind: 'noAgreement'; readonly why?: string }
  | { readonly kind: 'noPlace'; readonly place: Place }
  | { readonly kind: 'noEffort'; readonly field: string }
  /** What the issue says, cut short: somebody's own words. */
  | { readonly kind: 'notInTable'; readonly given: string }
  /** A number of which the rubric's curve makes nothing, and what the curve says of it. */
  | { readonly kind: 'refused'; readonly curve: string; readonly says?: string }
  /** What was said of the field when it was read: the ledger keeps it so. */
  | { readonly kind: 'unreadable'; readonly says: string }
  | Aged
  | Disagreement;
