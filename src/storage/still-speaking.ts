import type { KeptEvidence } from '../core/evidence-feeds/kept-evidence';
import type { Silent } from '../core/terms/summed-up';
import { dayNumber } from '../core/time/utc-day';
import { readBatch } from './batches';
import { EVIDENCE_ENTITY, storedOf, type EvidenceRecord } from './evidence-record';

/** So many of the newest keys may be about to say something else, as a piece is listed before it is written. */
const MAY_COME = 50;

interface Speaking {
  /** In their order. */
  readonly keys: readonly string[];
  /** What was resolved, counts for the issue, and is not among them any more. */
  readonly silent: readonly Silent[];
}

/**
 * Of these keys of evidence all that are open, or about to come, and as many of the others as `most` leaves room for: those that were
 * resolved last, as what was resolved long ago hardly counts. What says nothing for the issue goes first.
 */
export async function stillSpeaking(
  keys: readonly string[],
  most: number,
  issueId: string,
): Promise<Speaking> {
  const records = await readBatch<EvidenceRecord>(EVIDENCE_ENTITY, keys);
  const resolved: { readonly key: string; readonly at: number; readonly silent: Silent }[] = [];
  const speaking = new Set(keys.slice(-MAY_COME));
  for (const [key, record] of records) {
    const { kept } = storedOf(record);
    const { at, value } = kept.state;
    if (value.is === 'open' && value.mergedInto === null) speaking.add(key);
    const silent = asSilent(kept, issueId);
    if (silent !== null && !speaking.has(key)) resolved.push({ key, at, silent });
  }
  resolved.sort((a, b) => b.at - a.at);
  const room = Math.max(0, most - speaking.size);
  for (const { key } of resolved.slice(0, room)) speaking.add(key);
  return {
    keys: keys.filter((key) => speaking.has(key)),
    silent: resolved.slice(room).map(({ silent }) => silent),
  };
}

/** A piece as it is summed up for an issue; null for what would not be: it is open, or says nothing for it. */
export function asSilent(kept: KeptEvidence, issueId: string): Silent | null {
  const { at, value } = kept.state;
  if (value.is !== 'resolved' || value.mergedInto !== null) return null;
  if (![...kept.listed.value, ...kept.added].includes(issueId)) return null;
  return { kind: kept.kind.value, level: kept.level.value, day: dayNumber(new Date(at)) };
}
