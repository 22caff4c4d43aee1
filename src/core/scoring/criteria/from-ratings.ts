import type { Disagreement } from '../../provenance/place';
import type { Source } from '../../provenance/source';
import type { Vote } from '../../ratings/rating';
import { alignVotes, type Alignment, type RatingRules } from '../../ratings/agreement';
import { blank, fromCurve, inWords, type Measured, type OpenPoints } from './measured';
import type { CriterionPlan } from './criterion-plan';
import { counted } from '../../text/wording';

/** What people answered when Ballast asked them. Who voted how is not told here: that is for those who have voted themselves. */
export function measureVotes(
  plan: CriterionPlan,
  votes: readonly Vote[],
  { scale, settings }: RatingRules,
  today: number,
): Measured {
  const alignment = alignVotes(votes, scale, settings, today);
  if (alignment === null)
    return blank(
      plan,
      { kind: 'noRatings' },
      { kind: votes.length === 0 ? 'noRatings' : 'ratingsLapsed' },
    );
  const { combined, voters } = alignment;
  const measured = fromCurve(plan, combined, () => ({
    // The reasons stand in a field of the issue, where everybody reads them before voting.
    value: combined,
    phrase: inWords(
      plan,
      settings.hiddenUntilVoted ? `by ${counted(voters.length, 'vote')}` : combined,
    ),
    from: [
      {
        kind: 'ratings',
        combine: settings.combine,
        count: voters.length,
        at: newest(alignment),
      },
      ...(alignment.strong ? [disagreement(alignment)] : []),
    ],
  }));
  const open =
    measured.state === 'known' && alignment.strong
      ? openPoints(plan, alignment, measured.points)
      : null;
  return measured.state === 'known' && open !== null ? { ...measured, open } : measured;
}

/** How many ratings a line came from; null for a line that is no rating. */
export function ratingsBehind([first]: readonly Source[]): number | null {
  switch (first?.kind) {
    case 'ratings':
      return first.count;
    case 'noRatings':
      return 0;
    case 'recorded':
      return first.ratings ?? null;
    default:
      return null;
  }
}

/** The points that any of the votes alone would give. */
function openPoints(plan: CriterionPlan, alignment: Alignment, points: number): OpenPoints {
  const each = alignment.voters.map(({ value }) => plan.curve.at(value) ?? points);
  return {
    low: Math.min(points, ...each),
    high: Math.max(points, ...each),
    why: disagreement(alignment),
  };
}

function disagreement({ lowest, highest, voters }: Alignment): Disagreement {
  return { kind: 'disagreement', count: voters.length, lowest, highest };
}

function newest({ voters }: Alignment): string {
  return voters.reduce((latest, { at }) => (at > latest ? at : latest), '');
}
