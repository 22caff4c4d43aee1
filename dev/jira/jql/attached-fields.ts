import { EQUALITY, type JqlField } from './jql-field';
import { visibleIssue } from './issue-fields';

/** Only whether there are any can be asked. */
export const attachments: JqlField = {
  name: 'attachments',
  operators: new Set(['is', 'is not']),
  values: (issue) => Array.from({ length: Math.min(issue.attachmentCount, 1) }, () => 'one'),
  resolve: (text) => [text],
};

export const issueLink: JqlField = {
  name: 'issueLink',
  operators: EQUALITY,
  unsortable: true,
  values: (issue) =>
    issue.links.map(
      ({ source, destination }) => (source.id === issue.id ? destination : source).id,
    ),
  resolve: (text, env) => [visibleIssue(text, 'issueLink', env).id],
};
