import type { Vote } from './rating';
import { alignVotes, type Alignment, type RatingRules } from './agreement';

/** What a person may know of the votes on a criterion. */
export type ShownVotes =
  | { readonly state: 'shown'; readonly alignment: Alignment | null }
  | { readonly state: 'hidden'; readonly count: number };

/** Nobody is swayed: what others think stays hidden until one has a vote that counts, unless the rubric says otherwise. */
export function shownVotes(
  votes: readonly Vote[],
  viewer: string,
  { scale, settings }: RatingRules,
  today: number,
): ShownVotes {
  const alignment = alignVotes(votes, scale, settings, today);
  if (
    alignment === null ||
    !settings.hiddenUntilVoted ||
    alignment.voters.some(({ by }) => by === viewer)
  )
    return { state: 'shown', alignment };
  return { state: 'hidden', count: alignment.voters.length };
}
