import type { JSX } from 'react';
import type { RubricChange } from '../../../../../../src/core/rubric/document/rubric-change';
import { count } from '../../../shared/text/format-number';
import { UserText } from '../../../shared/text/user-text';
import styles from './rubric-changes.module.css';
import textStyles from '../../../shared/styles/text.module.css';
import layout from '../../../shared/styles/layout.module.css';

interface Props {
  readonly changes: readonly RubricChange[];
  /** Said when there is none. */
  readonly none: string;
  /** How many more there are than are given. */
  readonly more?: number;
}

/** More than these are folded away. */
const SHOWN = 8;

/** What one rubric decides otherwise than another, in words. */
export function ChangeList({ changes, none, more = 0 }: Props): JSX.Element {
  if (changes.length === 0) return <p className={textStyles.note}>{none}</p>;
  return (
    <>
      <Lines changes={changes.slice(0, SHOWN)} />
      {changes.length > SHOWN && (
        <details className={styles.rest}>
          <summary>{count(changes.length - SHOWN, 'more change')}</summary>
          <Lines changes={changes.slice(SHOWN)} />
        </details>
      )}
      {more > 0 && <p className={textStyles.note}>and {count(more, 'more change')}</p>}
    </>
  );
}

function Lines({ changes }: Pick<Props, 'changes'>): JSX.Element {
  return (
    <ul className={layout.bullets}>
      {changes.map(({ path, text }, at) => (
        <li key={`${path} ${String(at)}`}>
          <UserText max={260}>{text}</UserText>
        </li>
      ))}
    </ul>
  );
}
