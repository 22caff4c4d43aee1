import type { IssueAsk } from './asks';

export interface VotesContract {
  /** The votes on every criterion that the rubric asks people to rate, as far as this person may know them. */
  readonly 'votes.view': { readonly ask: IssueAsk; readonly answer: VotesView };
  /** Rates one criterion, in place of the person's earlier rating. */
  readonly 'votes.cast': { readonly ask: IssueAsk & VoteCast; readonly answer: VotesView };
  /** Takes the person's own rating back. */
  readonly 'votes.withdraw': {
    readonly ask: IssueAsk & VoteWithdrawal;
    readonly answer: VotesView;
  };
}

/** What a person answers when asked to rate a criterion. */
export interface VoteCast {
  /** Id of the criterion. */
  readonly criterion: string;
  /** On the criterion's scale, both ends included. */
  readonly value: number;
}

export interface VoteWithdrawal {
  readonly criterion: string;
}

/** One person's vote, as those who have voted themselves see it. */
export interface VoterView {
  /** Display name. */
  readonly name: string;
  readonly me: boolean;
  readonly value: number;
  /** How far above what all come to; below: negative. */
  readonly off: number;
  /** Day, UTC. */
  readonly at: string;
}

/** `hidden`: how many there are and nothing else, until the person has voted. */
export type VotesOnView =
  | { readonly state: 'none' }
  | { readonly state: 'hidden'; readonly count: number }
  | {
      readonly state: 'shown';
      readonly combined: number;
      readonly lowest: number;
      readonly highest: number;
      /** Share of the scale between the lowest and the highest, 0–1. */
      readonly spread: number;
      /** They disagree so much that the score's range stays open. */
      readonly strong: boolean;
      /** The farthest from what all come to first. */
      readonly voters: readonly VoterView[];
    };

export interface RatedView {
  readonly id: string;
  readonly label: string;
  readonly min: number;
  readonly max: number;
  /** This person's own rating; `counts` is false once it has expired or is off the scale. `until` is the last day on which it counts; null for ever. */
  readonly mine: {
    readonly value: number;
    readonly at: string;
    readonly counts: boolean;
    readonly until: string | null;
  } | null;
  readonly votes: VotesOnView;
}

export interface VotesView {
  readonly criteria: readonly RatedView[];
  readonly combine: 'mean' | 'median';
  readonly may: { readonly may: true } | { readonly may: false; readonly why: string };
}
