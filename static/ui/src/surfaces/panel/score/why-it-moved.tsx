import type { JSX } from 'react';
import type { ScoreView } from '../../../../../../src/contract/score';
import { ago } from '../../../shared/ago';
import { changeWords } from '../../../shared/decision-words';
import { asSentence } from '../../../shared/sentences';
import { useNow } from '../../../shared/use-now';
import { Words } from '../../../shared/words';
import styles from './why-it-moved.module.css';

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
          <Words max={200}>{last.changes.map(changeWords).join(' · ')}</Words>
        </strong>{' '}
        <time className={styles.when} dateTime={last.at}>
          {ago(last.at, now)}
        </time>
      </p>
      <p className={styles.line}>
        <Words max={400}>{asSentence(last.cause)}</Words>
      </p>
      {since !== null && (
        <p className={styles.line}>
          Since then <Words max={400}>{asSentence(since)}</Words>
        </p>
      )}
    </section>
  );
}
