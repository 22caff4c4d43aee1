/**
 * Kendall's tau-b of two rankings of the same things, by Knight's method: sorts once and counts the exchanges that a merge sort
 * of the second ranking needs, so its time grows as n log n. Ties count for neither side; 1 is the same order, −1 the reverse.
 * Null with fewer than two things, or when one ranking holds them all alike.
 */
export function kendallTauB(first: readonly number[], second: readonly number[]): number | null {
  const size = Math.min(first.length, second.length);
  const order = Uint32Array.from({ length: size }, (_, at) => at);
  order.sort(
    (a, b) => valueAt(first, a) - valueAt(first, b) || valueAt(second, a) - valueAt(second, b),
  );
  const ranked = Float64Array.from(order, (at) => valueAt(second, at));
  const pairs = (size * (size - 1)) / 2;
  const tiedFirst = tiedPairs(
    size,
    (at) => valueAt(first, order[at] ?? 0) === valueAt(first, order[at - 1] ?? 0),
  );
  const tiedBoth = tiedPairs(
    size,
    (at) =>
      valueAt(first, order[at] ?? 0) === valueAt(first, order[at - 1] ?? 0) &&
      ranked[at] === ranked[at - 1],
  );
  const exchanges = sortCounting(ranked);
  const tiedSecond = tiedPairs(size, (at) => ranked[at] === ranked[at - 1]);
  const room = Math.sqrt((pairs - tiedFirst) * (pairs - tiedSecond));
  if (room === 0) return null;
  // Rounding must not push a perfect agreement over its end.
  return Math.max(
    -1,
    Math.min(1, (pairs - tiedFirst - tiedSecond + tiedBoth - 2 * exchanges) / room),
  );
}

function valueAt(values: readonly number[], at: number): number {
  return values[at] ?? 0;
}

/** Pairs within the runs of equal neighbours. */
function tiedPairs(size: number, likeTheOneBefore: (at: number) => boolean): number {
  let [pairs, run] = [0, 0];
  for (let at = 1; at < size; at += 1) {
    run = likeTheOneBefore(at) ? run + 1 : 0;
    pairs += run;
  }
  return pairs;
}

/** Sorts in place and counts the pairs that stood in the wrong order. */
function sortCounting(values: Float64Array): number {
  let [from, to]: [Float64Array, Float64Array] = [values, new Float64Array(values.length)];
  let exchanges = 0;
  for (let width = 1; width < values.length; width *= 2) {
    for (let start = 0; start < values.length; start += 2 * width)
      exchanges += merge(from, to, start, width);
    [from, to] = [to, from];
  }
  if (from !== values) values.set(from);
  return exchanges;
}

/** Merges two sorted neighbours of this width. */
function merge(from: Float64Array, to: Float64Array, start: number, width: number): number {
  const middle = Math.min(start + width, from.length);
  const end = Math.min(start + 2 * width, from.length);
  let [left, right, exchanges] = [start, middle, 0];
  for (let at = start; at < end; at += 1) {
    const [a, b] = [from[left] ?? 0, from[right] ?? 0];
    if (left < middle && (right >= end || a <= b)) {
      to[at] = a;
      left += 1;
    } else {
      to[at] = b;
      right += 1;
      exchanges += middle - left;
    }
  }
  return exchanges;
}
