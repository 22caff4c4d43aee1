import Button from '@atlaskit/button/new';
import Textfield from '@atlaskit/textfield';
import { useId, useState, type FormEvent, type JSX } from 'react';
import form from '../../../shared/styles/form.module.css';
import { UserText } from '../../../shared/text/user-text';
import styles from './next-question.module.css';

interface Props {
  readonly name: string;
  readonly unit: string;
  readonly busy: boolean;
  readonly save: (value: number) => void;
}

export function NumberInput({ name, unit, busy, save }: Props): JSX.Element {
  const id = useId();
  const [text, setText] = useState('');
  const value = Number(text);
  const usable = text.trim() !== '' && Number.isFinite(value);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (usable) save(value);
  };
  return (
    <form className={styles.input} onSubmit={submit}>
      <div className={styles.field}>
        <label className={form.label} htmlFor={id}>
          <UserText max={80}>{`${name}${unit === '' ? '' : ` (${unit})`}`}</UserText>
        </label>
        <Textfield
          id={id}
          type="number"
          step="any"
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </div>
      <Button type="submit" appearance="primary" isDisabled={!usable || busy}>
        Save
      </Button>
    </form>
  );
}
