import Heading from '@atlaskit/heading';
import Lozenge from '@atlaskit/lozenge';
import type { JSX } from 'react';
import type { FollowThroughView } from '../../../../../../src/contract/follow-through';
import { dayOf } from '../../../shared/text/ago';
import { Answered } from '../../../shared/questions/answered';
import { count, percent } from '../../../shared/text/format-number';
import { IssueLink } from '../../../shared/components/issue-link';
import { useAnswer } from '../../../shared/questions/use-answer';
import { UserText } from '../../../shared/text/user-text';
import styles from './lane.module.css';

/** Whether what the project learned from urgent fixes was done. */
export function FollowThrough({ issueId }: { readonly issueId: string }): JSX.Element {
  const asked = useAnswer('followthrough.view', { issueId });
  return (
    <Answered asked={asked} loading="Counting preventive actions…">
      {(view: FollowThroughView) => (
        <section>
          <Heading size="small" as="h2">
            Follow-through of post-mortems
          </Heading>
          {view.postMortems === 0 ? (
            <p className={styles.note}>
              This project has no post-mortem yet. What one promises is followed here.
            </p>
          ) : (
            <Numbers view={view} />
          )}
        </section>
      )}
    </Answered>
  );
}

function Numbers({
  view: { done, overdue, open, share, recurrences, owed, others, complete, postMortems },
}: {
  readonly view: FollowThroughView;
}): JSX.Element {
  return (
    <>
      <p className={styles.note}>
        {`Preventive actions of ${count(postMortems, 'post-mortem')} in this project`}
        {!complete && ', those due last'}
        {`: ${done.inTime} done in time, ${done.late} done late, ${overdue} overdue, ${open} open.`}
        {share !== null && ` ${percent(share)} of what had to be done by now came in time.`}
        {recurrences > 0 &&
          ` ${count(recurrences, 'incident')} came again while an action against it was open.`}
      </p>
      {owed.length > 0 && (
        <ul className={styles.undone} aria-label="Preventive actions that are not done">
          {owed.map(({ key, summary, due, overdue: late }) => (
            <li key={key}>
              <IssueLink issueKey={key} /> <UserText max={90}>{summary}</UserText>{' '}
              <Lozenge
                appearance={late ? 'danger' : 'neutral'}
              >{`${late ? 'overdue since' : 'due'} ${dayOf(due) ?? due}`}</Lozenge>
            </li>
          ))}
        </ul>
      )}
      {others > 0 && (
        <p
          className={styles.note}
        >{`${others} more ${others === 1 ? 'is' : 'are'} not done and not named here.`}</p>
      )}
    </>
  );
}
