import { halveOnFailure } from '../../core/attempts/halve-on-failure';
import { secondsToRetry } from '../ports/failures';

/** What was done with a number of items, and which of them cannot be done. */
interface Isolated<T> {
  readonly changed: number;
  readonly failed: readonly { readonly item: T; readonly why: string }[];
}

/**
 * Works on all items together; when that fails for good, finds the items that cannot be done, so that one broken issue does not hold up
 * the others.
 * @throws whatever passes by itself (`secondsToRetry`): then nothing is known of any item.
 */
export async function isolateFailures<T>(
  items: readonly T[],
  work: (part: readonly T[]) => Promise<number>,
): Promise<Isolated<T>> {
  const parts = await halveOnFailure<T, Isolated<T>>(items, {
    work: async (part) => ({ changed: await work(part), failed: [] }),
    mayHalve: (failure) => failure instanceof Error && secondsToRetry(failure) === null,
    alone: (item, failure) => ({
      changed: 0,
      failed: [{ item, why: failure instanceof Error ? failure.message : '' }],
    }),
  });
  return {
    changed: parts.reduce((sum, { changed }) => sum + changed, 0),
    failed: parts.flatMap(({ failed }) => failed),
  };
}
