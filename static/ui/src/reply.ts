import type { Refusal, Reply } from '../../../src/contract';

const KINDS: ReadonlySet<unknown> = new Set<Refusal['kind']>([
  'forbidden',
  'gone',
  'limited',
  'invalid',
  'failed',
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
  if (!isReply(raw)) throw new Refused(NO_ANSWER);
  if (!raw.ok) throw new Refused(raw.refusal);
  return raw.value as T;
}

/** By hand: a schema library weighs more than the panel's own code, and the score waits for it. */
function isReply(raw: unknown): raw is Reply<unknown> {
  if (!isRecord(raw)) return false;
  return raw['ok'] === true || (raw['ok'] === false && isRefusal(raw['refusal']));
}

function isRefusal(raw: unknown): boolean {
  if (!isRecord(raw)) return false;
  const { kind, what, advice, retryAfter } = raw;
  return (
    KINDS.has(kind) &&
    typeof what === 'string' &&
    typeof advice === 'string' &&
    (retryAfter === undefined || typeof retryAfter === 'number')
  );
}

function isRecord(raw: unknown): raw is Readonly<Record<string, unknown>> {
  return typeof raw === 'object' && raw !== null;
}
