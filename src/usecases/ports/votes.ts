import type { Votes } from '../../core/ratings/rating';

/** What people answered when Ballast asked them to rate an issue. */
export interface VoteRecords {
  /** Strongly consistent. */
  of(issueId: string): Promise<Votes>;
  /** Applies a change to the newest votes, again if somebody else votes at the same moment: so no vote is lost. */
  change(issueId: string, change: (votes: Votes) => Votes): Promise<void>;
}
