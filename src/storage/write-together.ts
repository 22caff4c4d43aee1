import { NotKept } from '../usecases/ports/failures';
import { refusalTo } from './guarded';

/** Writes of several records in one transaction, each under a condition of its own. */
export interface Together<T> {
  readonly doing: (some: readonly T[]) => string;
  readonly write: (some: readonly T[]) => Promise<void>;
  /** Those whose condition holds by what stands there now: a refused transaction does not say whose did not. */
  readonly holding: (some: readonly T[]) => Promise<readonly T[]>;
  /** Another way for some that nobody else has written and that are refused all the same; gives those that are left to be tried again, null where there is none. */
  readonly otherwise?: (some: readonly T[]) => Promise<readonly T[] | null>;
}

/** What came of it for those that were not written. */
export interface NotWritten<T> {
  readonly overtaken: readonly T[];
  /** Of those that storage does not take: they keep no other from being written. */
  readonly notKept: readonly NotKept[];
}

/** Storage may refuse for a lock of its own while nobody has written: such a lock is over soon. */
const TRIES = 3;

/**
 * Writes what nobody else wrote meanwhile. A record is overtaken only when reading it again says so; one that is refused for any other
 * reason is not kept.
 */
export async function writeTogether<T>(
  all: readonly T[],
  together: Together<T>,
): Promise<NotWritten<T>> {
  const { doing, write, holding, otherwise } = together;
  const overtaken: T[] = [];
  let left = all;
  let tries = TRIES;
  while (left.length > 0) {
    const some = left;
    const refused = await refusalTo(doing(some), () => write(some));
    if (refused === null) break;
    const still = await holding(some);
    if (still.length < some.length) {
      overtaken.push(...some.filter((one) => !still.includes(one)));
      left = still;
      continue;
    }
    const rest = (await otherwise?.(some)) ?? null;
    if (rest !== null) {
      left = rest;
      continue;
    }
    tries -= 1;
    if (refused.conflict && tries > 0) continue;
    if (!(refused.failure instanceof NotKept)) throw refused.failure;
    if (some.length === 1) return { overtaken, notKept: [refused.failure] };
    const middle = Math.ceil(some.length / 2);
    const first = await writeTogether(some.slice(0, middle), together);
    const second = await writeTogether(some.slice(middle), together);
    return {
      overtaken: [...overtaken, ...first.overtaken, ...second.overtaken],
      notKept: [...first.notKept, ...second.notKept],
    };
  }
  return { overtaken, notKept: [] };
}
