import type { Source } from '../../provenance/source';
import { dayOfNumber } from '../../time/utc-day';
import type { EvidenceTotals, Summed } from './evidence-totals';

/** Of what was summed up the pieces of a kind, of the last so many days alone where that is asked. */
export function summedOf(
  { summedUp }: Pick<EvidenceTotals, 'summedUp'>,
  kind: Summed['kind'],
  days = Infinity,
): readonly Summed[] {
  return summedUp.filter((one) => one.kind === kind && one.ageDays <= days);
}

/** How many pieces these are. */
export function summedCount(summed: readonly Summed[]): number {
  return summed.reduce((sum, { count }) => sum + count, 0);
}

/** One source for all of one kind. */
export function summedSource(summed: readonly Summed[], counts = true): readonly Source[] {
  const [first] = summed;
  if (first === undefined) return [];
  const latest = dayOfNumber(summed.reduce((day, one) => Math.max(day, one.day), 0));
  const source = { kind: 'summedUp', of: first.kind, count: summedCount(summed), latest } as const;
  return [counts ? source : { ...source, uncounted: true }];
}
