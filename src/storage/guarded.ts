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
