import type { Issue, Link } from '../model/issue';
import { mayOnIssue } from '../model/permissions';
import { findIssue } from '../model/site-state';
import {
  EQUALITY_WITHOUT_EMPTY,
  type JqlEnvironment,
  type JqlField,
  type JqlValue,
} from './jql-field';
import { JqlProblem } from './jql-problem';

export function visibleIssue(
  text: string,
  field: string,
  { state, viewer }: JqlEnvironment,
): Issue {
  const issue = findIssue(state, text);
  if (issue === undefined || !mayOnIssue(state, viewer, issue, 'BROWSE_PROJECTS')) {
    throw new JqlProblem(`An issue with key '${text}' does not exist for field '${field}'.`);
  }
  return issue;
}

export const issueField: JqlField = {
  name: 'key',
  operators: EQUALITY_WITHOUT_EMPTY,
  more: new Set(['>', '>=', '<', '<=']),
  values: (issue) => [issue.id],
  resolve: (text, env) => [visibleIssue(text, 'key', env).id],
  functions: {
    linkedissues: linkedIssues,
    watchedissues: (_, { state, viewer }) =>
      [...state.issues.values()]
        .filter(({ watchers }) => watchers.includes(viewer))
        .map(({ id }) => id),
    votedissues: (_, { state, viewer }) =>
      [...state.issues.values()]
        .filter(({ voters }) => voters.includes(viewer))
        .map(({ id }) => id),
  },
  sortKey: (issue) => issue.project.key.padEnd(12) + String(issue.number).padStart(9, '0'),
  lookUp: (values, { state }) => values.flatMap((value) => state.issues.get(value as number) ?? []),
};

function linkedIssues(
  [key, ...kinds]: readonly string[],
  env: JqlEnvironment,
): readonly JqlValue[] {
  if (key === undefined)
    throw new JqlProblem(
      "Function 'linkedIssues' expected at least '1' arguments but received '0'.",
    );
  const issue = visibleIssue(key, 'issue', env);
  const wanted = kinds.map((kind) => {
    const known = env.state.linkTypes
      .all()
      .some((type) =>
        [type.name, type.inward, type.outward].some(
          (words) => words.toLowerCase() === kind.toLowerCase(),
        ),
      );
    if (!known)
      throw new JqlProblem(
        `Issue link type '${kind}' could not be found in function 'linkedIssues'.`,
      );
    return kind.toLowerCase();
  });
  return issue.links
    .filter(
      (link) =>
        wanted.length === 0 || linkWords(issue, link).some((words) => wanted.includes(words)),
    )
    .map((link) => (link.source === issue ? link.destination : link.source))
    .filter((end) => !end.stub)
    .map(({ id }) => id);
}

export function linkWords(issue: Issue, link: Link): readonly string[] {
  return [
    link.type.name.toLowerCase(),
    (link.source.id === issue.id ? link.type.outward : link.type.inward).toLowerCase(),
  ];
}
