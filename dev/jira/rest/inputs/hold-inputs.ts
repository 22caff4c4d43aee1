import { badRequest, invalidPayload, notModelled } from '../../jira-error';
import { documentedInputs, nameOf, type DocumentedInputs } from './documented';
import { NAMES_OF_PEOPLE, READ, REMOVED, WITHOUT_EFFECT } from './read';

/** Above all this, so that a body is told apart from a word of the query. */
interface Asked {
  readonly method: string;
  readonly pattern: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
}

const words = (line: string | undefined): readonly string[] => line?.split(' ') ?? [];

/**
 * Holds a request against what its operation takes. Documented inputs are read or refused by their names; others are passed over,
 * as Jira does, unless the body is one that takes no others. Throws a 400 in Jira's words or a 501 that names the input.
 */
export function holdInputs({ method, pattern, query, body }: Asked): void {
  const operation = nameOf(method, pattern);
  if (REMOVED.has(operation)) return;
  const documented = documentedInputs(operation);
  const read = READ[operation] ?? {};
  holdQuery(operation, documented, words(read.query), query);
  if (isRecord(body)) holdBody(operation, documented, words(read.body), body);
  const expands = [
    ...query.getAll('expand'),
    ...(isRecord(body) ? [body['expand']].flat().filter((each) => typeof each === 'string') : []),
  ];
  for (const name of expands.flatMap((each) => each.split(',')).map((each) => each.trim()))
    if (documented.expand?.includes(name) === true && !words(read.expand).includes(name))
      throw notModelled(`'${name}' in the expand of ${operation}`);
}

function holdQuery(
  operation: string,
  documented: DocumentedInputs,
  read: readonly string[],
  query: URLSearchParams,
): void {
  for (const name of new Set(query.keys())) {
    if (documented.query?.includes(name) !== true || read.includes(name)) continue;
    // Clients send along what they were not given: nothing is asked of it.
    if (name in WITHOUT_EFFECT || query.getAll(name).every((value) => value === '')) continue;
    if (NAMES_OF_PEOPLE.has(name))
      throw badRequest(`The query parameter '${name}' is not supported in GDPR strict mode.`);
    throw notModelled(`the query parameter '${name}' of ${operation}`);
  }
}

function holdBody(
  operation: string,
  documented: DocumentedInputs,
  read: readonly string[],
  body: Readonly<Record<string, unknown>>,
): void {
  for (const name of Object.keys(body)) {
    if (read.includes(name) || documented.given?.includes(name) === true) continue;
    const known = documented.body?.includes(name) === true;
    if (known && NAMES_OF_PEOPLE.has(name))
      throw badRequest(
        "'accountId' must be the only user identifying query parameter in GDPR strict mode.",
      );
    if (known) throw notModelled(`the member '${name}' in the body of ${operation}`);
    if (documented.closed === true) throw invalidPayload();
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
