/** Items by a value, the highest first, with the groups that share one. Made once for many draws. */
export interface Ranking {
  /** Places of the items. */
  readonly order: readonly number[];
  /** Where in `order` each group of equals ends. */
  readonly ends: readonly number[];
}

export function rankingBy(values: readonly number[]): Ranking {
  const order = [...values.keys()].sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0));
  const ends = order.flatMap((place, at) => {
    const next = order[at + 1];
    return next !== undefined && values[next] === values[place] ? [] : [at + 1];
  });
  return { order, ends };
}

/** What is ranked: whether each item is good, and how often it counts. */
export interface Sample {
  readonly good: readonly boolean[];
  readonly counts: ArrayLike<number>;
}

/** How many good and other items each group of equals has in a sample, the best group first. */
export function groupsIn(
  { order, ends }: Ranking,
  { good, counts }: Sample,
): readonly { readonly good: number; readonly other: number }[] {
  let start = 0;
  return ends.map((end) => {
    let [goods, others] = [0, 0];
    for (let at = start; at < end; at += 1) {
      const place = order[at] ?? 0;
      if (good[place] === true) goods += counts[place] ?? 0;
      else others += counts[place] ?? 0;
    }
    start = end;
    return { good: goods, other: others };
  });
}
