import { ForgeKvsAPIError } from '@forge/kvs';
import { Limited, Unavailable } from '../usecases/ports/failures';

/** Storage counts reads and writes a minute: a refusal for speed passes within one. */
const RETRY_AFTER = 20;

/** Runs a storage call; what the platform refuses becomes a typed failure. */
export async function guarded<T>(doing: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (!(cause instanceof ForgeKvsAPIError)) throw cause;
    if (cause.responseDetails.status === 429)
      throw new Limited(RETRY_AFTER, `Storage asks to wait while ${doing}`, { cause });
    if (cause.responseDetails.status >= 500)
      throw new Unavailable(`Storage failed while ${doing}: ${cause.message}`, { cause });
    throw cause;
  }
}

/**
 * Whether storage refused to do something, rather than failed: because a condition does not hold, or because of what was to be written.
 * Which status a condition that does not hold gets is not documented: trying with fewer records, or reading again, tells.
 */
export function isRefused(failure: unknown): failure is ForgeKvsAPIError {
  return failure instanceof ForgeKvsAPIError && failure.responseDetails.status < 500;
}
