import type { Severity } from '../terms/severity';
import type { IssueRef, Ref } from './ref';
import type { Noun } from './said';
import type { Disagreement, Place } from './place';
import type { Why } from './why';

/** A piece of evidence as a line names it. */
export interface Piece {
  readonly ref: Ref;
  readonly open: boolean;
  /** Day, UTC. */
  readonly at: string;
  /** What the customer thought of it, 1 to 5. */
  readonly rating?: number;
}

/** A customer's revenue a year, where it decides what the customer weighs. */
export interface Revenue {
  readonly customer?: string;
  readonly amount: number;
  readonly currency: string;
  readonly weighs: number;
}

/** Why there is nothing, where that counts as zero. */
export type Nothing =
  | {
      readonly kind:
        'noIncident' | 'noCustomer' | 'noneWaits' | 'noneBlocks' | 'noLink' | 'noRatings';
    }
  | { readonly kind: 'incidentsOlder'; readonly days: number }
  | { readonly kind: 'noVoice'; readonly of: 'support' | 'report' }
  | { readonly kind: 'noAgreement'; readonly why?: string }
  | { readonly kind: 'empty' | 'saysNone'; readonly place: Place };

/** Where a line's fact comes from. Days are ISO dates, UTC. */
export type Source =
  | Place
  | Nothing
  | (Piece & {
      readonly kind: 'incident';
      readonly severity: Severity;
      /** The incident says none, and the rubric's was taken. */
      readonly assumed?: true;
    })
  | (Piece & { readonly kind: 'support' | 'report' | 'usage'; readonly revenue?: Revenue })
  | { readonly kind: 'waits' | 'blocks' | 'linked'; readonly ref: IssueRef }
  | {
      readonly kind: 'ratings';
      readonly combine: 'mean' | 'median';
      readonly count: number;
      readonly at: string;
    }
  /** How many there are, told to somebody who may not know yet what they come to. */
  | { readonly kind: 'ratingCount'; readonly count: number }
  | Disagreement
  | { readonly kind: 'more'; readonly count: number }
  /** Linked issues beside these that were not looked at, as there are so many. */
  | { readonly kind: 'leftOut'; readonly count: number }
  /** Resolved pieces beside these that are no longer listed one by one, and the day on which the latest was resolved. */
  | {
      readonly kind: 'summedUp';
      readonly of: 'incident' | 'support' | 'report' | 'usage';
      readonly count: number;
      readonly latest: string;
      /** The line does not count them. */
      readonly uncounted?: true;
    }
  | { readonly kind: 'held'; readonly most: number; readonly unit: '' | ' %' }
  | {
      readonly kind: 'assumed';
      readonly value: number;
      readonly unit?: string;
      readonly why: Why;
    }
  | {
      readonly kind: 'neutral';
      readonly inputs: readonly { readonly name: string; readonly value: number }[];
    }
  | { readonly kind: 'due'; readonly at: string }
  | { readonly kind: 'breach'; readonly ref: Ref }
  | {
      readonly kind: 'openIncident';
      readonly severity: Severity;
      readonly ref: Ref;
      readonly at: string;
    }
  | { readonly kind: 'ownScore'; readonly score: number; readonly ref: Ref }
  /** A person's own words. */
  | { readonly kind: 'reason'; readonly text: string; readonly at: string }
  | { readonly kind: 'until'; readonly day: string }
  | Recorded;

/** As an older version of Ballast put it, with what its words were known to mean. */
export interface Recorded {
  readonly kind: 'recorded';
  readonly text: string;
  readonly ref?: Ref;
  readonly at?: string;
  readonly piece?: { readonly noun: Noun; readonly open: boolean };
  /** How many ratings the line came from. */
  readonly ratings?: number;
  /** The line listed more than was kept. */
  readonly more?: true;
}
