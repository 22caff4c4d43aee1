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
  values: (issue) => [issue],
  resolve: (text, env) => [visibleIssue(text, 'key', env)],
  functions: { linkedissues: linkedIssues },
  sortKey: (issue) => issue.project.key.padEnd(12) + String(issue.number).padStart(9, '0'),
  lookUp: (values) => values as readonly Issue[],
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
    .filter((end) => !end.stub);
}

export function linkWords(issue: Issue, link: Link): readonly string[] {
  return [
    link.type.name.toLowerCase(),
    (link.source === issue ? link.type.outward : link.type.inward).toLowerCase(),
  ];
}
