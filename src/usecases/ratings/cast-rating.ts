import { dayOf } from '../../core/time/utc-day';
import { ratedIn, type Rated } from '../../core/ratings/rated-criteria';
import { votesOn, withoutVote, withVote } from '../../core/ratings/rating';
import { Declined } from '../ports/failures';
import type { Asking } from '../ports/world';
import { mustBeAllowed } from '../overrides/override-context';
import { requestRescore } from '../scoring/request-rescore';
import { openRatings, type RatingContext } from './rating-access';

/** What one record can hold beside overrides and evidence, with room to spare. */
export const MOST_VOTERS = 300;

/**
 * Keeps a person's rating of one criterion, in place of an earlier one, and has the issue scored again: many votes within
 * moments are scored together.
 * @throws Forbidden by the decision rights, Declined off the scale or for a criterion that nobody is asked to rate
 */
export async function castVote(
  issueId: string,
  criterionId: string,
  value: number,
  asking: Asking,
): Promise<void> {
  const { me, now, world } = asking;
  const context = await openRatings(issueId, asking);
  mustBeAllowed(context.verdict);
  const {
    label,
    signal: { min, max },
  } = ratedCalled(criterionId, context);
  if (!(value >= min && value <= max))
    throw new Declined(
      `${value} is not on the scale of ${label}, from ${min} to ${max}`,
      'Choose a value on the scale.',
    );
  await world.votes.change(issueId, (votes) => {
    const next = withVote(votes, criterionId, {
      by: me,
      value,
      at: dayOf(now),
    });
    if (votesOn(next, criterionId).length > MOST_VOTERS)
      throw new Declined(
        `${MOST_VOTERS} people have rated ${label} already`,
        'That is as many as Ballast keeps: the score would hardly move.',
      );
    return next;
  });
  await requestRescore([issueId], 'read', world);
}

/** Takes a person's own rating back; without effect when there is none. Who may no longer rate may still do that. */
export async function withdrawVote(
  issueId: string,
  criterionId: string,
  asking: Asking,
): Promise<void> {
  const context = await openRatings(issueId, asking);
  if (!votesOn(context.votes, criterionId).some(({ by }) => by === asking.me)) return;
  await asking.world.votes.change(issueId, (votes) => withoutVote(votes, criterionId, asking.me));
  await requestRescore([issueId], 'read', asking.world);
}

function ratedCalled(id: string, { inForce }: RatingContext): Rated {
  const found = ratedIn(inForce.rubric).find((criterion) => criterion.id === id);
  if (found === undefined)
    throw new Declined(
      'The rubric no longer asks people to rate this',
      'Reload the page: the rubric has changed since it was opened.',
    );
  return found;
}
