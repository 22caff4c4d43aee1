import type { JSX } from 'react';
import form from '../../../shared/styles/form.module.css';
import styles from './override.module.css';

interface Props {
  readonly name: string;
  readonly checked: boolean;
  readonly choose: () => void;
  /** Shown, but not for this person: what stands beside it says why. */
  readonly barred?: boolean;
  readonly children: string;
}

/** One of several that exclude each other. */
export function Choice({ name, checked, choose, barred = false, children }: Props): JSX.Element {
  return (
    <label className={barred ? `${form.choice} ${styles.barred}` : form.choice}>
      <input type="radio" name={name} checked={checked} disabled={barred} onChange={choose} />
      {children}
    </label>
  );
}
