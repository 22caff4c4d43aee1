import type { JSX, ReactNode } from 'react';
import { ProblemText } from '../problem-text';
import styles from '../editor.module.css';
import type { EditorPlace } from './use-place';

interface Props {
  readonly place: EditorPlace;
  readonly label: string;
  readonly help?: string | undefined;
  /** The control needs the whole width, below its label. */
  readonly wide?: boolean;
  /** The label names a group of controls and not one. */
  readonly group?: boolean;
  readonly children: ReactNode;
}

/** A setting's name and meaning, its control, and what is wrong with it. */
export function Row({
  place,
  label,
  help,
  wide = false,
  group = false,
  children,
}: Props): JSX.Element {
  return (
    <div
      className={wide ? styles.wideRow : styles.row}
      data-place={place.anchor}
      {...(group && { role: 'group', 'aria-labelledby': `${place.id}-label` })}
    >
      <div className={styles.said}>
        {group ? (
          <span id={`${place.id}-label`} className={styles.label}>
            {label}
          </span>
        ) : (
          <label id={`${place.id}-label`} htmlFor={place.id} className={styles.label}>
            {label}
          </label>
        )}
        {help !== undefined && <p className={styles.help}>{help}</p>}
      </div>
      <div className={styles.control}>
        {children}
        <ProblemText id={place.describedBy} problems={place.problems} />
      </div>
    </div>
  );
}
