import type { z } from 'zod';
import { withoutPeople } from '../core/terms/account-id';
import { Forbidden, Gone, Limited, Rejected, Unavailable } from '../usecases/ports/failures';

/**
 * What came of one request. `retryMs` is null when the same request would fail the same way again. `perhapsDone`: Jira may have done
 * what it was asked to, and only the answer is lost or broken.
 */
export type Outcome<T> =
  | { readonly kind: 'answer'; readonly value: T }
  | {
      readonly kind: 'failure';
      readonly failure: Error;
      readonly retryMs: number | null;
      readonly perhapsDone: boolean;
    };

/** The parts of an HTTP response that count. */
export interface HttpAnswer {
  readonly ok: boolean;
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  text(): Promise<string>;
}

/** Jira names no wait with a few of its refusals: this many seconds then. */
const DEFAULT_RETRY_AFTER = 10;
/** No limit of Jira's lasts longer than an hour. Seconds. */
const LONGEST_WAIT = 3_600;
const YEAR_2000_MS = Date.UTC(2000, 0);

/** Turns what is not a 2xx of the expected shape into a typed failure with Jira's own words. `now` in milliseconds. */
export async function outcomeOf<T>(
  response: HttpAnswer,
  shape: z.ZodType<T>,
  doing: string,
  now: number,
): Promise<Outcome<T>> {
  const text = await response.text();
  if (!response.ok) return refusalOf(response, text, doing, now);
  const json = text === '' ? { ok: true as const, json: undefined } : parsed(text);
  if (!json.ok)
    return {
      kind: 'failure',
      failure: new Unavailable(`Jira's answer to ${doing} is not JSON`, { cause: json.cause }),
      retryMs: 0,
      perhapsDone: true,
    };
  const read = shape.safeParse(json.json);
  if (read.success) return { kind: 'answer', value: read.data };
  const first = read.error.issues[0];
  return {
    kind: 'failure',
    failure: new Unavailable(
      `Jira's answer to ${doing} has an unknown shape at ${first?.path.join('.') ?? '?'}: ${first?.message ?? ''}`,
    ),
    retryMs: null,
    perhapsDone: true,
  };
}

/** The platform's proxy asks the person for their consent with this, and knows its own question by the name alone. */
const NEEDS_CONSENT = 'NEEDS_AUTHENTICATION_ERR';

/**
 * No answer at all: the connection broke, or the platform's proxy stepped in.
 * @throws the platform's own error where it has to ask the person for consent: it shows its question, and repeats the invocation, only
 * when that error leaves the app as it came
 */
export function silence(cause: unknown, doing: string): Outcome<never> {
  if (cause instanceof Error && cause.name === NEEDS_CONSENT) throw cause;
  if (typeof cause === 'object' && cause !== null && 'status' in cause && cause.status === 401) {
    return {
      kind: 'failure',
      failure: new Forbidden(`Jira asks to sign in before ${doing}`, { cause }),
      retryMs: null,
      perhapsDone: false,
    };
  }
  return {
    kind: 'failure',
    failure: new Unavailable(`Jira did not answer while ${doing}`, { cause }),
    retryMs: 0,
    perhapsDone: true,
  };
}

function refusalOf(
  { status, headers }: HttpAnswer,
  text: string,
  doing: string,
  now: number,
): Outcome<never> {
  const words = `${withoutPeople(wordsOf(text))} (HTTP ${status} while ${doing})`;
  const refused = (failure: Error, retryMs: number | null = null): Outcome<never> => ({
    kind: 'failure',
    failure,
    retryMs,
    perhapsDone: false,
  });
  if (status === 429) {
    const seconds = secondsToWait(headers, now);
    return refused(new Limited(seconds, words), seconds * 1000);
  }
  if (status === 401 || status === 403) return refused(new Forbidden(words));
  if (status === 404 || status === 410) return refused(new Gone(words));
  if (status >= 500)
    return { kind: 'failure', failure: new Unavailable(words), retryMs: 0, perhapsDone: true };
  return refused(new Rejected(words));
}

/** The gateway's own refusals say only when the limit starts anew: as an ISO time, others as seconds since 1970 or from now on. */
function secondsToWait(headers: HttpAnswer['headers'], now: number): number {
  const asked = Number(headers.get('retry-after'));
  if (asked > 0) return Math.max(1, Math.ceil(asked));
  const reset = headers.get('x-ratelimit-reset') ?? '';
  const number = Number(reset);
  const at = reset.trim() === '' ? NaN : Number.isNaN(number) ? Date.parse(reset) : number * 1000;
  if (Number.isNaN(at) || at < 0) return DEFAULT_RETRY_AFTER;
  // A moment, unless it is too small to be one.
  const seconds = Math.ceil((at > YEAR_2000_MS ? at - now : at) / 1000);
  return Math.min(LONGEST_WAIT, Math.max(1, seconds));
}

function parsed(
  text: string,
): { readonly ok: true; readonly json: unknown } | { readonly ok: false; readonly cause: unknown } {
  try {
    return { ok: true, json: JSON.parse(text) as unknown };
  } catch (cause) {
    return { ok: false, cause };
  }
}

/** Jira's error body is `{errorMessages: [], errors: {field: text}}`; proxies answer in other shapes. */
function wordsOf(text: string): string {
  const body = parsed(text);
  if (!body.ok || typeof body.json !== 'object' || body.json === null) return 'Jira gave no reason';
  const { errorMessages, errors } = body.json as { errorMessages?: unknown; errors?: unknown };
  const messages = Array.isArray(errorMessages) ? errorMessages.map(String) : [];
  const fields = typeof errors === 'object' && errors !== null ? Object.entries(errors) : [];
  return (
    [...messages, ...fields.map(([field, problem]) => `${field}: ${String(problem)}`)].join(' ') ||
    'Jira gave no reason'
  );
}
