import type { RatedView, VotesOnView, VotesView } from '../../../../../../src/contract/votes';
import { amount, count } from '../../../shared/text/format-number';

const LEVELS = ['very low', 'low', 'medium', 'high', 'very high'] as const;
/** Beyond so many steps a scale is typed into, not chosen from. */
const MOST_STEPS = 11;

type Scale = Pick<RatedView, 'min' | 'max'>;
type Shown = Extract<VotesOnView, { state: 'shown' }>;

export interface Step {
  readonly value: number;
  /** `4 · high`; a number alone where several would be called the same. */
  readonly words: string;
}

/** The whole numbers of a scale, with words where they tell the numbers apart; null for a scale too long or too fine to choose from. */
export function stepsOf({ min, max }: Scale): readonly Step[] | null {
  if (!Number.isInteger(min) || !Number.isInteger(max) || max - min + 1 > MOST_STEPS) return null;
  const values = Array.from({ length: max - min + 1 }, (_, n) => min + n);
  const named = values.length <= LEVELS.length ? values : [min, (min + max) / 2, max];
  return values.map((value) => ({
    value,
    words: named.includes(value) ? `${value} · ${levelOf(value, { min, max })}` : String(value),
  }));
}

/** What a value means on its scale: `high`. */
export function levelOf(value: number, { min, max }: Scale): string {
  const share = max === min ? 0 : (value - min) / (max - min);
  return (
    LEVELS[Math.min(LEVELS.length - 1, Math.max(0, Math.round(share * (LEVELS.length - 1))))] ?? ''
  );
}

/** What the votes come to: `Median 4 of 1 to 5 (high), from 3 people.` */
export function togetherText(
  { combined, voters }: Shown,
  scale: Scale,
  combine: VotesView['combine'],
): string {
  const what = combine === 'mean' ? 'Mean' : 'Median';
  return `${what} ${amount(combined)} on a scale of ${scale.min} to ${scale.max} (${levelOf(combined, scale)}), from ${count(voters.length, 'person', 'people')}.`;
}

/** How far people agree, and what it means for the score. */
export function alignmentText({ voters, spread, strong, lowest, highest }: Shown): string {
  if (voters.length === 1) return 'Nobody else has rated it yet.';
  if (strong)
    return `They disagree strongly, from ${amount(lowest)} to ${amount(highest)}: until that is settled, the score’s range stays open.`;
  if (spread === 0) return 'All agree.';
  return `They lie between ${amount(lowest)} and ${amount(highest)}: close enough for the score to count on.`;
}

/** How far one vote is from what all come to: `3 below`, `the same`. */
export function offText(off: number): string {
  if (off === 0) return 'the same';
  return `${amount(Math.abs(off))} ${off > 0 ? 'above' : 'below'}`;
}

/** What stays hidden, and why. */
export function hiddenText(hidden: number): string {
  return `${count(hidden, 'person has', 'people have')} rated it. You see how once you have given your own rating, so that nobody is swayed.`;
}
