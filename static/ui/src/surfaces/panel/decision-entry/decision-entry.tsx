import type { JSX } from 'react';
import type { DecisionView } from '../../../../../../src/contract/decisions';
import { ago } from '../../../shared/text/ago';
import { authorWords, changeWords, kindName, scoreWords } from '../../../shared/text/decision-text';
import { asSentence } from '../../../shared/text/sentences';
import { useNow } from '../../../shared/hooks/use-now';
import { Words } from '../../../shared/text/user-text';
import styles from '../decisions/decisions.module.css';

export function DecisionEntry({ decision }: { readonly decision: DecisionView }): JSX.Element {
  const now = useNow(60_000);
  const score = scoreWords(decision);
  return (
    <article className={styles.entry}>
      <p className={styles.meta}>
        <strong>{kindName(decision.kind)}</strong> ·{' '}
        <time dateTime={decision.at}>{ago(decision.at, now)}</time> ·{' '}
        <Words max={120}>{authorWords(decision)}</Words>
      </p>
      <ul className={styles.changes}>
        {decision.changes.map((change, i) => (
          <li key={i}>
            <span className={styles.change}>
              <Words max={300}>{changeWords(change)}</Words>
            </span>
            {change.because !== undefined && (
              <span className={styles.because}>
                {' '}
                <Words max={300}>{change.because}</Words>
              </span>
            )}
          </li>
        ))}
        {score !== null && <li className={styles.change}>{score}</li>}
      </ul>
      <p className={styles.cause}>
        <Words max={600}>{asSentence(decision.cause)}</Words>
      </p>
      {decision.reason !== null && (
        <blockquote className={styles.reason}>
          <Words max={1000}>{decision.reason}</Words>
        </blockquote>
      )}
    </article>
  );
}
