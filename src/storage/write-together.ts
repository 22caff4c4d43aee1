import { refusalTo } from './guarded';

/** Writes of several records in one transaction, each under a condition of its own. */
export interface Together<T> {
  readonly doing: (some: readonly T[]) => string;
  readonly write: (some: readonly T[]) => Promise<void>;
  /** Those whose condition holds by what stands there now: a refused transaction does not say whose did not. */
  readonly holding: (some: readonly T[]) => Promise<readonly T[]>;
  /** Another way for those that nobody else has written and that are refused all the same; gives what is left to be tried again, null for no other way. */
  readonly otherwise?: (some: readonly T[]) => Promise<readonly T[]> | null;
}

/** Storage may refuse for a lock of its own while nobody has written: such a lock is over soon. */
const TRIES = 3;

/**
 * Writes what nobody else wrote meanwhile. A record is overtaken only when reading it again says so; a refusal for any other
 * reason is thrown as it is.
 * @returns those that were overtaken
 */
export async function writeTogether<T>(
  all: readonly T[],
  { doing, write, holding, otherwise }: Together<T>,
): Promise<readonly T[]> {
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
    if (refused.conflict || some.length === 1) throw refused.failure;
    overtaken.push(...(await inHalves(some, { doing, write, holding })));
    break;
  }
  return overtaken;
}

/** One that storage does not take keeps no other from being written: it is thrown when all others are. */
async function inHalves<T>(all: readonly T[], together: Together<T>): Promise<readonly T[]> {
  const middle = Math.ceil(all.length / 2);
  const overtaken: T[] = [];
  const failures: unknown[] = [];
  for (const half of [all.slice(0, middle), all.slice(middle)]) {
    await writeTogether(half, together).then(
      (late) => overtaken.push(...late),
      (failure: unknown) => failures.push(failure),
    );
  }
  if (failures.length > 0) throw failures[0];
  return overtaken;
}
