import { daysAfter } from '../../core/time/utc-day';
import type { RatedView, VotesOnView, VotesView } from '../../contract/votes';
import { ratedIn, type Rated } from '../../core/ratings/rated-criteria';
import { votesOn, type Vote } from '../../core/ratings/rating';
import { shownVotes, type ShownVotes } from '../../core/ratings/visible-ratings';
import type { Asking } from '../ports/world';
import { openRatings } from './rating-access';

/** The votes on every criterion that people rate. Those that are hidden from this person stay out of the answer altogether. */
export async function viewVotes(issueId: string, asking: Asking): Promise<VotesView> {
  const { inForce, votes, verdict, today } = await openRatings(issueId, asking);
  const settings = inForce.rubric.votes;
  const rated = ratedIn(inForce.rubric).map((criterion) => {
    const all = votesOn(votes, criterion.id);
    const shown = shownVotes(all, asking.me, { scale: criterion.signal, settings }, today);
    return { criterion, shown, mine: all.find(({ by }) => by === asking.me) };
  });
  const voters = rated.flatMap(({ shown }) => votersIn(shown));
  const names = await asking.people.names(voters.map(({ by }) => by));
  return {
    criteria: rated.map(({ criterion, shown, mine }) => ({
      ...scaleOf(criterion),
      mine: mine === undefined ? null : ownView(mine, shown, settings.expireAfterDays),
      votes: votesView(shown, names, asking.me),
    })),
    combine: settings.combine,
    may: verdict.may ? { may: true } : { may: false, why: verdict.why },
  };
}

function scaleOf({
  id,
  label,
  signal: { min, max },
}: Rated): Pick<RatedView, 'id' | 'label' | 'min' | 'max'> {
  return { id, label, min, max };
}

function votersIn(shown: ShownVotes) {
  return shown.state === 'shown' ? (shown.alignment?.voters ?? []) : [];
}

function ownView(
  { by, value, at }: Vote,
  shown: ShownVotes,
  expireAfterDays: number | null,
): RatedView['mine'] {
  const counts = votersIn(shown).some((voter) => voter.by === by);
  return { value, at, counts, until: lastDay(at, expireAfterDays) };
}

function votesView(shown: ShownVotes, names: ReadonlyMap<string, string>, me: string): VotesOnView {
  if (shown.state === 'hidden') return { state: 'hidden', count: shown.count };
  if (shown.alignment === null) return { state: 'none' };
  const { combined, lowest, highest, spread, strong, voters } = shown.alignment;
  return {
    state: 'shown',
    combined,
    lowest,
    highest,
    spread,
    strong,
    voters: voters.map(({ by, value, off, at }) => ({
      name: names.get(by) ?? 'somebody',
      me: by === me,
      value,
      off,
      at,
    })),
  };
}

function lastDay(at: string, days: number | null): string | null {
  return days === null ? null : daysAfter(at, days);
}
