import type { JSX } from 'react';
import type { PostMortemView } from '../../../../../../src/core/post-mortem/view';
import { count, percent } from '../../../shared/text/format-number';
import styles from './post-mortem.module.css';

/** Whether this project does what its post-mortems promise. */
export function FollowThroughLine({ view }: { readonly view: PostMortemView }): JSX.Element | null {
  const { actions, share, recurrences, postMortems } = view.followThrough;
  const all = actions.inTime + actions.late + actions.overdue + actions.open;
  if (all === 0) return null;
  return (
    <section aria-label="Follow-through" className={styles.follow}>
      <p>
        <strong>Follow-through in this project:</strong>{' '}
        {share === null
          ? 'no action had to be done yet'
          : `${percent(share)} of the actions that were due were done in time`}
        .
      </p>
      <p className={styles.note}>
        {[
          count(postMortems, 'post-mortem'),
          `${count(all, 'action')}: ${actions.inTime} in time, ${actions.late} late, ${actions.overdue} overdue, ${actions.open} open`,
          `${count(recurrences, 'incident')} came again meanwhile`,
        ].join(' · ')}
      </p>
    </section>
  );
}
