import type { JSX } from 'react';
import type { ScoreView } from '../../../../../../src/contract/score';
import { rationale } from '../../../shared/text/sentences';
import { UserText } from '../../../shared/text/user-text';
import styles from './score-in-words.module.css';

/** The whole panel as sentences: for who listens instead of looking, and for quoting. */
export function ScoreInWords({ view }: { readonly view: ScoreView }): JSX.Element {
  return (
    <details className={styles.words}>
      <summary>The same in words</summary>
      <ul>
        {rationale(view).map((sentence, i) => (
          <li key={i}>
            <UserText>{sentence}</UserText>
          </li>
        ))}
      </ul>
    </details>
  );
}
