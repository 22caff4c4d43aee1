import Spinner from '@atlaskit/spinner';
import type { JSX } from 'react';
import styles from './loading.module.css';

export function Loading({ children }: { readonly children: string }): JSX.Element {
  return (
    <div className={styles.loading} role="status">
      <span className={styles.spinner} aria-hidden>
        <Spinner size="small" />
      </span>
      {children}
    </div>
  );
}
