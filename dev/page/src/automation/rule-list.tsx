import Button from '@atlaskit/button/new';
import Textfield from '@atlaskit/textfield';
import Toggle from '@atlaskit/toggle';
import { useState } from 'react';
import type { Rule } from '../../../automation/rule';
import type { AutomationView } from '../../wire';
import { useRemoveRule, useRunRule, useSaveRule } from './queries';
import { triggerInWords } from './rule-words';

export function RuleList({
  view,
  edit,
}: {
  readonly view: AutomationView;
  readonly edit: (rule: Rule) => void;
}) {
  return (
    <ul className="rules">
      {view.rules.map((rule) => (
        <RuleCard
          key={rule.id}
          rule={rule}
          view={view}
          edit={() => {
            edit(rule);
          }}
        />
      ))}
    </ul>
  );
}

function RuleCard({
  rule,
  view,
  edit,
}: {
  readonly rule: Rule;
  readonly view: AutomationView;
  readonly edit: () => void;
}) {
  const save = useSaveRule();
  const remove = useRemoveRule();
  const run = useRunRule();
  const [issueKey, setIssueKey] = useState('');
  const action = view.actions.find(({ key }) => key === rule.action);
  const actor = view.people.find(({ accountId }) => accountId === rule.actor);
  const problem = save.error ?? remove.error ?? run.error;
  return (
    <li className="rule" aria-label={rule.name}>
      <div className="rule-head">
        <h2>{rule.name}</h2>
        <span className="rule-switch">
          <Toggle
            id={`enabled-${rule.id}`}
            isChecked={rule.enabled}
            onChange={() => {
              save.mutate({ ...rule, enabled: !rule.enabled });
            }}
          />
          <label htmlFor={`enabled-${rule.id}`}>{rule.enabled ? 'Enabled' : 'Disabled'}</label>
        </span>
      </div>
      <p>
        {triggerInWords(rule.trigger)}
        {rule.project === '' ? '' : ` in ${rule.project}`}:{' '}
        <strong>{action?.name ?? rule.action}</strong> as{' '}
        {actor?.displayName ?? 'somebody who is gone'}
        {rule.comment === '' ? '' : ', then a comment'}
      </p>
      <div className="rule-deeds">
        <Button spacing="compact" onClick={edit}>
          Edit
        </Button>
        <Button
          spacing="compact"
          appearance="subtle"
          isLoading={remove.isPending}
          onClick={() => {
            remove.mutate(rule.id);
          }}
        >
          Delete
        </Button>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            run.mutate({ id: rule.id, issueKey: issueKey.trim() === '' ? null : issueKey.trim() });
          }}
        >
          <span className="rule-key">
            <Textfield
              isCompact
              aria-label={`Work item to run ${rule.name} for`}
              placeholder="Key"
              value={issueKey}
              onChange={({ currentTarget }) => {
                setIssueKey(currentTarget.value);
              }}
            />
          </span>
          <Button type="submit" spacing="compact" isLoading={run.isPending}>
            Run now
          </Button>
        </form>
      </div>
      {problem === null ? null : (
        <p className="problem" role="alert">
          {problem.message}
        </p>
      )}
    </li>
  );
}
