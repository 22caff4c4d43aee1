import Button from '@atlaskit/button/new';
import Textfield from '@atlaskit/textfield';
import { useId, useState, type FormEvent, type JSX } from 'react';
import form from '../../../shared/styles/form.module.css';
import { RefusedText } from '../../../shared/refusals/refusal-text';
import { useCommand } from '../../../shared/questions/use-command';
import type { DraftOutcome } from '../rubric-changes/draft-outcome';
import { RubricProblems } from '../rubric-changes/rubric-problems';
import layout from '../../../shared/styles/layout.module.css';

interface Props {
  readonly project: string | null;
  readonly number: number;
  readonly base: number;
  /** Who must approve, in words; null when nobody must. */
  readonly needsApproval: string | null;
  readonly done: (what: DraftOutcome) => void;
}

/** Publishes an earlier version again, with the reason. */
export function RollbackForm({ project, number, base, needsApproval, done }: Props): JSX.Element {
  const id = useId();
  const [reason, setReason] = useState('');
  const act = useCommand('rubric.rollback', (answer) => {
    if (answer.ok) done({ what: 'published', version: answer.version });
    else if (answer.waiting !== undefined) done({ what: 'submitted' });
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (reason.trim() !== '') act.act({ project, version: number, reason: reason.trim(), base });
  };
  const refused = act.done?.ok === false ? act.done : undefined;
  return (
    <form
      className={form.form}
      onSubmit={submit}
      aria-label={`Bring back version ${String(number)}`}
    >
      <div className={form.field}>
        <label className={form.label} htmlFor={id}>
          Why (required)
        </label>
        <Textfield
          id={id}
          isRequired
          maxLength={1_000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </div>
      <p className={form.hint}>
        {needsApproval === null
          ? `It becomes version ${String(base + 1)}, and every open issue is scored by it. Drafts stay as they are.`
          : `It waits for approval by ${needsApproval}.`}
      </p>
      <div className={layout.row}>
        <Button
          type="submit"
          isDisabled={reason.trim() === '' || act.acting}
        >{`Bring back v${String(number)}`}</Button>
      </div>
      {refused?.overtaken !== undefined && (
        <p role="alert">
          Version {refused.overtaken.version} was published meanwhile. Look at it first, then try
          again.
        </p>
      )}
      {refused !== undefined && refused.problems.length > 0 && (
        <RubricProblems problems={refused.problems} title="It was not brought back" />
      )}
      <RefusedText refusal={act.refusal} />
    </form>
  );
}
