import * as z from 'zod/mini';
import type { Refusal, Reply } from '../../../src/contract';

const refusal = z.object({
  kind: z.enum(['forbidden', 'gone', 'limited', 'invalid', 'failed']),
  what: z.string(),
  advice: z.string(),
  retryAfter: z.optional(z.number()),
});

const envelope = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), refusal }),
]);

/** Ballast said no, or said nothing that can be understood. Carries the words for the person. */
export class Refused extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal, cause?: unknown) {
    super(`${refusal.what} ${refusal.advice}`, { cause });
    this.name = 'Refused';
    this.refusal = refusal;
  }
}

/** What a surface shows when the platform itself failed, so that no resolver could word it. */
export const NO_ANSWER: Refusal = {
  kind: 'failed',
  what: 'Ballast did not answer.',
  advice: 'Try again in a moment. If it keeps happening, tell your Jira administrator.',
};

/**
 * The value of a reply whose envelope is right. The value itself comes from our own resolver, compiled against the
 * same contract.
 * @throws Refused when the reply is a refusal or no reply at all
 */
export function valueOf<T>(raw: unknown): T {
  const parsed = envelope.safeParse(raw);
  if (!parsed.success) throw new Refused(NO_ANSWER, parsed.error);
  const reply = parsed.data as Reply<T>;
  if (!reply.ok) throw new Refused(reply.refusal);
  return reply.value;
}
