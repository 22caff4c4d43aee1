import { describeBecause } from '../../../src/core/describe/describe-because';
import { describeSource, type DescribedSource } from '../../../src/core/describe/describe-source';
import { describeValue } from '../../../src/core/describe/describe-value';
import { describeWhy } from '../../../src/core/describe/describe-why';
import { scoreIssue, type ScoreInput } from '../../../src/core/score-card/score-issue';
import { cardOf } from './signals-of';
import { cardOfValues } from './values-of';
import type { Line, Missing, ScoreCard } from '../../../src/core/score-card/score-card';

export type DescribedLine = Omit<Line, 'value' | 'from'> & {
  readonly value: number | string | null;
  readonly from: readonly DescribedSource[];
};
type DescribedMissing = Omit<Missing, 'why'> & { readonly why: string };

export type DescribedCard = Omit<ScoreCard, 'because' | 'horizonBecause' | 'lines' | 'missing'> & {
  readonly because: string;
  readonly horizonBecause: string;
  readonly lines: readonly DescribedLine[];
  readonly missing: readonly DescribedMissing[];
};

/** A card as people read it. */
export function described(card: ScoreCard): DescribedCard {
  return {
    ...card,
    because: describeBecause(card.because),
    horizonBecause: describeBecause(card.horizonBecause),
    lines: card.lines.map(describedLine),
    missing: card.missing.map((one) => ({ ...one, why: describeWhy(one.why) })),
  };
}

export function describedLine(line: Line): DescribedLine {
  return {
    ...line,
    value: line.value === null ? null : describeValue(line.value),
    from: line.from.map(describeSource),
  };
}

/** The card of an issue, as people read it. */
export function readCardOf(...given: Parameters<typeof cardOf>): DescribedCard {
  return described(cardOf(...given));
}

export function readCardOfValues(...given: Parameters<typeof cardOfValues>): DescribedCard {
  return described(cardOfValues(...given));
}

export function readScoreIssue(input: ScoreInput): DescribedCard {
  return described(scoreIssue(input));
}
