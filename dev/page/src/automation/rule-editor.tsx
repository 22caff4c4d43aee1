import Button from '@atlaskit/button/new';
import Select from '@atlaskit/select';
import TextArea from '@atlaskit/textarea';
import Textfield from '@atlaskit/textfield';
import { useState } from 'react';
import type { Rule } from '../../../automation/rule';
import type { AutomationView } from '../../wire';
import { JiraProblem } from '../jira/rest';
import { ActionForm } from './action-form';
import { Labelled } from './labelled';
import { useSaveRule } from './queries';
import { TriggerFields } from './trigger-fields';

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** One rule: when, as whom, which action with which inputs, and what to say afterwards. */
export function RuleEditor({
  rule: first,
  view,
  close,
}: {
  readonly rule: Rule;
  readonly view: AutomationView;
  readonly close: () => void;
}) {
  const [rule, setRule] = useState(first);
  const [asking, setAsking] = useState(0);
  const [incomplete, setIncomplete] = useState(false);
  const save = useSaveRule();
  const change = (part: Partial<Rule>) => {
    setRule((before) => ({ ...before, ...part }));
  };
  const actions = view.actions.map(({ key, name }): Choice => ({ value: key, label: name }));
  const people = view.people.map(({ accountId, displayName, rights }): Choice => ({
    value: accountId,
    label: rights.length === 0 ? displayName : `${displayName} (${rights.join(', ')})`,
  }));
  const action = view.actions.find(({ key }) => key === rule.action);
  const problems = save.error instanceof JiraProblem ? save.error.fieldErrors : {};
  const finish = (inputs: Rule['inputs']) => {
    save.mutate({ ...rule, name: rule.name.trim(), inputs }, { onSuccess: close });
  };
  return (
    <form
      className="rule-editor"
      aria-label="Rule"
      onSubmit={(event) => {
        event.preventDefault();
        setIncomplete(false);
        setAsking((times) => times + 1);
      }}
    >
      <h1>{view.rules.some(({ id }) => id === rule.id) ? 'Edit rule' : 'Create rule'}</h1>
      <Labelled label="Name">
        {(id) => (
          <Textfield
            id={id}
            isRequired
            value={rule.name}
            onChange={({ currentTarget }) => {
              change({ name: currentTarget.value });
            }}
          />
        )}
      </Labelled>
      <h2>When</h2>
      <TriggerFields rule={rule} change={change} />
      <h2>Then</h2>
      <div className="rule-columns">
        <Labelled label="Action">
          {(id) => (
            <Select<Choice>
              inputId={id}
              options={actions}
              value={actions.find(({ value }) => value === rule.action) ?? null}
              onChange={(choice) => {
                if (choice !== null) change({ action: choice.value, inputs: {} });
              }}
            />
          )}
        </Labelled>
        <Labelled label="As">
          {(id) => (
            <Select<Choice>
              inputId={id}
              options={people}
              value={people.find(({ value }) => value === rule.actor) ?? null}
              onChange={(choice) => {
                if (choice !== null) change({ actor: choice.value });
              }}
            />
          )}
        </Labelled>
      </div>
      {action === undefined ? null : (
        <ActionForm
          key={`${action.key} ${JSON.stringify(problems)}`}
          action={action}
          inputs={rule.inputs}
          problems={problems}
          asking={asking}
          changed={(inputs) => {
            setIncomplete(false);
            change({ inputs });
          }}
          finished={finish}
          incomplete={() => {
            setIncomplete(true);
          }}
        />
      )}
      <Labelled label="Then add a comment (optional)">
        {(id) => (
          <TextArea
            id={id}
            minimumRows={2}
            resize="auto"
            value={rule.comment}
            onChange={({ currentTarget }) => {
              change({ comment: currentTarget.value });
            }}
          />
        )}
      </Labelled>
      {action === undefined || action.outputs.length === 0 ? null : (
        <p className="quiet">
          Smart values of the action:{' '}
          {action.outputs.map((name) => `{{outputs.${name}}}`).join(' ')}
        </p>
      )}
      {incomplete ? (
        <p className="problem" role="alert">
          Something in the form of the action is missing or wrong.
        </p>
      ) : null}
      {save.isError ? (
        <p className="problem" role="alert">
          {save.error.message}
        </p>
      ) : null}
      <div className="rule-deeds">
        <Button
          type="submit"
          appearance="primary"
          isLoading={save.isPending}
          isDisabled={rule.name.trim() === ''}
        >
          Save rule
        </Button>
        <Button appearance="subtle" onClick={close}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
