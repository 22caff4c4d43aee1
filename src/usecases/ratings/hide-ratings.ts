import type { Source } from '../../core/provenance/source';
import type { Why } from '../../core/provenance/why';
import { ratedIn } from '../../core/ratings/rated-criteria';
import { dayNumber } from '../../core/time/utc-day';
import type { ScoreCard } from '../../core/score-card/score-card';
import { shownVotes } from '../../core/ratings/visible-ratings';
import { votesOn } from '../../core/ratings/rating';
import type { ScoredIssue } from '../ports/reactions';

/** Told where people disagree, to somebody who is not to be swayed by it. */
export const WHY_HIDDEN: Why = { kind: 'ratingsHidden' };

/** A criterion that people rate, and whether this person has a rating that counts. */
export interface RatedBy {
  readonly id: string;
  readonly label: string;
  readonly voted: boolean;
  readonly hidden: boolean;
}

/** How this person stands to the criteria that the rubric asks people to rate; empty for a closed issue. */
export function ratedBy(
  me: string,
  { entry, inForce }: Pick<ScoredIssue, 'entry' | 'inForce'>,
  now: Date,
): readonly RatedBy[] {
  const { signals } = entry;
  if (signals === null) return [];
  return ratedIn(inForce.rubric).map(({ id, label, signal }) => {
    const votes = votesOn(signals.votes, id);
    const settings = inForce.rubric.votes;
    const shown = shownVotes(votes, me, { scale: signal, settings }, dayNumber(now));
    return {
      id,
      label,
      hidden: shown.state === 'hidden',
      voted:
        shown.state === 'shown' && shown.alignment?.voters.some(({ by }) => by === me) === true,
    };
  });
}

/** The card without what the votes hidden from a person came to. Contributions stay, since they add up to a score that everybody sees. */
export function withoutHiddenVotes(card: ScoreCard, rated: readonly RatedBy[]): ScoreCard {
  const hidden = new Set(rated.flatMap((one) => (one.hidden ? [one.id] : [])));
  if (hidden.size === 0) return card;
  return {
    ...card,
    lines: card.lines.map((line) =>
      hidden.has(line.id)
        ? {
            ...line,
            value: { kind: 'hiddenRating' } as const,
            points: null,
            from: line.from.slice(0, 1).map(howMany),
          }
        : line,
    ),
    missing: card.missing.map((one) => (hidden.has(one.id) ? { ...one, why: WHY_HIDDEN } : one)),
  };
}

/** How many ratings there are, without what they come to. */
function howMany(source: Source): Source {
  return source.kind === 'ratings'
    ? { kind: 'ratingCount', count: source.count }
    : { kind: 'rating' };
}
