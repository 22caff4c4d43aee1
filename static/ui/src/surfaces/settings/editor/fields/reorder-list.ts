/** The list with one item a place earlier (−1) or later (1); as it is at either end. */
export function movedInList<T>(list: readonly T[], at: number, by: -1 | 1): readonly T[] {
  const to = at + by;
  if (to < 0 || to >= list.length) return list;
  const [item, other] = [list[at], list[to]] as [T, T];
  return list.map((one, place) => (place === at ? other : place === to ? item : one));
}

export function withoutItem<T>(list: readonly T[], at: number): readonly T[] {
  return list.filter((_, place) => place !== at);
}
