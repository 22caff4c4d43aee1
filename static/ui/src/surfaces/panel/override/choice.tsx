import type { JSX } from 'react';
import form from '../../../shared/form.module.css';

interface Props {
  readonly name: string;
  readonly checked: boolean;
  readonly choose: () => void;
  readonly children: string;
}

/** One of several that exclude each other. */
export function Choice({ name, checked, choose, children }: Props): JSX.Element {
  return (
    <label className={form.choice}>
      <input type="radio" name={name} checked={checked} onChange={choose} />
      {children}
    </label>
  );
}
