import { storedBytes } from '../terms/stored-bytes';
import { sameName } from '../text/same-name';
import { dayNumberOf } from '../time/utc-day';
import type { RecordedEvidence } from './recorded';
import type { Evidence, LeftOut } from './signal';
import { summedUpWith, type SummedUp } from '../terms/summed-up';

/**
 * Bytes of what sources wrote, in all recorded evidence that an issue's signals list piece by piece: the ledger keeps them as one text
 * beside everything else, in which words of people's choosing can be packed no smaller and take a third more.
 */
const MOST_BYTES = 100 * 1_024;

interface Recorded {
  readonly listed: readonly RecordedEvidence[];
  readonly summedUp: readonly SummedUp[];
  /** Open pieces for which there is no room either, by kind. */
  readonly leftOut: LeftOut;
}

/** What is left out first where even the open pieces are too many. */
const LEAST_TELLING: readonly RecordedEvidence['kind'][] = [
  'usage',
  'report',
  'support',
  'incident',
];

/**
 * All that is open, what is told of an issue that is linked, and of the rest what was resolved last, as far as there is room: the others
 * are summed up with what was before. Where the open ones alone are too many, incidents go first and then the newest, and how many are
 * left out is counted. The order of the pieces changes nothing.
 */
export function withinRoom(
  recorded: readonly RecordedEvidence[],
  summedUp: readonly SummedUp[],
  linked: readonly Evidence[],
): Recorded {
  let bytes = recorded.reduce((sum, one) => sum + bytesOf(one), 0);
  if (bytes <= MOST_BYTES) return { listed: recorded, summedUp, leftOut: {} };
  const keys = new Set(linked.flatMap(({ key }) => (key === undefined ? [] : [sameName(key)])));
  const oldest = recorded
    .filter(({ externalId, twin = externalId }) => !(twin !== null && keys.has(sameName(twin))))
    .toSorted((a, b) => (a.at === b.at ? (nameOf(a) < nameOf(b) ? -1 : 1) : a.at < b.at ? -1 : 1));
  const silent = new Set<RecordedEvidence>();
  const leftOut: Partial<Record<RecordedEvidence['kind'], number>> = {};
  for (const one of oldest.filter(({ open }) => !open)) {
    if (bytes <= MOST_BYTES) break;
    bytes -= bytesOf(one);
    silent.add(one);
  }
  const dropped = new Set<RecordedEvidence>();
  for (const one of LEAST_TELLING.flatMap((kind) =>
    oldest.filter((piece) => piece.open && piece.kind === kind),
  )) {
    if (bytes <= MOST_BYTES) break;
    bytes -= bytesOf(one);
    dropped.add(one);
    leftOut[one.kind] = (leftOut[one.kind] ?? 0) + 1;
  }
  return {
    listed: recorded.filter((one) => !silent.has(one) && !dropped.has(one)),
    leftOut,
    summedUp: summedUpWith(
      summedUp,
      [...silent].map(({ kind, level, at }) => ({ kind, level, day: dayNumberOf(at) ?? 0 })),
    ),
  };
}

function bytesOf({ source, externalId, customer, segment, level }: RecordedEvidence): number {
  return storedBytes([source, externalId, customer, segment, level]);
}

function nameOf({ source, externalId }: RecordedEvidence): string {
  return `${source}:${externalId}`;
}
