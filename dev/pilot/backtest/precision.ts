import { groupsIn, type Ranking, type Sample } from './ranking';

/**
 * The share of good items among the first ones, 0–1; null where there are none at all. Of equals of which only some are among the first,
 * so many count as a blind draw would find: their order says nothing.
 * @param first how many are looked at; all where there are fewer
 */
export function precisionIn(first: number, ranking: Ranking, sample: Sample): number | null {
  let taken = 0;
  let found = 0;
  for (const { good, other } of groupsIn(ranking, sample)) {
    const size = good + other;
    if (size === 0) continue;
    const share = Math.min(1, (first - taken) / size);
    found += good * share;
    taken += size * share;
    if (taken >= first) break;
  }
  return taken === 0 ? null : found / taken;
}
