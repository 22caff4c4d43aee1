import type { Rubric } from '../../rubric/schema/schema';
import type { Provenance } from '../../issue/reading';
import type { Vote } from '../../ratings/rating';
import { alignVotes, type Alignment, type Scale } from '../../ratings/agreement';
import { blank, fromCurve, inWords, type Measured, type OpenPoints } from './measured';
import type { CriterionPlan } from './criterion-plan';
import { counted } from '../../text/wording';

const NOBODY = 'nobody voted';

/** What people answered when Ballast asked them. Who voted how is not told here: that is for those who have voted themselves. */
export function measureVotes(
  plan: CriterionPlan,
  votes: readonly Vote[],
  scale: Scale,
  settings: Rubric['votes'],
  today: number,
): Measured {
  const alignment = alignVotes(votes, scale, settings, today);
  if (alignment === null)
    return blank(
      plan,
      NOBODY,
      votes.length === 0 ? NOBODY : 'every vote has expired or is off the scale',
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
      { text: `${settings.combine} of ${counted(voters.length, 'vote')}`, at: newest(alignment) },
      ...(alignment.strong ? [{ text: disagreement(alignment) }] : []),
    ],
  }));
  const open =
    measured.state === 'known' && alignment.strong
      ? openPoints(plan, alignment, measured.points)
      : null;
  return measured.state === 'known' && open !== null ? { ...measured, open } : measured;
}

/** How many votes a line came from, by its own words; null for a line that is no rating. */
export function votesBehind(from: readonly Provenance[]): number | null {
  const [first] = from;
  if (first?.text === NOBODY) return 0;
  const told = /^(?:mean|median) of (\d+) votes?$/.exec(first?.text ?? '');
  return told === null ? null : Number(told[1]);
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

function disagreement({ lowest, highest, voters }: Alignment): string {
  return `${counted(voters.length, 'vote')} from ${lowest} to ${highest}: they disagree strongly`;
}

function newest({ voters }: Alignment): string {
  return voters.reduce((latest, { at }) => (at > latest ? at : latest), '');
}
