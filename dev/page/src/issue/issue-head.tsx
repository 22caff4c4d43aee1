import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { jira } from '../jira/rest';
import type { Editable, Issue } from '../jira/shapes';
import { TypeIcon } from '../parts/issue-look';
import { DeleteIssue } from './delete-issue';
import { InlineEdit } from './inline-edit';
import { TypedEditor } from './typed-editor';
import { useChange } from './use-change-issue';

interface IssueHeadProps {
  readonly issue: Issue;
  readonly editable: Readonly<Record<string, Editable>>;
  readonly mayDelete: boolean;
  /** What stands below the summary. */
  readonly children: ReactNode;
}

export function IssueHead({ issue, editable, mayDelete, children }: IssueHeadProps) {
  const { summary, issuetype, project, parent } = issue.fields;
  const change = useChange(
    'The summary',
    issue.key,
    (typed: string) => jira('PUT', `/issue/${issue.key}`, { fields: { summary: typed } }),
    true,
  );
  return (
    <header className="issue-head">
      <div className="issue-head-row">
        <nav aria-label="Breadcrumbs" className="breadcrumbs">
          <Link to="/issues">Issues</Link>
          {project ? (
            <Link to={`/issues?${new URLSearchParams({ project: project.key }).toString()}`}>
              {project.name}
            </Link>
          ) : null}
          {parent ? (
            <Link to={`/browse/${parent.key}`} title={parent.fields.summary}>
              {parent.key}
            </Link>
          ) : null}
          <span className="with-icon" aria-current="page">
            <TypeIcon name={issuetype?.name ?? 'Issue'} />
            {issue.key}
          </span>
        </nav>
        {mayDelete ? <DeleteIssue issueKey={issue.key} /> : null}
      </div>
      <h1>
        <InlineEdit
          label="Summary"
          editor={
            editable['summary'] === undefined
              ? null
              : (close) => (
                  <TypedEditor
                    label="Summary"
                    type="text"
                    value={summary ?? ''}
                    save={(typed) => change.mutateAsync(typed)}
                    close={close}
                  />
                )
          }
        >
          {summary ?? ''}
        </InlineEdit>
      </h1>
      <div className="toolbar">{children}</div>
    </header>
  );
}
