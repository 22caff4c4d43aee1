import Button, { IconButton } from '@atlaskit/button/new';
import AddIcon from '@atlaskit/icon/core/add';
import CrossIcon from '@atlaskit/icon/core/cross';
import { useState } from 'react';
import { Link } from 'react-router';
import { jira } from '../jira/rest';
import type { Issue, IssueLink, LinkedIssue } from '../jira/shapes';
import { Priority, StatusLozenge, TypeIcon } from '../parts/issue-look';
import { AddLink } from './add-link';
import { useChange } from './use-change-issue';

interface End {
  readonly linkId: string;
  readonly phrase: string;
  readonly other: LinkedIssue;
}

/** Jira names the other end: an `inwardIssue` does "is blocked by" to this one. */
function endOf({ id, type, inwardIssue, outwardIssue }: IssueLink): readonly End[] {
  if (outwardIssue !== undefined)
    return [{ linkId: id, phrase: type.outward, other: outwardIssue }];
  return inwardIssue === undefined ? [] : [{ linkId: id, phrase: type.inward, other: inwardIssue }];
}

export function Links({ issue, mayLink }: { readonly issue: Issue; readonly mayLink: boolean }) {
  const [adding, setAdding] = useState(false);
  const remove = useChange('The link', issue.key, (linkId: string) =>
    jira('DELETE', `/issueLink/${linkId}`),
  );
  const ends = (issue.fields.issuelinks ?? []).flatMap(endOf);
  const phrases = [...new Set(ends.map(({ phrase }) => phrase))];
  return (
    <section aria-labelledby="links">
      <div className="section-head">
        <h2 id="links">Linked issues</h2>
        {mayLink ? (
          <Button
            appearance="subtle"
            spacing="compact"
            iconBefore={AddIcon}
            onClick={() => {
              setAdding(true);
            }}
          >
            Add link
          </Button>
        ) : null}
      </div>
      {adding ? (
        <AddLink
          issueKey={issue.key}
          onClose={() => {
            setAdding(false);
          }}
        />
      ) : null}
      {ends.length === 0 && !adding ? <p className="quiet">No issue is linked.</p> : null}
      {phrases.map((phrase) => (
        <div key={phrase}>
          <h3>{phrase}</h3>
          <ul className="links">
            {ends
              .filter((end) => end.phrase === phrase)
              .map(({ linkId, other }) => (
                <li key={linkId}>
                  <TypeIcon name={other.fields.issuetype?.name ?? 'Issue'} />
                  <Link to={`/browse/${other.key}`}>{other.key}</Link>
                  <span className="clip links-summary">{other.fields.summary}</span>
                  <span className="links-priority">
                    {other.fields.priority ? <Priority name={other.fields.priority.name} /> : null}
                  </span>
                  {other.fields.status === undefined ? null : (
                    <StatusLozenge status={other.fields.status} />
                  )}
                  {mayLink ? (
                    <IconButton
                      icon={CrossIcon}
                      label={`Remove the link to ${other.key}`}
                      appearance="subtle"
                      spacing="compact"
                      isDisabled={remove.isPending}
                      onClick={() => {
                        remove.mutate(linkId);
                      }}
                    />
                  ) : null}
                </li>
              ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
