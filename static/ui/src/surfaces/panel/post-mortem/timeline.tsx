import type { JSX } from 'react';
import { duration } from '../../../../../../src/core/post-mortem/document';
import type { PostMortemView } from '../../../../../../src/core/post-mortem/view';
import { IssueLink } from '../../../shared/components/issue-link';
import { UserText } from '../../../shared/text/user-text';
import styles from './post-mortem.module.css';
import { nameOf } from './post-mortem-text';
import layout from '../../../shared/styles/layout.module.css';

const format = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
});

/** What Jira knows of how it went, the oldest first. */
export function Timeline({ view }: { readonly view: PostMortemView }): JSX.Element {
  const { spans, timeline } = view;
  return (
    <div>
      <p className={styles.spans}>
        {spans.toFirstStep !== null && `First step after ${duration(spans.toFirstStep)}. `}
        {spans.toResolution !== null && `Resolved after ${duration(spans.toResolution)}.`}
      </p>
      {/* It scrolls by itself, so the keyboard must reach it. */}
      <div
        className={styles.scroll}
        tabIndex={0}
        role="region"
        aria-label="What Jira knows of how it went"
      >
        <ol className={layout.list}>
          {timeline.map((entry, at) => (
            <li key={`${entry.at}-${at}`} className={styles.moment} data-kind={entry.kind}>
              <time dateTime={new Date(entry.at).toISOString()}>
                {format.format(new Date(entry.at))}
              </time>
              <div>
                {entry.key !== null && entry.key !== view.key && (
                  <>
                    <IssueLink issueKey={entry.key} />{' '}
                  </>
                )}
                <UserText max={260}>{entry.what}</UserText>
                {entry.by !== null && (
                  <span className={styles.by}>
                    {' '}
                    <UserText max={60}>{nameOf(entry.by, view)}</UserText>
                  </span>
                )}
              </div>
            </li>
          ))}
        </ol>
      </div>
    </div>
  );
}
