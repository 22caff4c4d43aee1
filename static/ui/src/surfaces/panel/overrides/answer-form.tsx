import Button from '@atlaskit/button/new';
import Textfield from '@atlaskit/textfield';
import { useId, useState, type JSX, type ReactNode } from 'react';
import form from '../../../shared/styles/form.module.css';
import styles from './override.module.css';

interface Props {
  /** What waits, for whoever hears the buttons without seeing where they stand. */
  readonly what: string;
  readonly busy: boolean;
  readonly answer: (approve: boolean, reason: string | null) => void;
  /** What else may be done with it. */
  readonly children: ReactNode;
}

/** Yes or no to what waits, and why if one likes to say so. */
export function AnswerForm({ what, busy, answer, children }: Props): JSX.Element {
  const id = useId();
  const [given, setGiven] = useState('');
  const reason = given.trim() === '' ? null : given.trim();
  return (
    <div role="group" aria-label={`Answer: ${what}`} className={styles.answer}>
      <label className={form.label} htmlFor={id}>
        Why you approve or refuse (optional, kept in the log)
      </label>
      <Textfield
        id={id}
        maxLength={500}
        value={given}
        onChange={(event) => setGiven(event.currentTarget.value)}
      />
      <div className={styles.buttons}>
        <Button
          spacing="compact"
          appearance="primary"
          isDisabled={busy}
          onClick={() => answer(true, reason)}
        >
          Approve
        </Button>
        <Button spacing="compact" isDisabled={busy} onClick={() => answer(false, reason)}>
          Refuse
        </Button>
        {children}
      </div>
    </div>
  );
}
