import type { JSX } from 'react';
import { CopyText } from '../../../shared/components/copy-text';
import layout from '../../../shared/styles/layout.module.css';
import text from '../../../shared/styles/text.module.css';
import styles from './setup.module.css';

/** Where tools send to: each installation has an address of its own. */
export function EvidenceAddress({ address }: { readonly address: string | null }): JSX.Element {
  return (
    <div className={layout.part}>
      <strong>Address for evidence</strong>
      {address === null ? (
        <p className={text.note}>
          Atlassian did not give the address just now. Choose Look again in a minute.
        </p>
      ) : (
        <>
          <p className={text.note}>Tools send their reports here, as a POST request.</p>
          <code className={styles.code}>{address}</code>
          <CopyText text={address} label="Copy the address" />
        </>
      )}
    </div>
  );
}
