import type { LaneMember } from './breakdown';
import { amongEquals } from './tie-order';

/** Scores closer than this say nothing about which comes first: they are shown as a tie. In points of the score. */
export const TIE_MARGIN = 1;

export interface Rank {
  /** 1 is the highest; issues that tie share a place. */
  readonly place: number;
  readonly of: number;
  /** The others whose score is similar, highest first. */
  readonly ties: readonly LaneMember[];
  /** The nearest clearly higher ones, the nearest first; then the nearest clearly lower ones. */
  readonly above: readonly LaneMember[];
  readonly below: readonly LaneMember[];
}

/** Where an issue stands among those of its lane; null without a score. */
export function rankIn(lane: readonly LaneMember[], issueId: string): Rank | null {
  const scored = lane.filter(
    (member): member is LaneMember & { readonly score: number } => member.score !== null,
  );
  const own = scored.find(({ id }) => id === issueId);
  if (own === undefined) return null;
  // In tenths, so that 62.3 and 61.3 are a whole point apart in floating point too.
  const lead = (score: number): number =>
    (Math.round(score * 10) - Math.round(own.score * 10)) / 10;
  // The id says nothing of the work: it only keeps the order the same from one look to the next.
  const highestFirst = [...scored].sort(
    (a, b) => b.score - a.score || amongEquals(a, b) || (a.id < b.id ? -1 : 1),
  );
  const above = highestFirst.filter(({ score }) => lead(score) >= TIE_MARGIN);
  const below = highestFirst.filter(({ score }) => lead(score) <= -TIE_MARGIN);
  const ties = highestFirst.filter(
    ({ id, score }) => id !== issueId && Math.abs(lead(score)) < TIE_MARGIN,
  );
  return { place: above.length + 1, of: scored.length, ties, above: above.reverse(), below };
}
