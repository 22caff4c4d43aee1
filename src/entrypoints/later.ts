import { InvocationError, InvocationErrorCode } from '@forge/events';
import { secondsToRetry } from '../usecases/ports/failures';

/** The platform waits at most this long before a retry. https://developer.atlassian.com/platform/forge/runtime-reference/async-events-api/ */
const LONGEST_RETRY_AFTER = 900;
/** Those refused at the same moment come back spread over so many seconds. */
const SPREAD_SECONDS = 45;

/**
 * Asks the platform to deliver again what failed for a reason that passes by itself; anything else fails the invocation. A crowd that
 * was refused before, `turn` times, comes back spread wider.
 */
export async function orLater(
  work: () => Promise<void>,
  random: () => number,
  turn = 0,
): Promise<InvocationError | undefined> {
  try {
    await work();
    return undefined;
  } catch (failure) {
    const wait = secondsToRetry(failure);
    if (wait === null) throw failure;
    const spread = random() * SPREAD_SECONDS * (turn + 1);
    const retryAfter = Math.min(LONGEST_RETRY_AFTER, Math.ceil(wait + spread));
    return new InvocationError({
      retryAfter,
      retryReason: InvocationErrorCode.FUNCTION_UPSTREAM_RATE_LIMITED,
      retryData: null,
    });
  }
}
