import type { Severity } from '../terms/severity';
import type { Ref } from './ref';

/** What a piece of evidence or a link is counted as. */
export type Noun =
  | 'incident'
  | 'support ticket'
  | 'duplicate report'
  | 'usage figure'
  | 'waiting issue'
  | 'blocker'
  | 'linked issue';

/** Something that a line found, beside plain numbers and names. */
export type Said =
  | {
      readonly kind: 'incidents';
      readonly count: number;
      /** How many of them are open and as bad as the worst open one; null when none is open. */
      readonly open: { readonly count: number; readonly severity: Severity } | null;
    }
  | { readonly kind: 'recurrence'; readonly count: number; readonly days: number }
  | {
      readonly kind: 'demand';
      readonly count: number;
      readonly of: 'ticket' | 'report';
      readonly customers: number;
    }
  | { readonly kind: 'voices'; readonly count: number; readonly of: 'support' | 'report' }
  | { readonly kind: 'blocks' | 'blockedBy' | 'links' | 'days'; readonly count: number }
  | { readonly kind: 'interest'; readonly votes: number; readonly watchers: number }
  /** Whole days until the time of an agreement is up, or the issue is due; negative afterwards. */
  | { readonly kind: 'daysLeft' | 'due'; readonly days: number }
  /** An agreed time passed: on the evidence, or on the issue itself for null. */
  | { readonly kind: 'breach'; readonly ref: Ref | null }
  | { readonly kind: 'openIncident'; readonly severity: Severity; readonly ref: Ref }
  | { readonly kind: 'issue'; readonly ref: Ref }
  | { readonly kind: 'points'; readonly points: number }
  | { readonly kind: 'until'; readonly day: string }
  | { readonly kind: 'hiddenRating' }
  /** As an older version of Ballast put it. */
  | { readonly kind: 'recorded'; readonly text: string };

/** A number, a name as the rubric or the field spells it, a day, or more than that. */
export type Value = number | string | Said;
