import { describeChange } from '../../../../../../src/core/describe/describe-change';
import { describeCause } from '../../../../../../src/core/describe/describe-cause';
import type { JSX } from 'react';
import type { DecisionView } from '../../../../../../src/contract/decisions';
import { ago } from '../../../shared/text/ago';
import { authorText, changeText, kindName, scoreText } from '../../../shared/text/decision-text';
import { asSentence } from '../../../shared/text/sentences';
import { useNow } from '../../../shared/hooks/use-now';
import { UserText } from '../../../shared/text/user-text';
import styles from './decision-entry.module.css';
import layout from '../../../shared/styles/layout.module.css';

export function DecisionEntry({ decision }: { readonly decision: DecisionView }): JSX.Element {
  const now = useNow(60_000);
  const score = scoreText(decision);
  return (
    <article className={styles.entry}>
      <p className={styles.meta}>
        <strong>{kindName(decision.kind)}</strong> ·{' '}
        <time dateTime={decision.at}>{ago(decision.at, now)}</time> ·{' '}
        <UserText max={120}>{authorText(decision)}</UserText>
      </p>
      <ul className={layout.list}>
        {decision.changes.map((change, i) => (
          <li key={i}>
            <span className={styles.change}>
              <UserText max={300}>{changeText(change)}</UserText>
            </span>
            <Because change={change} />
          </li>
        ))}
        {score !== null && <li className={styles.change}>{score}</li>}
      </ul>
      <p className={styles.cause}>
        <UserText max={600}>{asSentence(describeCause(decision.cause))}</UserText>
      </p>
      {decision.reason !== null && (
        <blockquote className={styles.reason}>
          <UserText max={1000}>{decision.reason}</UserText>
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
      <UserText max={300}>{because}</UserText>
    </span>
  );
}
