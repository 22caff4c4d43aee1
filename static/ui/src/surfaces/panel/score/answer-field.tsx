import Select, { CreatableSelect } from '@atlaskit/select';
import Textfield from '@atlaskit/textfield';
import { useState, type JSX } from 'react';
import type { QuestionAnswer, QuestionInput } from '../../../../../../src/contract/question';
import type { Person } from '../../../../../../src/core/post-mortem/view';
import { visibleText } from '../../../shared/text/visible-text';
import { PersonPicker } from '../../../shared/components/person-picker';
import styles from './next-question.module.css';

type Input = Exclude<QuestionInput, { kind: 'elsewhere' }>;
type Give = (answer: QuestionAnswer['answer'] | null) => void;

interface Option {
  readonly value: string;
  readonly label: string;
}

const optionOf = (label: string): Option => ({ value: label, label: visibleText(label) });

interface Props {
  readonly id: string;
  readonly issueId: string;
  readonly input: Input;
  /** Null while there is nothing to save. */
  readonly give: Give;
}

/** The input that fits the field, with what it takes. */
export function AnswerField({ id, issueId, input, give }: Props): JSX.Element {
  switch (input.kind) {
    case 'number':
      return (
        <Textfield
          id={id}
          type="number"
          step="any"
          onChange={({ currentTarget: { value } }) =>
            give(value.trim() === '' ? null : { kind: 'number', value: Number(value) })
          }
        />
      );
    case 'date':
      return (
        <Textfield
          id={id}
          type="date"
          onChange={({ currentTarget: { value } }) =>
            give(/^\d{4}-\d\d-\d\d$/u.test(value) ? { kind: 'date', day: value } : null)
          }
        />
      );
    case 'person':
      return <PersonField id={id} issueId={issueId} give={give} />;
    case 'labels':
      return (
        <CreatableSelect<Option, true>
          inputId={id}
          isMulti
          placeholder="Type a label, then Enter"
          noOptionsMessage={() => 'Type a label, then Enter'}
          formatCreateLabel={(label: string) => `Add “${visibleText(label)}”`}
          isValidNewOption={(label: string) => label !== '' && !/\s/u.test(label)}
          onChange={(chosen) =>
            give(
              chosen.length === 0
                ? null
                : { kind: 'labels', labels: chosen.map(({ value }) => value) },
            )
          }
        />
      );
    case 'choice':
      return <ChoiceField id={id} input={input} give={give} />;
    case 'cascading':
      return <CascadingField id={id} input={input} give={give} />;
  }
}

function PersonField({ id, issueId, give }: Pick<Props, 'id' | 'issueId' | 'give'>): JSX.Element {
  const [person, setPerson] = useState<Person | null>(null);
  const choose = (chosen: Person | null): void => {
    setPerson(chosen);
    give(chosen === null ? null : { kind: 'person', accountId: chosen.accountId });
  };
  return <PersonPicker id={id} issueId={issueId} chosen={person} choose={choose} />;
}

function ChoiceField({
  id,
  input: { many, options, more },
  give,
}: Pick<Props, 'id' | 'give'> & {
  readonly input: Extract<Input, { kind: 'choice' }>;
}): JSX.Element {
  const all = options.map(optionOf);
  const none = (): string =>
    more
      ? 'Not among the first 500: fill it in on the issue'
      : 'The field takes nothing of that name here';
  const given = (labels: readonly string[]): void =>
    give(labels.length === 0 ? null : { kind: 'choice', chosen: labels });
  return many ? (
    <Select<Option, true>
      inputId={id}
      isMulti
      options={all}
      placeholder="Choose"
      noOptionsMessage={none}
      onChange={(chosen) => given(chosen.map(({ value }) => value))}
    />
  ) : (
    <Select<Option>
      inputId={id}
      options={all}
      placeholder="Choose"
      noOptionsMessage={none}
      onChange={(chosen) => given(chosen === null ? [] : [chosen.value])}
    />
  );
}

function CascadingField({
  id,
  input: { options },
  give,
}: Pick<Props, 'id' | 'give'> & {
  readonly input: Extract<Input, { kind: 'cascading' }>;
}): JSX.Element {
  const [parent, setParent] = useState<string | null>(null);
  const children = options.find(({ label }) => label === parent)?.children ?? [];
  return (
    <div className={styles.pair}>
      <Select<Option>
        inputId={id}
        options={options.map(({ label }) => optionOf(label))}
        placeholder="Choose"
        onChange={(chosen) => {
          setParent(chosen?.value ?? null);
          give(chosen === null ? null : { kind: 'cascading', parent: chosen.value, child: null });
        }}
      />
      {parent !== null && children.length > 0 && (
        <Select<Option>
          key={parent}
          aria-label={`Within ${visibleText(parent)}`}
          options={children.map(optionOf)}
          placeholder="Choose within it"
          isClearable
          onChange={(chosen) => give({ kind: 'cascading', parent, child: chosen?.value ?? null })}
        />
      )}
    </div>
  );
}
