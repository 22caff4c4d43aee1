import { secondsToRetry } from '../ports/failures';

/** What was done with a number of items, and which of them cannot be done. */
export interface Isolated<T> {
  readonly changed: number;
  readonly failed: readonly { readonly item: T; readonly why: string }[];
}

/**
 * Works on all items together. When that fails for good, on ever smaller parts, until only the items that cannot be done are
 * left: one broken issue does not hold up the others.
 * @throws whatever passes by itself (`secondsToRetry`): then nothing is known of any item.
 */
export async function isolating<T>(
  items: readonly T[],
  work: (part: readonly T[]) => Promise<number>,
): Promise<Isolated<T>> {
  if (items.length === 0) return { changed: 0, failed: [] };
  try {
    return { changed: await work(items), failed: [] };
  } catch (failure) {
    if (!(failure instanceof Error) || secondsToRetry(failure) !== null) throw failure;
    const [only] = items;
    if (items.length === 1 && only !== undefined)
      return { changed: 0, failed: [{ item: only, why: failure.message }] };
    const half = Math.ceil(items.length / 2);
    const first = await isolating(items.slice(0, half), work);
    const second = await isolating(items.slice(half), work);
    return { changed: first.changed + second.changed, failed: [...first.failed, ...second.failed] };
  }
}
