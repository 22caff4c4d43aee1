import type { JSX } from 'react';
import type { Refusal } from '../../../../../src/contract';
import { UserText } from '../text/user-text';
import styles from './refusal-text.module.css';

/** Why something was not done, beside the form that asked for it. */
export function RefusedText({ refusal }: { readonly refusal: Refusal | undefined }): JSX.Element {
  return (
    <div role="alert">
      {refusal !== undefined && (
        <p className={styles.refused}>
          <strong>
            <UserText max={400}>{refusal.what}</UserText>.
          </strong>{' '}
          <UserText max={400}>{refusal.advice}</UserText>
        </p>
      )}
    </div>
  );
}
