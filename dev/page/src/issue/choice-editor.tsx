import Select, { AsyncSelect, CreatableSelect } from '@atlaskit/select';
import type { AllowedValue } from '../jira/shapes';
import { assignablePeople } from '../jira/queries';
import { choiceJson, idOf, wordsOf } from './field-value';

interface Choice {
  readonly value: string;
  readonly label: string;
}

interface EditorProps {
  readonly label: string;
  readonly value: unknown;
  save(json: unknown): Promise<unknown>;
  close(): void;
}

const choiceOf = (value: unknown): Choice => ({ value: idOf(value), label: wordsOf(value) });
const choicesOf = (value: unknown): Choice[] => (Array.isArray(value) ? value.map(choiceOf) : []);

/** Saving closes the editor either way: the notice says what went wrong, and the old value shows again. */
const settle = (saved: Promise<unknown>, close: () => void) => void saved.then(close, close);

export function ChoiceEditor({
  label,
  value,
  allowed,
  canClear,
  save,
  close,
}: EditorProps & { readonly allowed: readonly AllowedValue[]; readonly canClear: boolean }) {
  return (
    <Select<Choice>
      aria-label={label}
      autoFocus
      defaultMenuIsOpen
      openMenuOnFocus
      spacing="compact"
      isClearable={canClear}
      options={allowed.map(choiceOf)}
      defaultValue={value === null || value === undefined ? null : choiceOf(value)}
      onBlur={close}
      onChange={(choice) => {
        const chosen = allowed.find((each) => idOf(each) === choice?.value);
        settle(save(chosen === undefined ? null : choiceJson(chosen)), close);
      }}
    />
  );
}

export function ChoicesEditor({
  label,
  value,
  allowed,
  save,
  close,
}: EditorProps & { readonly allowed: readonly AllowedValue[] }) {
  return (
    <Select<Choice, true>
      aria-label={label}
      autoFocus
      isMulti
      closeMenuOnSelect={false}
      defaultMenuIsOpen
      spacing="compact"
      options={allowed.map(choiceOf)}
      defaultValue={choicesOf(value)}
      onBlur={close}
      onChange={(choices) => {
        const ids = new Set(choices.map((choice) => choice.value));
        void save(allowed.filter((each) => ids.has(idOf(each))).map(choiceJson)).catch(close);
      }}
    />
  );
}

export function LabelsEditor({ label, value, save, close }: EditorProps) {
  return (
    <CreatableSelect<Choice, true>
      aria-label={label}
      autoFocus
      isMulti
      spacing="compact"
      placeholder="Type and press Enter"
      options={[]}
      noOptionsMessage={() => 'Type a label and press Enter'}
      isValidNewOption={(typed: string) => typed.trim() !== '' && !/\s/.test(typed.trim())}
      defaultValue={choicesOf(value)}
      onBlur={close}
      onChange={(choices) => void save(choices.map((choice) => choice.value)).catch(close)}
    />
  );
}

export function PersonEditor({
  label,
  value,
  issueKey,
  save,
  close,
}: EditorProps & { readonly issueKey: string }) {
  return (
    <AsyncSelect<Choice>
      aria-label={label}
      autoFocus
      isClearable
      cacheOptions
      defaultOptions
      defaultMenuIsOpen
      spacing="compact"
      placeholder="Type a name"
      loadOptions={async (typed: string) => (await assignablePeople(issueKey, typed)).map(choiceOf)}
      defaultValue={value === null || value === undefined ? null : choiceOf(value)}
      onBlur={close}
      onChange={(choice) => {
        settle(save(choice === null ? null : { accountId: choice.value }), close);
      }}
    />
  );
}
