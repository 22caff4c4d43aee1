import type { Issue } from '../model/issue';
import { mayInProject, mayOnIssue } from '../model/permissions';
import { compileJql, findJqlField } from './compile-jql';
import type { JqlEnvironment } from './jql-field';
import { JqlProblem, unmodelledJql } from './jql-problem';
import { parseJql, type Query } from './parse-jql';

/** The ids of the issues that the viewer may see and the query finds, in its order. Throws `JqlProblem`. */
export function searchIssues(jql: string, env: JqlEnvironment): readonly number[] {
  const { matcher, compare } = prepared(jql, env);
  if (matcher === null)
    throw new JqlProblem(
      'Unbounded JQL queries are not allowed here. Please add a search restriction to your query.',
    );
  const visible = new Set(
    [...env.state.projects.values()].filter((project) =>
      mayInProject(env.state, env.viewer, project, 'BROWSE_PROJECTS'),
    ),
  );
  const found: Issue[] = [];
  const seen = new Set<Issue>();
  const late = asIndexed(env);
  // The shorter ways lead to issues as they are, not as the index has them.
  const candidates = late === null ? matcher.candidates : null;
  for (const issue of candidates ?? late ?? env.state.issues.values()) {
    if (seen.has(issue) || !visible.has(issue.project) || !matcher.test(issue)) continue;
    if (candidates !== null) seen.add(issue);
    if (issue.security !== null && !mayOnIssue(env.state, env.viewer, issue, 'BROWSE_PROJECTS'))
      continue;
    found.push(issue);
  }
  return compare(found);
}

/** Null when the index does not lag; issues that are to be reconciled are as they stand now in any case. */
function asIndexed({ state, now, reconciled }: JqlEnvironment): Iterable<Issue> | null {
  const late = state.index.late(now);
  if (late === null || reconciled === undefined || reconciled.size === 0)
    return late === null ? null : late.values();
  const current = new Map(late);
  for (const id of reconciled) {
    const issue = state.issues.get(id);
    if (issue === undefined) current.delete(id);
    else current.set(id, issue);
  }
  return current.values();
}

/** Throws `JqlProblem` for whatever a search by this query would, except that it has no bounds. */
export function checkJql(jql: string, env: JqlEnvironment): void {
  prepared(jql, env);
}

function prepared(jql: string, env: JqlEnvironment) {
  const query = parseJql(jql);
  return {
    matcher: query.where === undefined ? null : compileJql(query.where, env),
    compare: ordering(query, env),
  };
}

/**
 * Without ORDER BY the newest issue comes first. Empty counts as highest: last when ascending, first when descending. Ties go by
 * id, so that pages never overlap.
 */
function ordering(
  query: Query,
  env: JqlEnvironment,
): (issues: readonly Issue[]) => readonly number[] {
  const columns = query.orderBy.map(({ field: name, descending }) => {
    const { sortKey, downwards, unsortable } = findJqlField(name, env);
    if (sortKey === undefined)
      throw unsortable === true
        ? new JqlProblem(`Not able to sort using field '${name}'.`)
        : unmodelledJql(`sorting by '${name}'`);
    return { sortKey, sign: (descending ?? downwards === true) ? -1 : 1 };
  });
  return (issues) => {
    const rows = issues.map((issue) => ({
      id: issue.id,
      keys: columns.map(({ sortKey }) => sortKey(issue, env)),
    }));
    rows.sort((a, b) => {
      for (const [at, { sign }] of columns.entries()) {
        const order = compareKeys(a.keys[at] ?? null, b.keys[at] ?? null);
        if (order !== 0) return order * sign;
      }
      return b.id - a.id;
    });
    return rows.map((row) => row.id);
  };
}

function compareKeys(a: string | number | null, b: string | number | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b ? -1 : 1;
}
