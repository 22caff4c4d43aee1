import { ForgeKvsAPIError, ForgeKvsError } from '@forge/kvs';
import { withoutPeople } from '../core/terms/account-id';
import { Limited, Unavailable } from '../usecases/ports/failures';
import { notKept } from './not-kept';

/** Storage counts reads and writes a minute: a refusal for speed passes within one. */
const RETRY_AFTER = 20;

/** What storage calls a condition that does not hold, and a key that is there already where it must not be: measured on real sites. */
const CONFLICTS: readonly string[] = ['CONDITIONAL_CHECK_FAILED', 'KEY_CONFLICT'];
/** Passes when the list is read from its beginning. */
const STALE_CURSOR = 'INVALID_CURSOR';

/** Why storage did not do a write that stands under a condition. */
export interface WriteRefused {
  /** Storage says that the condition did not hold. Of any other refusal, reading again tells whether that was it. */
  readonly conflict: boolean;
  /** Status and code. */
  readonly answer: string;
  /** To be thrown when nobody else has written. */
  readonly failure: Error;
}

/** Runs a storage call; whatever the platform refuses becomes a typed failure with words. */
export async function guarded<T>(doing: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw cause instanceof ForgeKvsError ? failureOf(doing, cause) : cause;
  }
}

/** Runs a write under a condition; null when it is done. Throws what says nothing about condition and values: no answer, or too many calls. */
export async function refusalTo(
  doing: string,
  write: () => Promise<unknown>,
): Promise<WriteRefused | null> {
  try {
    await write();
    return null;
  } catch (cause) {
    if (!(cause instanceof ForgeKvsError)) throw cause;
    const failure = failureOf(doing, cause);
    const answer =
      cause instanceof ForgeKvsAPIError ? `${cause.responseDetails.status} ${cause.code}` : '';
    if (isConflict(cause)) return { conflict: true, answer, failure };
    if (failure instanceof Limited || failure instanceof Unavailable) throw failure;
    return { conflict: false, answer, failure };
  }
}

function isConflict(cause: ForgeKvsError): boolean {
  return cause instanceof ForgeKvsAPIError && CONFLICTS.includes(cause.code);
}

function failureOf(doing: string, cause: ForgeKvsError): Error {
  if (!(cause instanceof ForgeKvsAPIError))
    return new Unavailable(`Storage failed while ${doing}: ${withoutPeople(cause.message)}`, {
      cause,
    });
  const { code } = cause;
  // Keys of records name people, and messages name keys.
  const message = withoutPeople(cause.message);
  const { status } = cause.responseDetails;
  if (status === 429)
    return new Limited(RETRY_AFTER, `Storage asks to wait while ${doing}`, { cause });
  if (isConflict(cause))
    return new Unavailable(`Somebody else wrote at the same moment while ${doing}`, { cause });
  // An answer that was none, below 400, is a fault of the platform as one above 500 is.
  if (status >= 500 || status < 400 || code === STALE_CURSOR)
    return new Unavailable(`Storage failed while ${doing}: ${message}`, { cause });
  return notKept(doing, { code, message }, { cause });
}
