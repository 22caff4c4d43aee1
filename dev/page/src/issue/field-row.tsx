import { format, parseISO } from 'date-fns';
import { jira } from '../jira/rest';
import type { Editable } from '../jira/shapes';
import { Priority } from '../parts/issue-look';
import { PersonName } from '../parts/person';
import { ChoiceEditor, ChoicesEditor, LabelsEditor, PersonEditor } from './choice-editor';
import { kindOf, typedJson, wordsOf } from './field-value';
import type { FieldKind } from './field-value';
import { InlineEdit } from './inline-edit';
import { TypedEditor } from './typed-editor';
import { useChange } from './use-change-issue';

interface FieldRowProps {
  readonly issueKey: string;
  readonly id: string;
  readonly name: string;
  readonly value: unknown;
  /** How to edit it; undefined where Jira does not let this person. */
  readonly editable: Editable | undefined;
}

export function FieldRow({ issueKey, id, name, value, editable }: FieldRowProps) {
  const kind = editable === undefined ? null : kindOf(editable);
  const showsRefusal = kind === 'text' || kind === 'number' || kind === 'date';
  const change = useChange(
    name,
    issueKey,
    (json: unknown) => jira('PUT', `/issue/${issueKey}`, { fields: { [id]: json } }),
    showsRefusal,
  );
  const allowed = editable?.allowedValues ?? [];
  const save = (json: unknown) => change.mutateAsync(json);

  const editor = (fieldKind: FieldKind, close: () => void) => {
    const common = { label: name, value, save, close };
    if (fieldKind === 'choice')
      return <ChoiceEditor {...common} allowed={allowed} canClear={editable?.required !== true} />;
    if (fieldKind === 'choices') return <ChoicesEditor {...common} allowed={allowed} />;
    if (fieldKind === 'labels') return <LabelsEditor {...common} />;
    if (fieldKind === 'person') return <PersonEditor {...common} issueKey={issueKey} />;
    return (
      <TypedEditor
        label={name}
        type={fieldKind}
        value={wordsOf(value)}
        save={async (typed) => save(typedJson(fieldKind, typed))}
        close={close}
      />
    );
  };

  return (
    <div className="field-row" data-field={id}>
      <dt>{name}</dt>
      <dd>
        <InlineEdit label={name} editor={kind === null ? null : (close) => editor(kind, close)}>
          <Shown id={id} kind={kind} value={value} />
        </InlineEdit>
      </dd>
    </div>
  );
}

function Shown({
  id,
  kind,
  value,
}: {
  readonly id: string;
  readonly kind: FieldKind | null;
  readonly value: unknown;
}) {
  const words = wordsOf(value);
  if (id === 'assignee') return <PersonName name={words === '' ? undefined : words} />;
  if (id === 'priority') return <Priority name={words === '' ? undefined : words} />;
  if (words === '') return <span className="quiet">None</span>;
  if (kind === 'person' || id === 'reporter') return <PersonName name={words} />;
  if ((kind === 'labels' || kind === 'choices' || id === 'labels') && Array.isArray(value)) {
    return (
      <span className="tags">
        {value.map((each) => (
          <span className="tag" key={wordsOf(each)}>
            {wordsOf(each)}
          </span>
        ))}
      </span>
    );
  }
  if (kind === 'date' || id === 'duedate') return <>{format(parseISO(words), 'd MMM yyyy')}</>;
  return <>{words}</>;
}
