import Button from '@atlaskit/button/new';
import Textfield from '@atlaskit/textfield';
import { useId, useState, type FormEvent, type JSX } from 'react';
import { sameName } from '../../../../../../../src/core/text/same-name';
import styles from '../editor.module.css';

interface Props {
  readonly label: string;
  readonly placeholder: string;
  /** Names that the project has: offered while typing. */
  readonly known: readonly string[];
  readonly taken: readonly string[];
  readonly add: (name: string) => void;
}

/** Types or picks one more name. */
export function NameAdder({ label, placeholder, known, taken, add }: Props): JSX.Element {
  const id = useId();
  const [name, setName] = useState('');
  const has = new Set(taken.map(sameName));
  const free = [...new Set(known)].filter((one) => !has.has(sameName(one)));
  const usable = name.trim() !== '' && !has.has(sameName(name));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!usable) return;
    add(name.trim());
    setName('');
  };
  return (
    <form className={styles.adder} onSubmit={submit}>
      <Textfield
        isCompact
        aria-label={label}
        placeholder={placeholder}
        value={name}
        maxLength={255}
        list={id}
        autoComplete="off"
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <datalist id={id}>
        {free.slice(0, 50).map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
      <Button type="submit" spacing="compact" isDisabled={!usable}>
        {label}
      </Button>
    </form>
  );
}
