import Textfield from '@atlaskit/textfield';
import type { JSX } from 'react';
import styles from './action-config.module.css';
import type { ActionField } from './action-forms';

interface Props {
  readonly field: ActionField;
  readonly value: string;
  readonly problem: string | undefined;
  readonly disabled: boolean;
  readonly change: (value: string) => void;
}

/** One input with its label, what it is for, and what is wrong with it. */
export function ActionFieldRow(props: Props): JSX.Element {
  return props.field.options === undefined ? (
    <TextRow {...props} />
  ) : (
    <ChoiceRow {...props} options={props.field.options} />
  );
}

function TextRow({ field, value, problem, disabled, change }: Props): JSX.Element {
  const id = `action-${field.name}`;
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {field.label}
        <Needed field={field} />
      </label>
      <Textfield
        id={id}
        name={field.name}
        value={value}
        isRequired={field.required}
        isDisabled={disabled}
        isInvalid={problem !== undefined}
        aria-describedby={`${id}-help`}
        autoComplete="off"
        spellCheck={false}
        onChange={({ currentTarget }) => {
          change(currentTarget.value);
        }}
      />
      <Help id={`${id}-help`} field={field} problem={problem} />
    </div>
  );
}

function ChoiceRow({
  field,
  value,
  problem,
  disabled,
  change,
  options,
}: Props & { readonly options: readonly string[] }): JSX.Element {
  const id = `action-${field.name}`;
  const all = field.required ? options : ['', ...options];
  return (
    <fieldset className={styles.field} disabled={disabled} aria-describedby={`${id}-help`}>
      <legend className={styles.label}>
        {field.label}
        <Needed field={field} />
      </legend>
      <div className={styles.choices}>
        {all.map((option, n) => (
          <label key={option} className={styles.choice}>
            <input
              id={n === 0 ? id : undefined}
              type="radio"
              name={field.name}
              value={option}
              checked={value === option}
              onChange={() => {
                change(option);
              }}
            />
            {option === '' ? 'as known' : option}
          </label>
        ))}
      </div>
      <Help id={`${id}-help`} field={field} problem={problem} />
    </fieldset>
  );
}

function Needed({ field }: { readonly field: ActionField }): JSX.Element | null {
  return field.required ? null : <span className={styles.optional}> (optional)</span>;
}

function Help({
  id,
  field,
  problem,
}: {
  readonly id: string;
  readonly field: ActionField;
  readonly problem: string | undefined;
}): JSX.Element {
  return (
    <p
      id={id}
      className={problem === undefined ? styles.help : styles.problem}
      role={problem === undefined ? undefined : 'alert'}
    >
      {problem ?? field.help}
    </p>
  );
}
