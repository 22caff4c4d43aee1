import Select from '@atlaskit/select';
import Textfield from '@atlaskit/textfield';
import type { Rule, Trigger } from '../../../automation/rule';
import { Labelled } from './labelled';
import { newTrigger, TRIGGERS } from './rule-words';

type When = (typeof TRIGGERS)[number];

interface Props {
  readonly rule: Rule;
  readonly change: (part: Partial<Rule>) => void;
}

export function TriggerFields({ rule, change }: Props) {
  return (
    <div className="rule-columns">
      <Labelled label="Trigger">
        {(id) => (
          <Select<When>
            inputId={id}
            options={TRIGGERS}
            value={TRIGGERS.find(({ value }) => value === rule.trigger.when) ?? null}
            onChange={(choice) => {
              if (choice !== null) change({ trigger: newTrigger(choice.value) });
            }}
          />
        )}
      </Labelled>
      <Labelled label="Project (any when empty)">
        {(id) => (
          <Textfield
            id={id}
            value={rule.project}
            onChange={({ currentTarget }) => {
              change({ project: currentTarget.value.toUpperCase() });
            }}
          />
        )}
      </Labelled>
      <Narrower
        trigger={rule.trigger}
        set={(trigger) => {
          change({ trigger });
        }}
      />
    </div>
  );
}

function Narrower({
  trigger,
  set,
}: {
  readonly trigger: Trigger;
  readonly set: (trigger: Trigger) => void;
}) {
  switch (trigger.when) {
    case 'created':
      return null;
    case 'edited':
      return (
        <Text
          label="Fields, with commas (any when empty)"
          value={trigger.fields.join(', ')}
          set={(text) => {
            set({
              ...trigger,
              fields: text
                .split(',')
                .map((each) => each.trim())
                .filter((each) => each !== ''),
            });
          }}
        />
      );
    case 'transitioned':
      return (
        <Text
          label="To status (any when empty)"
          value={trigger.to}
          set={(to) => {
            set({ ...trigger, to });
          }}
        />
      );
    case 'linked':
      return (
        <Text
          label="Link type (any when empty)"
          value={trigger.type}
          set={(type) => {
            set({ ...trigger, type });
          }}
        />
      );
    case 'schedule':
      return (
        <>
          <Text
            label="Every … minutes"
            type="number"
            value={String(trigger.everyMinutes)}
            set={(text) => {
              set({ ...trigger, everyMinutes: Math.max(1, Math.round(Number(text)) || 1) });
            }}
          />
          <Text
            label="For the work items of this JQL"
            value={trigger.jql}
            set={(jql) => {
              set({ ...trigger, jql });
            }}
          />
        </>
      );
  }
}

/** Keeps what is typed until the field is left, so that a comma on its way is not taken for an empty name. */
function Text({
  label,
  value,
  set,
  type,
}: {
  readonly label: string;
  readonly value: string;
  readonly set: (text: string) => void;
  readonly type?: 'number';
}) {
  return (
    <Labelled label={label}>
      {(id) => (
        <Textfield
          id={id}
          defaultValue={value}
          {...(type === undefined ? {} : { type })}
          onBlur={({ currentTarget }) => {
            set(currentTarget.value.trim());
          }}
        />
      )}
    </Labelled>
  );
}
