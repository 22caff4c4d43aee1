import { z } from 'zod';
import { OutOfMemory, type Ending } from './invoker';
import type { Limits } from './limits';

/** What @forge/events' InvocationError becomes on its way out of a handler. */
const retryRequest = z.object({
  _retry: z.literal(true),
  retryOptions: z.object({
    retryAfter: z.number().optional(),
    retryReason: z.string().optional(),
    retryData: z.unknown().optional(),
  }),
});

export interface Retry {
  readonly afterMs: number;
  readonly reason: string;
  readonly data: unknown;
}

const BACKOFF_FIRST_MS = 10_000;

/** The retry a handler asked for by returning an InvocationError; undefined when it asked for none. */
export function askedRetry(ending: Ending, limits: Limits): Retry | undefined {
  if (ending.kind !== 'answered') return undefined;
  const parsed = retryRequest.safeParse(ending.value);
  if (!parsed.success) return undefined;
  const {
    retryAfter = 1,
    retryReason = 'FUNCTION_RETRY_REQUEST',
    retryData,
  } = parsed.data.retryOptions;
  return {
    afterMs: Math.min(retryAfter, limits.retryAfterSeconds) * 1000,
    reason: retryReason,
    data: retryData,
  };
}

/** The platform's own retry of an event whose consumer broke off, later each time. */
export function platformRetry(ending: Ending, retryCount: number): Retry | undefined {
  if (ending.kind === 'answered') return undefined;
  const afterMs = BACKOFF_FIRST_MS * 2 ** retryCount;
  if (ending.kind === 'timed out') return { afterMs, reason: 'FUNCTION_TIME_OUT', data: undefined };
  const reason =
    ending.error instanceof OutOfMemory
      ? 'FUNCTION_OUT_OF_MEMORY'
      : 'FUNCTION_PLATFORM_UNKNOWN_ERROR';
  return { afterMs, reason, data: undefined };
}

/** Whether the platform still retries something first delivered at `firstAt` and retried `retryCount` times. */
export function mayRetry(
  retry: Retry,
  retryCount: number,
  firstAt: number,
  now: number,
  limits: Limits,
): boolean {
  const dataBytes = retry.data === undefined ? 0 : Buffer.byteLength(JSON.stringify(retry.data));
  return (
    retryCount < limits.retries &&
    dataBytes <= limits.retryDataBytes &&
    now + retry.afterMs <= firstAt + limits.retryWindowMs
  );
}
