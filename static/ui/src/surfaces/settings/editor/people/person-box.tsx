import Textfield from '@atlaskit/textfield';
import { useId, type JSX } from 'react';
import styles from '../editor.module.css';

interface Props {
  readonly label: string;
  readonly accountId: string;
  readonly write: (accountId: string | null) => void;
  readonly locked: boolean;
}

/** One person, by account. */
export function PersonBox({ label, accountId, write, locked }: Props): JSX.Element {
  const id = useId();
  return (
    <div>
      <label className={styles.about} htmlFor={id}>{label}</label>
      <Textfield id={id} isCompact value={accountId} placeholder="Nobody" maxLength={255} isReadOnly={locked} onChange={(event) => write(event.currentTarget.value === '' ? null : event.currentTarget.value)} />
    </div>
  );
}
