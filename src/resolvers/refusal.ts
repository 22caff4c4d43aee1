import { ZodError } from 'zod';
import type { Refusal, Reply } from '../contract';
import {
  Declined,
  Forbidden,
  Gone,
  Limited,
  Rejected,
  Unavailable,
  Unsure,
} from '../usecases/ports/failures';

/** Answers by contract: what may go wrong becomes a refusal in words; a bug stays a bug and fails the invocation. */
export async function replyTo<T>(work: () => Promise<T>): Promise<Reply<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (failure) {
    const refusal = refusalOf(failure);
    if (refusal === null) throw failure;
    return { ok: false, refusal };
  }
}

function refusalOf(failure: unknown): Refusal | null {
  if (failure instanceof ZodError) {
    return {
      kind: 'invalid',
      what: failure.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('; '),
      advice: 'Reload the page: it may be older than the app.',
    };
  }
  if (failure instanceof Forbidden)
    return {
      kind: 'forbidden',
      what: failure.message,
      advice: 'Ask a project administrator for access.',
    };
  if (failure instanceof Declined)
    return { kind: 'invalid', what: failure.message, advice: failure.advice };
  if (failure instanceof Unsure)
    return { kind: 'failed', what: failure.message, advice: failure.advice };
  if (failure instanceof Gone)
    return {
      kind: 'gone',
      what: failure.message,
      advice: 'Go back to the list and open another issue.',
    };
  if (failure instanceof Limited) {
    return {
      kind: 'limited',
      what: failure.message,
      advice: `Try again in ${failure.retryAfter} seconds.`,
      retryAfter: failure.retryAfter,
    };
  }
  if (failure instanceof Rejected)
    return {
      kind: 'failed',
      what: failure.message,
      advice: 'Ask a project administrator to check the settings of Ballast.',
    };
  return failure instanceof Unavailable
    ? { kind: 'failed', what: failure.message, advice: 'Try again in a moment.' }
    : null;
}
