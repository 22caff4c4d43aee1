import Heading from '@atlaskit/heading';
import { useEffect, useRef, useState, type JSX } from 'react';
import { onActionChecking, onActionSubmit, submitAction, type ActionSetting } from '../../bridge';
import styles from './action-config.module.css';
import { ActionFieldRow } from './action-field-row';
import type { ActionForm } from './action-forms';
import { filled, firstInputs, problemsIn, type Inputs } from './action-inputs';

/** The form of an automation action inside a rule. Each change goes to the rule at once, so that nothing is lost by looking elsewhere. */
export function ActionConfig({
  form,
  setting,
}: {
  readonly form: ActionForm;
  readonly setting: ActionSetting;
}): JSX.Element {
  const [inputs, setInputs] = useState<Inputs>(() => firstInputs(form, setting.inputs));
  const [problems, setProblems] = useState<Inputs>(setting.problems);
  const [checking, setChecking] = useState(false);
  const newest = useRef(inputs);

  useEffect(() => onActionChecking(setChecking), []);
  useEffect(
    () =>
      onActionSubmit(() => {
        const found = problemsIn(form, newest.current);
        setProblems(found);
        if (Object.keys(found).length === 0) void submitAction(filled(newest.current));
        else document.getElementById(`action-${Object.keys(found)[0] ?? ''}`)?.focus();
      }),
    [form],
  );

  const change = (name: string, value: string): void => {
    const next = { ...newest.current, [name]: value };
    newest.current = next;
    setInputs(next);
    setProblems(({ [name]: _, ...others }) => others);
    void submitAction(filled(next));
  };

  return (
    <form
      className={styles.form}
      aria-busy={checking}
      onSubmit={(event) => {
        event.preventDefault();
      }}
    >
      <Heading size="small" as="h2">
        {form.title}
      </Heading>
      <p className={styles.does}>{form.does}</p>
      {form.fields.map((field) => (
        <ActionFieldRow
          key={field.name}
          field={field}
          value={inputs[field.name] ?? ''}
          problem={problems[field.name]}
          disabled={checking}
          change={(value) => {
            change(field.name, value);
          }}
        />
      ))}
    </form>
  );
}
