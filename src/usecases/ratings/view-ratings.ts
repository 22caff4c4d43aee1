import { shownVotes, type ShownVotes } from '../../core/ratings/visible-ratings';
import type { Verdict } from '../../core/overrides/decision-rights';
import { votesOn, type Vote } from '../../core/ratings/rating';
import { ratedIn, type Rated } from '../../core/ratings/rated-criteria';
import type { Rubric } from '../../core/rubric/schema/schema';
import type { Asking } from '../overrides/override-desk';
import { openVoteDesk } from './rating-access';

export interface RatedVotes {
  readonly criterion: Rated;
  /** What this person may know of them. */
  readonly shown: ShownVotes;
  /** This person's own vote, and whether it still counts. */
  readonly mine: { readonly vote: Vote; readonly counts: boolean } | null;
}

export interface VotesShown {
  readonly rated: readonly RatedVotes[];
  readonly verdict: Verdict;
  readonly settings: Rubric['votes'];
  /** Display names by account id, of those alone whose votes are shown. */
  readonly names: ReadonlyMap<string, string>;
}

/** The votes on every criterion that people rate. Those that are hidden from this person stay out of the answer altogether. */
export async function viewVotes(issueId: string, asking: Asking): Promise<VotesShown> {
  const { inForce, votes, verdict, today } = await openVoteDesk(issueId, asking);
  const settings = inForce.rubric.votes;
  const rated = ratedIn(inForce.rubric).map((criterion): RatedVotes => {
    const all = votesOn(votes, criterion.id);
    const shown = shownVotes(all, asking.me, criterion.signal, settings, today);
    const vote = all.find(({ by }) => by === asking.me);
    const counts =
      shown.state === 'shown' &&
      shown.alignment?.voters.some(({ by }) => by === asking.me) === true;
    return { criterion, shown, mine: vote === undefined ? null : { vote, counts } };
  });
  const voters = rated.flatMap(({ shown }) =>
    shown.state === 'shown' ? (shown.alignment?.voters ?? []) : [],
  );
  return { rated, verdict, settings, names: await asking.people.names(voters.map(({ by }) => by)) };
}
