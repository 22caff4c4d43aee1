import { groupsIn, type Ranking, type Sample } from './ranking';

/**
 * The share of pairs of a good and another item in which the good one comes first, 0–1; a tie counts half. .5 is what chance gives; null
 * where there is no such pair.
 */
export function areaUnderCurve(ranking: Ranking, sample: Sample): number | null {
  let goodAbove = 0;
  let others = 0;
  let won = 0;
  for (const group of groupsIn(ranking, sample)) {
    won += group.other * (goodAbove + group.good / 2);
    goodAbove += group.good;
    others += group.other;
  }
  return goodAbove === 0 || others === 0 ? null : won / (goodAbove * others);
}
