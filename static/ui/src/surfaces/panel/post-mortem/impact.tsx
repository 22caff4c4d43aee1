import type { JSX } from 'react';
import type { LinkedIssue, PostMortemView } from '../../../../../../src/core/post-mortem/view';
import { IssueLink } from '../../../shared/components/issue-link';
import { UserText } from '../../../shared/text/user-text';
import styles from './editor.module.css';
import layout from '../../../shared/styles/layout.module.css';

/** What Jira knows of the impact. */
export function Impact({ view }: { readonly view: PostMortemView }): JSX.Element {
  return (
    <dl className={styles.facts}>
      <dt>Severity</dt>
      <dd>{view.severity === null ? 'no incident is linked' : `SEV${view.severity}`}</dd>
      <dt>Incidents</dt>
      <dd>
        <Issues issues={view.incidents} none="none that you may see" />
      </dd>
      <dt>Support cases</dt>
      <dd>
        <Issues issues={view.supportCases} none="none is linked" />
      </dd>
    </dl>
  );
}

function Issues({
  issues,
  none,
}: {
  readonly issues: readonly LinkedIssue[];
  readonly none: string;
}): JSX.Element {
  if (issues.length === 0) return <>{none}</>;
  return (
    <ul className={`${layout.column} ${styles.list}`}>
      {issues.map(({ key, summary }) => (
        <li key={key}>
          <IssueLink issueKey={key} /> <UserText max={120}>{summary}</UserText>
        </li>
      ))}
    </ul>
  );
}
