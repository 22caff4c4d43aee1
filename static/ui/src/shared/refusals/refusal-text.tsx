import type { JSX } from 'react';
import type { Refusal } from '../../../../../src/contract';
import { Words } from '../text/user-text';
import styles from './refusal-text.module.css';

/** Why something was not done, beside the form that asked for it. */
export function RefusedWords({ refusal }: { readonly refusal: Refusal | undefined }): JSX.Element {
  return (
    <div role="alert">
      {refusal !== undefined && (
        <p className={styles.refused}>
          <strong>
            <Words max={400}>{refusal.what}</Words>.
          </strong>{' '}
          <Words max={400}>{refusal.advice}</Words>
        </p>
      )}
    </div>
  );
}
