import Button from '@atlaskit/button/new';
import Textfield from '@atlaskit/textfield';
import { useQueryClient } from '@tanstack/react-query';
import { useId, useState, type FormEvent, type JSX } from 'react';
import type { CustomerSave } from '../../../../../../src/contract/customers';
import form from '../../../shared/styles/form.module.css';
import { RefusedText } from '../../../shared/refusals/refusal-text';
import { asSentence } from '../../../shared/text/sentences';
import { useCommand } from '../../../shared/questions/use-command';
import { UserText } from '../../../shared/text/user-text';
import styles from './customers.module.css';
import layout from '../../../shared/styles/layout.module.css';

export type Edited = CustomerSave;

interface Props {
  readonly edited: Edited;
  readonly segments: readonly string[];
  readonly close: () => void;
}

/** One customer, new or known. What is wrong with an entry is told without losing it. */
export function CustomerForm({ edited, segments, close }: Props): JSX.Element {
  const id = useId();
  const [cells, setCells] = useState(edited);
  const client = useQueryClient();
  const save = useCommand(
    'customers.save',
    (saved) => {
      if (saved.ok) close();
    },
    // Refused where somebody else was first: the table beside it shows what stands there now.
    () => void client.invalidateQueries({ queryKey: ['customers.list'] }),
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    save.act(cells);
  };
  const field = (
    part: 'name' | 'segment' | 'weight' | 'revenue',
    label: string,
    more: {
      readonly isRequired?: boolean;
      readonly list?: string;
      readonly autoFocus?: boolean;
    } = {},
  ): JSX.Element => (
    <div className={form.field}>
      <label className={form.label} htmlFor={id + part}>
        {label}
      </label>
      <Textfield
        id={id + part}
        value={cells[part]}
        onChange={(event) => {
          const { value } = event.currentTarget;
          setCells((before) => ({ ...before, [part]: value }));
        }}
        {...more}
      />
    </div>
  );
  return (
    <form
      className={`${form.form} ${styles.form}`}
      onSubmit={submit}
      aria-label={edited.was === null ? 'New customer' : `Customer ${edited.was}`}
    >
      <div className={form.row}>
        {field('name', 'Name, as tickets have it (required)', {
          isRequired: true,
          autoFocus: true,
        })}
        {field('segment', 'Segment', { list: `${id}segments` })}
        {field('weight', 'Weight (1 is like any other)')}
        {field('revenue', 'Revenue a year')}
      </div>
      <datalist id={`${id}segments`}>
        {segments.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <p className={form.hint}>
        Names are compared without case. Revenue counts for customers without a weight of their own,
        where the rubric says so.
      </p>
      {save.done?.ok === false && (
        <p className={styles.problem} role="alert">
          <UserText
            max={300}
          >{`${asSentence(save.done.problem)} ${asSentence(save.done.advice)}`}</UserText>
        </p>
      )}
      <RefusedText refusal={save.refusal} />
      <div className={layout.row}>
        <Button type="submit" appearance="primary" isLoading={save.acting}>
          Save
        </Button>
        <Button onClick={close}>Cancel</Button>
      </div>
    </form>
  );
}
