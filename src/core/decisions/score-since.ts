import type { Line, ScoreCard } from '../score-card/score-card';
import type { KeptLine } from './decision';
import type { Movement } from '../provenance/move-cause';
import { firstSources } from '../provenance/first-sources';
import { whyItMoved } from './why-it-moved';

/** How many sources of a line are kept; beyond that only their number. */
const KEPT_SOURCES = 8;

/** An earlier score with its lines. */
export interface EarlierScore {
  readonly score: number | null;
  readonly lines: readonly KeptLine[];
}

interface Circumstances {
  readonly rubricChanged: boolean;
}

/** Compact enough to be kept with every decision. */
export function keptLines(lines: readonly Line[]): readonly KeptLine[] {
  return lines.map(({ id, label, value, points, factor, contribution, from }) => ({
    id,
    label,
    value,
    points,
    contribution,
    ...(factor === undefined ? {} : { factor }),
    from: firstSources(from, KEPT_SOURCES),
  }));
}

/** Why the score moved since lines that were kept; what they do not explain of the earlier score (another rubric, what it inherited) is one move of its own. */
export function scoreSince(
  earlier: EarlierScore,
  card: ScoreCard,
  { rubricChanged }: Circumstances,
): Movement {
  const contributions = earlier.lines.reduce(
    (tenths, { contribution }) => tenths + Math.round(contribution * 10),
    0,
  );
  const gap = Math.round((earlier.score ?? 0) * 10) - contributions;
  const label = rubricChanged
    ? 'what the earlier rubric made of it'
    : 'what it inherited or was given by hand';
  const lines = earlier.lines.map((line) => ({ ...line, pillar: null, weight: null }));
  const rest: Line = {
    id: 'unexplained',
    pillar: null,
    label,
    value: null,
    points: null,
    weight: null,
    contribution: gap / 10,
    from: [],
  };
  return whyItMoved(
    { ...card, score: earlier.score, lines: gap === 0 ? lines : [...lines, rest] },
    card,
    { rubricChanged },
  );
}
