import Textfield from '@atlaskit/textfield';
import { useState, type JSX } from 'react';
import styles from '../editor.module.css';

interface Props {
  readonly id?: string;
  readonly label?: string;
  readonly value: unknown;
  readonly write: (value: number | null) => void;
  readonly unit?: string | undefined;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly step?: number | undefined;
  readonly locked: boolean;
  readonly invalid?: boolean;
  readonly describedBy?: string;
  readonly placeholder?: string | undefined;
}

/** A number with its unit. What is half typed stays as it is typed; nothing typed is null. */
export function NumberBox({
  id,
  label,
  value,
  write,
  unit,
  min,
  max,
  step,
  locked,
  invalid = false,
  describedBy,
  placeholder,
}: Props): JSX.Element {
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? (typeof value === 'number' ? String(value) : '');
  const type = (text: string): void => {
    setTyped(text);
    const number = text.trim() === '' ? Number.NaN : Number(text);
    write(Number.isFinite(number) ? number : null);
  };
  return (
    <span className={styles.numberBox}>
      <Textfield
        type="number"
        isCompact
        {...(id !== undefined && { id })}
        {...(label !== undefined && { 'aria-label': label })}
        {...(describedBy !== undefined && { 'aria-describedby': describedBy })}
        value={shown}
        min={min}
        max={max}
        step={step ?? 'any'}
        {...(placeholder !== undefined && { placeholder })}
        isReadOnly={locked}
        isInvalid={invalid}
        onChange={(event) => type(event.currentTarget.value)}
        onBlur={() => setTyped(null)}
      />
      {unit !== undefined && <span className={styles.unit}>{unit}</span>}
    </span>
  );
}
