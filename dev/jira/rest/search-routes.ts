import { z } from 'zod';
import type { JqlEnvironment } from '../jql/jql-field';
import { JqlProblem } from '../jql/jql-problem';
import { BadPageToken } from '../jql/page-cache';
import { parseJql } from '../jql/parse-jql';
import { selectFields } from '../views/field-selection';
import { fieldNames, fieldSchemas, issueView } from '../views/issue-view';
import { ok, readBody, type Answer, type Call, type Route } from './call';
import { badRequest, JiraError } from '../jira-error';

/** Page sizes of `/search/jql`: with fields, and with ids alone. */
const MOST_ISSUES = 100;
const MOST_IDS = 5_000;
const USUAL_PAGE = 50;
export const MOST_PROPERTIES = 5;

const SearchBody = z.object({
  jql: z.string(),
  nextPageToken: z.string().nullish(),
  maxResults: z.int().min(0).nullish(),
  fields: z.array(z.string()).nullish(),
  fieldsByKeys: z.boolean().nullish(),
  expand: z.string().nullish(),
  properties: z.array(z.string()).nullish(),
  reconcileIssues: z.array(z.int()).max(50).nullish(),
});
type Search = z.infer<typeof SearchBody>;
const CountBody = z.object({ jql: z.string() });
const ParseBody = z.object({ queries: z.array(z.string()).min(1).max(100) });

export const environment = (call: Call): JqlEnvironment => ({
  state: call.state,
  viewer: call.viewer,
  now: call.now,
});

function search(call: Call, asked: Search): Answer {
  const properties = asked.properties ?? [];
  if (properties.length > MOST_PROPERTIES)
    throw badRequest(`The maximum number of properties is ${MOST_PROPERTIES}.`);
  const fields = selectFields(call.state, asked.fields ?? [], 'id', asked.fieldsByKeys ?? false);
  const expand = new Set((asked.expand ?? '').split(',').map((each) => each.trim()));
  const idsAlone = fields.idOnly && properties.length === 0 && !expand.has('changelog');
  const size = Math.min(asked.maxResults ?? USUAL_PAGE, idsAlone ? MOST_IDS : MOST_ISSUES);
  const { ids, next } = answering(() =>
    call.pages.page(asked.jql, environment(call), asked.nextPageToken ?? undefined, size),
  );
  // One deleted since the first page has left the list behind.
  const found = ids.flatMap((id) => call.state.issues.get(id) ?? []);
  const viewing = { state: call.state, viewer: call.viewer, version: call.version };
  const issues = found.map((issue) =>
    issueView(viewing, issue, {
      fields,
      expand: new Set([...expand].filter((each) => each === 'changelog')),
      properties,
    }),
  );
  return ok(
    {
      isLast: next === undefined,
      issues,
      ...(next === undefined ? {} : { nextPageToken: next }),
      ...(expand.has('names') ? { names: fieldNames(call.state, fields) } : {}),
      ...(expand.has('schema') ? { schema: fieldSchemas(call.state, fields) } : {}),
    },
    issues.length,
  );
}

/** Runs a query; what is wrong with it becomes a 400. */
function answering<T>(run: () => T): T {
  try {
    return run();
  } catch (problem) {
    if (problem instanceof JqlProblem || problem instanceof BadPageToken)
      throw badRequest(problem.message);
    throw problem;
  }
}

function searchOfQuery(call: Call): Search {
  const list = (name: string) => call.query.getAll(name).flatMap((each) => each.split(','));
  const size = call.query.get('maxResults');
  const parsed = SearchBody.safeParse({
    jql: call.query.get('jql') ?? '',
    nextPageToken: call.query.get('nextPageToken'),
    maxResults: size === null ? null : Number(size),
    fields: list('fields'),
    properties: list('properties'),
    expand: call.query.get('expand'),
    fieldsByKeys: call.query.get('fieldsByKeys') === 'true',
  });
  if (!parsed.success) throw badRequest('The query parameters of the search are not valid.');
  return parsed.data;
}

function parseQueries(call: Call): Answer {
  const queries = readBody(call, ParseBody).queries.map((query) => {
    try {
      parseJql(query);
      return { query };
    } catch (problem) {
      if (!(problem instanceof JqlProblem)) throw problem;
      return { query, errors: [problem.message] };
    }
  });
  return ok({ queries });
}

const gone = (): never => {
  throw new JiraError(410, [
    'The requested API has been removed. Please use the newer, enhanced search-based API instead. Migrate to /rest/api/3/search/jql.',
  ]);
};

export const SEARCH_ROUTES: readonly Route[] = [
  {
    method: 'POST',
    pattern: '/search/jql',
    kind: 'read',
    handle: (call) => search(call, readBody(call, SearchBody)),
  },
  {
    method: 'GET',
    pattern: '/search/jql',
    kind: 'read',
    handle: (call) => search(call, searchOfQuery(call)),
  },
  {
    method: 'POST',
    pattern: '/search/approximate-count',
    kind: 'read',
    handle: (call) =>
      ok({
        count: answering(() => call.pages.count(readBody(call, CountBody).jql, environment(call))),
      }),
  },
  { method: 'POST', pattern: '/jql/parse', kind: 'read', handle: parseQueries },
  { method: 'GET', pattern: '/search', kind: 'read', handle: gone },
  { method: 'POST', pattern: '/search', kind: 'read', handle: gone },
];
