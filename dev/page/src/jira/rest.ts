/** A refusal by Jira, in Jira's own words. */
export class JiraProblem extends Error {
  constructor(
    readonly status: number,
    readonly messages: readonly string[],
    readonly fieldErrors: Readonly<Record<string, string>>,
  ) {
    super([...messages, ...Object.values(fieldErrors)].join(' ') || wordsFor(status));
    this.name = 'JiraProblem';
  }
}

/** Calls Jira's REST API as the person who is logged in. Throws `JiraProblem` for refusals and lost connections (status 0). */
export async function jira(method: string, path: string, body?: unknown): Promise<unknown> {
  return call(method, `/rest/api/3${path}`, body);
}

export async function call(method: string, path: string, body?: unknown): Promise<unknown> {
  const response = await send(method, path, body);
  const text = await response.text();
  const json: unknown = text === '' ? undefined : parse(text);
  if (!response.ok) throw problem(response.status, json);
  return json;
}

async function send(method: string, path: string, body: unknown): Promise<Response> {
  try {
    return await fetch(path, {
      method,
      headers: {
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  } catch (cause) {
    throw Object.assign(new JiraProblem(0, ['The connection to Jira was lost.'], {}), { cause });
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function problem(status: number, json: unknown): JiraProblem {
  const body = typeof json === 'object' && json !== null ? json : {};
  const messages =
    'errorMessages' in body && Array.isArray(body.errorMessages)
      ? body.errorMessages.filter(isText)
      : [];
  const errors =
    'errors' in body && typeof body.errors === 'object' && body.errors !== null
      ? Object.entries(body.errors).filter(hasText)
      : [];
  const message = 'message' in body && isText(body.message) ? [body.message] : [];
  return new JiraProblem(status, [...messages, ...message], Object.fromEntries(errors));
}

const isText = (value: unknown): value is string => typeof value === 'string';
const hasText = (entry: [string, unknown]): entry is [string, string] => isText(entry[1]);

function wordsFor(status: number): string {
  if (status === 401) return 'You are not logged in.';
  if (status === 403) return 'You do not have the permission to do this.';
  if (status === 404) return 'This does not exist, or you may not see it.';
  if (status === 429) return 'Jira is limiting requests at the moment. Try again shortly.';
  return `Jira answered with status ${String(status)}.`;
}
