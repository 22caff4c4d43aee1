import Button from '@atlaskit/button/new';
import Textfield from '@atlaskit/textfield';
import { useId, useState, type FormEvent, type JSX } from 'react';
import form from '../../../shared/styles/form.module.css';
import { UserText } from '../../../shared/text/user-text';
import { stepsOf } from './rating-text';
import styles from './ratings.module.css';

interface Props {
  readonly label: string;
  readonly min: number;
  readonly max: number;
  /** The rating that counts now; null without one. */
  readonly current: number | null;
  readonly busy: boolean;
  readonly cast: (value: number) => void;
}

/** A scale with words to rate by. Nothing is saved before the button: arrow keys walk through the choices. */
export function RatingScale({ label, min, max, current, busy, cast }: Props): JSX.Element {
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const steps = stepsOf({ min, max });
  const text = typed ?? (current === null ? '' : String(current));
  const value = Number(text);
  const usable = text.trim() !== '' && value >= min && value <= max && value !== current;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (usable) cast(value);
  };
  return (
    <form className={styles.scale} onSubmit={submit}>
      {steps === null ? (
        <div className={styles.number}>
          <label className={form.label} htmlFor={id}>
            Your rating of <UserText max={80}>{label}</UserText>, from {min} (lowest) to {max}{' '}
            (highest)
          </label>
          <Textfield
            id={id}
            type="number"
            step="any"
            min={min}
            max={max}
            value={text}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        </div>
      ) : (
        <fieldset className={form.choices}>
          <legend className={form.label}>
            Your rating of <UserText max={80}>{label}</UserText>
          </legend>
          {steps.map((step) => (
            <label key={step.value} className={form.choice}>
              <input
                type="radio"
                name={id}
                checked={text === String(step.value)}
                onChange={() => setTyped(String(step.value))}
              />
              {step.words}
            </label>
          ))}
        </fieldset>
      )}
      <Button
        type="submit"
        appearance={current === null ? 'primary' : 'default'}
        isDisabled={!usable || busy}
      >
        {current === null ? 'Save my rating' : 'Change my rating'}
      </Button>
    </form>
  );
}
