import type { JSX } from 'react';
import styles from '../editor.module.css';

interface Props {
  readonly label: string;
  /** Shown before the choices. */
  readonly word: string;
  readonly chosen: readonly string[];
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly locked: boolean;
  readonly write: (chosen: readonly string[]) => void;
}

/** Any of a few; the last one that is chosen stays. In the order in which they are offered, so that the order of clicks is no change. */
export function SeveralBox({ label, word, chosen, options, locked, write }: Props): JSX.Element {
  const toggle = (value: string): void =>
    write(
      options
        .map((option) => option.value)
        .filter((one) => (one === value ? !chosen.includes(one) : chosen.includes(one))),
    );
  return (
    <span className={styles.several} role="group" aria-label={label}>
      <span className={styles.partWord}>{word}</span>
      {options.map((option) => {
        const on = chosen.includes(option.value);
        return (
          <label key={option.value} className={styles.severalOption}>
            <input
              type="checkbox"
              checked={on}
              disabled={locked || (on && chosen.length === 1)}
              onChange={() => toggle(option.value)}
            />
            {option.label}
          </label>
        );
      })}
    </span>
  );
}
