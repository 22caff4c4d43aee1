/** How work on many items together is done, and what becomes of one that fails alone. */
export interface Halving<T, R> {
  readonly work: (part: readonly T[]) => Promise<R>;
  /** Whether a failure may come from some of the items: any other is thrown, as nothing is known of any item then. */
  readonly mayHalve: (failure: unknown) => boolean;
  readonly alone: (item: T, failure: unknown) => R | Promise<R>;
}

/**
 * Works on all items together. Where that fails, which does not tell by which of them, on ever smaller parts, until only the items that
 * fail by themselves are left: one broken item does not hold up the others.
 * @returns what came of each part, in the order of the items; nothing for no items
 */
export async function halveOnFailure<T, R>(
  items: readonly T[],
  halving: Halving<T, R>,
): Promise<readonly R[]> {
  const [first] = items;
  if (first === undefined) return [];
  try {
    return [await halving.work(items)];
  } catch (failure) {
    if (!halving.mayHalve(failure)) throw failure;
    if (items.length === 1) return [await halving.alone(first, failure)];
    const half = Math.ceil(items.length / 2);
    return [
      ...(await halveOnFailure(items.slice(0, half), halving)),
      ...(await halveOnFailure(items.slice(half), halving)),
    ];
  }
}
