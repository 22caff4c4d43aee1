import { z } from 'zod';
import type { JqlEnvironment } from '../jql/jql-field';
import { JqlProblem } from '../jql/jql-problem';
import { BadPageToken } from '../jql/page-cache';
import { jqlStructure } from '../jql/jql-structure';
import { readJql } from '../jql/parse-jql';
import { checkJql } from '../jql/search-issues';
import { selectFields } from '../views/field-selection';
import { fieldNames, fieldSchemas, issueView } from '../views/issue-view';
import { ok, readBody, type Answer, type Call, type Route } from './call';
import { isOn, listed } from './query';
import { badRequest, JiraError } from '../jira-error';

/** Page sizes of `/search/jql`: with fields, and with ids alone. */
const MOST_ISSUES = 100;
const MOST_IDS = 5_000;
const USUAL_PAGE = 50;
export const MOST_PROPERTIES = 5;
/** What `expand` adds to each issue; the rest it adds once for all of them. */
const OF_ISSUES = ['changelog', 'transitions', 'editmeta'];

const SearchBody = z.object({
  jql: z.string(),
  nextPageToken: z.string().nullish(),
  maxResults: z.int().nullish(),
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
  const wanted = asked.maxResults ?? USUAL_PAGE;
  if (wanted < 1 || wanted > MOST_IDS)
    throw badRequest(`The value of maxResults must be between 1 and ${MOST_IDS}.`);
  const fields = selectFields(call.state, asked.fields ?? [], 'id', asked.fieldsByKeys ?? false);
  const expand = new Set((asked.expand ?? '').split(',').map((each) => each.trim()));
  const idsAlone =
    fields.idOnly && properties.length === 0 && !OF_ISSUES.some((each) => expand.has(each));
  const size = Math.min(wanted, idsAlone ? MOST_IDS : MOST_ISSUES);
  const { ids, next } = answering(() =>
    call.pages.page(
      asked.jql,
      { ...environment(call), reconciled: new Set(asked.reconcileIssues ?? []) },
      asked.nextPageToken ?? undefined,
      size,
    ),
  );
  // One deleted since the first page has left the list behind.
  const found = ids.flatMap((id) => call.state.issues.get(id) ?? []);
  const viewing = { state: call.state, viewer: call.viewer, version: call.version };
  const issues = found.map((issue) =>
    issueView(viewing, issue, {
      fields: idsAlone ? fields : { ...fields, idOnly: false },
      expand: new Set(OF_ISSUES.filter((each) => expand.has(each))),
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
  const size = call.query.get('maxResults');
  const parsed = SearchBody.safeParse({
    jql: call.query.get('jql') ?? '',
    nextPageToken: call.query.get('nextPageToken'),
    maxResults: size === null ? null : Number(size),
    fields: listed(call, 'fields'),
    properties: listed(call, 'properties'),
    expand: call.query.get('expand'),
    fieldsByKeys: isOn(call, 'fieldsByKeys'),
    reconcileIssues: listed(call, 'reconcileIssues').map(Number),
  });
  if (!parsed.success) throw badRequest('The query parameters of the search are not valid.');
  return parsed.data;
}

/** `strict` leaves out the structure of a query with mistakes, `warn` tells both, `none` looks at the grammar alone. */
function parseQueries(call: Call): Answer {
  const validation = call.query.get('validation') ?? 'strict';
  if (!['strict', 'warn', 'none'].includes(validation))
    throw badRequest(`'${validation}' is not a valid validation: use strict, warn or none.`);
  const queries = readBody(call, ParseBody).queries.map((query) => {
    const structure = trying(() => jqlStructure(readJql(query)));
    if (structure.problem !== null) return { query, errors: [structure.problem] };
    const meaning =
      validation === 'none' ? null : trying(() => checkJql(query, environment(call))).problem;
    return {
      query,
      ...(meaning === null || validation === 'warn' ? { structure: structure.value } : {}),
      ...(meaning === null ? {} : { errors: [meaning] }),
    };
  });
  return ok({ queries });
}

/** What a query gives, or why it gives nothing. */
function trying<T>(
  run: () => T,
): { readonly value: T; readonly problem: null } | { readonly problem: string } {
  try {
    return { value: run(), problem: null };
  } catch (problem) {
    if (!(problem instanceof JqlProblem)) throw problem;
    return { problem: problem.message };
  }
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
