import type { JSX } from 'react';
import type { WouldGo } from '../../../../../../src/core/retention/would-go';
import { removalSentence } from './removal-sentence';
import styles from './preview.module.css';

/** What publishing removes for good after its days of grace. */
export function RemovalText({ removes }: { readonly removes: WouldGo }): JSX.Element {
  return <p className={styles.warning}>{removalSentence(removes)}</p>;
}
