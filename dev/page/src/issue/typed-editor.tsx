import { IconButton } from '@atlaskit/button/new';
import CheckMarkIcon from '@atlaskit/icon/core/check-mark';
import CrossIcon from '@atlaskit/icon/core/cross';
import TextArea from '@atlaskit/textarea';
import Textfield from '@atlaskit/textfield';
import { useId, useState } from 'react';

interface TypedEditorProps {
  readonly label: string;
  readonly type: 'text' | 'number' | 'date' | 'paragraphs';
  readonly value: string;
  /** Rejects with words for a person when it can't be saved. */
  save(typed: string): Promise<unknown>;
  close(): void;
}

export function TypedEditor({ label, type, value, save, close }: TypedEditorProps) {
  const [typed, setTyped] = useState(value);
  const [problem, setProblem] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);
  const problemId = useId();
  const submit = async () => {
    if (typed === value) {
      close();
      return;
    }
    setSaving(true);
    try {
      await save(typed);
      close();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : 'It could not be saved.');
      setSaving(false);
    }
  };
  const common = {
    'aria-label': label,
    'aria-describedby': problem === null ? undefined : problemId,
    autoFocus: true,
    isInvalid: problem !== null,
    isDisabled: saving,
    value: typed,
  };
  return (
    <form
      className="typed-editor"
      data-type={type}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {type === 'paragraphs' ? (
        <TextArea
          {...common}
          minimumRows={6}
          resize="auto"
          onChange={(event) => {
            setTyped(event.currentTarget.value);
          }}
        />
      ) : (
        <Textfield
          {...common}
          isCompact
          type={type === 'date' ? 'date' : 'text'}
          inputMode={type === 'number' ? 'decimal' : undefined}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
          }}
        />
      )}
      {problem === null ? null : (
        <p id={problemId} className="problem" role="alert">
          {problem}
        </p>
      )}
      <span className="editor-buttons">
        <IconButton
          type="submit"
          icon={CheckMarkIcon}
          label={`Save ${label}`}
          spacing="compact"
          isDisabled={saving}
        />
        <IconButton icon={CrossIcon} label="Cancel" spacing="compact" onClick={close} />
      </span>
    </form>
  );
}
