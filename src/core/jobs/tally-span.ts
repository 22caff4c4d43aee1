import { ownMember } from '../terms/own-member';
import { storedBytes } from '../terms/stored-bytes';
import type { Job, Span } from './job';

/** Of the 240 KiB that the record of a job may have: some thousands of projects. */
export const TALLY_BYTES = 120 * 1_024;

const EVERYTHING: Span = { after: '', upTo: null };

export function spanOf({ span = EVERYTHING }: Pick<Job, 'span'>): Span {
  return span;
}

export function isWithin(project: string, { after, upTo }: Span): boolean {
  return project > after && (upTo === null || project <= upTo);
}

/**
 * The counts that one record takes, of the first projects by name, and the span that they are of: the others are counted in a pass of
 * their own. Whatever is within the span was counted from the beginning, so that a narrower one loses none.
 */
export function thatFit(
  tally: Readonly<Record<string, number>>,
  span: Span,
): { readonly tally: Readonly<Record<string, number>>; readonly span: Span } {
  if (storedBytes(tally) <= TALLY_BYTES) return { tally, span };
  const names = Object.keys(tally).sort();
  const kept = names.slice(0, Math.ceil(names.length / 2));
  const upTo = kept.at(-1) ?? span.upTo;
  const fewer = Object.fromEntries(kept.map((name) => [name, ownMember(tally, name) ?? 0]));
  return kept.length === names.length ? { tally, span } : thatFit(fewer, { ...span, upTo });
}
