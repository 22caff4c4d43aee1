import { describeCause } from '../../../../../../src/core/describe/describe-cause';
import type { JSX } from 'react';
import type { ScoreView } from '../../../../../../src/contract/score';
import { ago } from '../../../shared/text/ago';
import { changeText } from '../../../shared/text/decision-text';
import { asSentence } from '../../../shared/text/sentences';
import { useNow } from '../../../shared/hooks/use-now';
import { UserText } from '../../../shared/text/user-text';
import styles from './why-it-moved.module.css';
import text from '../../../shared/styles/text.module.css';

/** What changed lately, in one breath: the last decision with its cause, and what moved after it. */
export function WhyItMoved({
  history: { last, since },
}: Pick<ScoreView, 'history'>): JSX.Element | null {
  const now = useNow(60_000);
  if (last === null) return null;
  return (
    <section className={styles.moved} aria-label="Why it moved">
      <p className={styles.line}>
        <strong>
          <UserText max={200}>{last.changes.map(changeText).join(' · ')}</UserText>
        </strong>{' '}
        <time className={text.aside} dateTime={last.at}>
          {ago(last.at, now)}
        </time>
      </p>
      <p className={styles.line}>
        <UserText max={400}>{asSentence(describeCause(last.cause))}</UserText>
      </p>
      {since !== null && (
        <p className={styles.line}>
          Since then <UserText max={400}>{asSentence(since)}</UserText>
        </p>
      )}
    </section>
  );
}
