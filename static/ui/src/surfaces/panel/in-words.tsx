import type { JSX } from 'react';
import type { ScoreView } from '../../../../../src/contract/score';
import { rationale } from '../../shared/sentences';
import { Words } from '../../shared/words';
import styles from './in-words.module.css';

/** The whole panel as sentences: for who listens instead of looking, and for quoting. */
export function InWords({ view }: { readonly view: ScoreView }): JSX.Element {
  return (
    <details className={styles.words}>
      <summary>The same in words</summary>
      <ul>
        {rationale(view).map((sentence, i) => (
          <li key={i}>
            <Words>{sentence}</Words>
          </li>
        ))}
      </ul>
    </details>
  );
}
