import { z } from 'zod';
import {
  Declined,
  Forbidden,
  Gone,
  Limited,
  Rejected,
  Unavailable,
} from '../usecases/ports/failures';

/** Fails the rule with words that its owner reads in the audit log; a throw would show only a generic error. */
export interface RuleErrors {
  readonly errors: readonly { readonly message: string }[];
}

/** Runs an action; what may go wrong becomes words for the rule's owner, a bug stays a bug. */
export async function ruleErrors<T>(work: () => Promise<T>): Promise<T | RuleErrors> {
  try {
    return await work();
  } catch (failure) {
    const messages = messagesOf(failure);
    if (messages === null) throw failure;
    return {
      errors: messages.map((message) => ({ message: `Ballast: ${message.replace(/\.$/u, '')}.` })),
    };
  }
}

function messagesOf(failure: unknown): readonly string[] | null {
  if (failure instanceof z.ZodError) return failure.issues.map(({ message }) => message);
  if (failure instanceof Limited)
    return [
      `${failure.message}. Nothing is lost: the rule can run again in ${failure.retryAfter} seconds`,
    ];
  if (failure instanceof Declined) return [`${failure.message}. ${failure.advice}`];
  if (failure instanceof Unavailable) return [`${failure.message}. Run the rule again in a moment`];
  const known =
    failure instanceof Forbidden || failure instanceof Gone || failure instanceof Rejected;
  return known ? [failure.message] : null;
}
