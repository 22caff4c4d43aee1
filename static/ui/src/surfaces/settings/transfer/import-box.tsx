import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import TextArea from '@atlaskit/textarea';
import { useId, useMemo, useState, type ChangeEvent, type JSX } from 'react';
import { rubricDifference } from '../../../../../../src/core/rubric/document/difference';
import { parseRubricText } from '../../../../../../src/core/rubric/document/document-text';
import { count } from '../../../shared/text/format-number';
import form from '../../../shared/styles/form.module.css';
import { RefusedText } from '../../../shared/refusals/refusal-text';
import { useCommand } from '../../../shared/questions/use-command';
import type { Draft } from '../draft/draft';
import { RubricProblems } from '../rubric-changes/rubric-problems';
import { ChangeList } from '../rubric-changes/change-list';
import styles from './transfer.module.css';
import textStyles from '../../../shared/styles/text.module.css';
import layout from '../../../shared/styles/layout.module.css';

interface Props {
  readonly project: string | null;
  readonly draft: Draft;
  readonly close: () => void;
  readonly imported: () => void;
}

/** The longest document that is read, in characters: what the bridge carries, with room to spare. */
const LONGEST = 400_000;

/** Takes a rubric from a file or a pasted text: every problem is listed, and nothing changes before it is right. */
export function ImportBox({ project, draft, close, imported }: Props): JSX.Element {
  const id = useId();
  const [text, setText] = useState('');
  const [refused, setRefused] = useState<string | null>(null);
  const parsed = useMemo(() => (text.trim() === '' ? null : parseRubricText(text)), [text]);
  const check = useCommand('rubric.import', ({ document }) => {
    if (document === null) return;
    // All of it is the project's own: what it says is what was meant.
    draft.change(document, null, []);
    imported();
  });
  const read = (event: ChangeEvent<HTMLInputElement>): void => {
    const [file] = event.currentTarget.files ?? [];
    if (file === undefined) return;
    if (file.size > LONGEST)
      return setRefused(
        `${file.name} is too large to be a rubric: ${count(Math.round(file.size / 1_000), 'KB', 'KB')}.`,
      );
    file.text().then(take, () => setRefused(`${file.name} could not be read.`));
  };
  const take = (next: string): void => {
    setRefused(null);
    check.forget();
    setText(next);
  };
  return (
    <section className={layout.drawer} aria-label="Import">
      <Heading size="small" as="h2">
        Import a rubric
      </Heading>
      <p className={textStyles.note}>
        JSON or YAML, as Export writes it. What it leaves out is as in the default. It becomes your
        draft; nothing is published.
      </p>
      <div className={form.row}>
        <label className={styles.file}>
          <span className={form.label}>A file</span>
          <input type="file" accept=".json,.yaml,.yml,.txt,application/json" onChange={read} />
        </label>
      </div>
      <div>
        <label className={form.label} htmlFor={`${id}text`}>
          or its text
        </label>
        <TextArea
          id={`${id}text`}
          minimumRows={5}
          maxHeight="40vh"
          maxLength={LONGEST}
          isMonospaced
          value={text}
          onChange={(event) => take(event.currentTarget.value)}
        />
      </div>
      <div aria-live="polite">
        {refused !== null && <p className={layout.warning}>{refused}</p>}
        {parsed?.ok === false && (
          <RubricProblems
            problems={parsed.problems}
            title={`${count(parsed.problems.length, 'problem')}: nothing is changed until it is right`}
          />
        )}
        {parsed?.ok === true && (
          <>
            <h3 className={textStyles.subhead}>What it would change</h3>
            <ChangeList
              changes={rubricDifference(draft.published.document, parsed.rubric)}
              none="Nothing: it decides as what is published."
            />
          </>
        )}
        {check.done !== undefined && check.done.problems.length > 0 && (
          <RubricProblems
            problems={check.done.problems}
            title={`${count(check.done.problems.length, 'problem')}: nothing is changed until it is right`}
          />
        )}
      </div>
      <div className={layout.rowBelow}>
        <Button
          appearance="primary"
          isDisabled={parsed?.ok !== true || check.acting}
          onClick={() => check.act({ project, text })}
        >
          Make it my draft
        </Button>
        <Button appearance="subtle" onClick={close}>
          Not now
        </Button>
        {draft.differs && (
          <span className={textStyles.note}>
            It takes the place of your draft; Undo brings that back.
          </span>
        )}
      </div>
      <RefusedText refusal={check.refusal} />
    </section>
  );
}
