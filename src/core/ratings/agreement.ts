import type { Rubric } from '../rubric/schema/schema';
import type { Vote } from './rating';
import { dayNumberOf } from '../time/utc-day';

/** What several people's votes on one criterion come to. */
export interface Alignment {
  readonly combined: number;
  readonly lowest: number;
  readonly highest: number;
  /** Share of the scale between the lowest and the highest vote, 0–1. */
  readonly spread: number;
  readonly strong: boolean;
  /** Everybody whose vote counts, the farthest from the combined value first. */
  readonly voters: readonly Voter[];
}

export interface Voter {
  readonly by: string;
  readonly value: number;
  /** How far above (or below: negative) the combined value. */
  readonly off: number;
  readonly at: string;
}

export interface Scale {
  readonly min: number;
  readonly max: number;
}

/** What ratings of a criterion go by. */
export interface RatingRules {
  readonly scale: Scale;
  readonly settings: Rubric['votes'];
}

/** Everybody's newest vote that has not expired and lies on the scale; null when nobody has one. */
export function alignVotes(
  votes: readonly Vote[],
  { min, max }: Scale,
  settings: Rubric['votes'],
  today: number,
): Alignment | null {
  const newest = new Map<string, Vote>();
  for (const vote of votes) {
    if (!(vote.value >= min && vote.value <= max) || expired(vote, settings, today)) continue;
    const before = newest.get(vote.by);
    if (
      before === undefined ||
      vote.at > before.at ||
      (vote.at === before.at && vote.value > before.value)
    )
      newest.set(vote.by, vote);
  }
  const values = [...newest.values()].map(({ value }) => value).sort((a, b) => a - b);
  const [lowest, highest] = [values[0], values.at(-1)];
  if (lowest === undefined || highest === undefined) return null;
  const combined = settings.combine === 'mean' ? mean(values) : median(values);
  const spread = (highest - lowest) / (max - min);
  const voters = [...newest.values()].map(({ by, value, at }) => ({
    by,
    value,
    off: round(value - combined),
    at,
  }));
  voters.sort((a, b) => Math.abs(b.off) - Math.abs(a.off) || (a.by < b.by ? -1 : 1));
  return {
    combined,
    lowest,
    highest,
    spread,
    strong: spread >= settings.strongDisagreement,
    voters,
  };
}

function expired(vote: Vote, { expireAfterDays }: Rubric['votes'], today: number): boolean {
  if (expireAfterDays === null) return false;
  const day = dayNumberOf(vote.at);
  return day === null || today - day > expireAfterDays;
}

function mean(sorted: readonly number[]): number {
  return round(sorted.reduce((sum, value) => sum + value, 0) / sorted.length);
}

function median(sorted: readonly number[]): number {
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)] ?? 0;
  return Number.isInteger(middle) ? round(((sorted[middle - 1] ?? upper) + upper) / 2) : upper;
}

/** To millionths: sums of fractions leave dust in the last digits, which no vote is about. */
function round(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
