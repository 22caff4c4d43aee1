import { jiraOperations, type Operation } from './jira-operations';

/**
 * What is wrong with a request to Jira, judged by jira.js' own schemas of Jira's parameters; nothing if it is as specified.
 * `path` begins `/rest/api/3` and may have a query; `body` is the parsed JSON, `undefined` for none.
 */
export async function checkAppRequest(
  method: string,
  path: string,
  body: unknown,
): Promise<readonly string[]> {
  const { pathname, searchParams } = new URL(path, 'https://site.example.net');
  const found = best(
    (await jiraOperations()).flatMap((operation) => {
      const params =
        operation.method === method ? paramsOf(operation.pattern, pathname) : undefined;
      return params === undefined ? [] : [{ operation, params }];
    }),
  );
  if (found === undefined) return [`jira.js knows no operation ${method} ${pathname}.`];
  const { operation, params } = found;
  const problems: string[] = [];
  const values: Record<string, unknown> = Object.fromEntries(
    Object.entries(params).map(([name, text]) => [name, fitting(operation, name, [text])]),
  );
  for (const name of new Set(searchParams.keys())) {
    if (!operation.query.includes(name))
      problems.push(`${operation.name}: the query has no parameter '${name}'.`);
    else values[name] = fitting(operation, name, searchParams.getAll(name));
  }
  if (!Array.isArray(operation.body) && 'whole' in operation.body)
    values[operation.body.whole] = body;
  else if (body !== undefined) {
    if (typeof body !== 'object' || body === null || Array.isArray(body))
      return [...problems, `${operation.name}: the body is not an object.`];
    for (const [name, value] of Object.entries(body)) {
      if (!(operation.body as readonly string[]).includes(name))
        problems.push(`${operation.name}: the body has no member '${name}'.`);
      values[name] = value;
    }
  }
  const parsed = operation.schema.safeParse(values);
  return [
    ...problems,
    ...(parsed.error?.issues ?? []).map(
      (issue) => `${operation.name}: ${issue.path.join('.')}: ${issue.message}`,
    ),
  ];
}

interface Match {
  readonly operation: Operation;
  readonly params: Readonly<Record<string, string>>;
}

/** The one with the fewest blanks: `/issue/bulkfetch` is no issue. */
function best(matches: readonly Match[]): Match | undefined {
  return [...matches].sort(
    (a, b) => Object.keys(a.params).length - Object.keys(b.params).length,
  )[0];
}

function paramsOf(pattern: string, pathname: string): Record<string, string> | undefined {
  const [wanted, given] = [pattern.split('/'), pathname.split('/')];
  if (wanted.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [at, part] of wanted.entries()) {
    if (part.startsWith('{')) params[part.slice(1, -1)] = decodeURIComponent(given[at] ?? '');
    else if (part !== given[at]) return undefined;
  }
  return params;
}

/** A query holds only text: the first reading of it that the schema takes, or the text itself. */
function fitting(operation: Operation, name: string, texts: readonly string[]): unknown {
  const [text = ''] = texts;
  const list = texts.flatMap((each) => each.split(','));
  const readings = [
    text,
    Number(text),
    text === 'true' ? true : text === 'false' ? false : undefined,
    list,
    list.map(Number),
  ];
  const shape = operation.schema.shape[name];
  return (
    readings.find(
      (reading) =>
        shape !== undefined &&
        reading !== undefined &&
        (shape as { safeParse(value: unknown): { success: boolean } }).safeParse(reading).success,
    ) ?? text
  );
}
