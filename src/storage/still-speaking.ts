import { readBatch } from './batches';
import { EVIDENCE_ENTITY, storedOf, type EvidenceRecord } from './evidence-record';

/** So many of the newest keys may have no record yet, as a piece is listed before it is written. */
const MAY_COME = 50;

/**
 * Of these keys of evidence, in their order, all that are open and as many of the others as `most` leaves room for: those that were
 * resolved last, as what was resolved long ago hardly counts. What was withdrawn or merged says nothing, and goes first.
 */
export async function stillSpeaking(
  keys: readonly string[],
  most: number,
): Promise<readonly string[]> {
  const records = await readBatch<EvidenceRecord>(EVIDENCE_ENTITY, keys);
  const silent: { readonly key: string; readonly at: number }[] = [];
  const speaking = new Set(keys.slice(-MAY_COME).filter((key) => !records.has(key)));
  for (const [key, record] of records) {
    const { at, value } = storedOf(record).kept.state;
    if (value.is === 'open' && value.mergedInto === null) speaking.add(key);
    else if (value.is === 'resolved' && value.mergedInto === null) silent.push({ key, at });
  }
  const newest = silent.toSorted((a, b) => b.at - a.at).slice(0, Math.max(0, most - speaking.size));
  for (const { key } of newest) speaking.add(key);
  return keys.filter((key) => speaking.has(key));
}
