import type { JSX } from 'react';
import type { DecisionView } from '../../../../../../src/contract/decisions';
import { describeCause } from '../../../../../../src/core/describe/describe-cause';
import { describeChange } from '../../../../../../src/core/describe/describe-change';
import { ago } from '../../../shared/ago';
import { authorWords, changeWords, kindName, scoreWords } from '../../../shared/decision-words';
import { asSentence } from '../../../shared/sentences';
import { useNow } from '../../../shared/use-now';
import { Words } from '../../../shared/words';
import styles from './decisions.module.css';

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
            <Because change={change} />
          </li>
        ))}
        {score !== null && <li className={styles.change}>{score}</li>}
      </ul>
      <p className={styles.cause}>
        <Words max={600}>{asSentence(describeCause(decision.cause))}</Words>
      </p>
      {decision.reason !== null && (
        <blockquote className={styles.reason}>
          <Words max={1000}>{decision.reason}</Words>
        </blockquote>
      )}
    </article>
  );
}

function Because({
  change,
}: {
  readonly change: DecisionView['changes'][number];
}): JSX.Element | null {
  const { because } = describeChange(change);
  if (because === undefined) return null;
  return (
    <span className={styles.because}>
      {' '}
      <Words max={300}>{because}</Words>
    </span>
  );
}
