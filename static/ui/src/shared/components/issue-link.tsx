import type { JSX, MouseEvent } from 'react';
import { issuePath, openIssue } from '../../bridge';
import { useSiteUrl } from '../hooks/site-url';
import { shorten } from '../text/visible-text';

/** A link that a person can copy or middle-click; a plain click goes through Jira's router, as the iframe may not navigate. */
export function IssueLink({ issueKey }: { readonly issueKey: string }): JSX.Element {
  const siteUrl = useSiteUrl();
  const open = (event: MouseEvent): void => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    void openIssue(issueKey);
  };
  return (
    <a href={siteUrl + issuePath(issueKey)} target="_blank" rel="noreferrer" onClick={open}>
      {shorten(issueKey, 40)}
    </a>
  );
}
