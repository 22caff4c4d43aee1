import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import TextArea from '@atlaskit/textarea';
import { useEffect, useId, useMemo, useRef, useState, type FormEvent, type JSX } from 'react';
import type { RubricPublication } from '../../../../../../src/contract/publication';
import type { SettingsView } from '../../../../../../src/contract/settings';
import { rubricDifference } from '../../../../../../src/core/rubric/document/difference';
import { inheritanceChanges } from '../../../../../../src/core/rubric/document/inherit';
import form from '../../../shared/styles/form.module.css';
import { RefusedText } from '../../../shared/refusals/refusal-text';
import { useCommand } from '../../../shared/questions/use-command';
import type { Draft } from '../draft/draft';
import { RubricProblems } from '../rubric-changes/rubric-problems';
import { ChangeList } from '../rubric-changes/change-list';
import { PublishCost } from './publish-cost';
import { PublishReach } from './publish-reach';
import styles from './publish.module.css';
import text from '../../../shared/styles/text.module.css';
import layout from '../../../shared/styles/layout.module.css';

interface Props {
  readonly view: SettingsView;
  readonly draft: Draft;
  readonly close: () => void;
  readonly published: (answer: RubricPublication) => void;
}

/** Says once more what is about to change and what it costs, and asks why. */
export function PublishForm({
  view: { project, approval },
  draft,
  close,
  published,
}: Props): JSX.Element {
  const id = useId();
  const [reason, setReason] = useState('');
  const [unsaved, setUnsaved] = useState(false);
  const publish = useCommand('rubric.publish', published);
  const changes = useChanges(draft);
  const { lastSound, problems, warnings, overtaken, inherits, base, site } = draft;
  const start = useRef<HTMLDivElement>(null);
  useEffect(() => start.current?.focus(), []);
  const blocked =
    problems.length > 0 || overtaken !== null || lastSound === null || changes.length === 0;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (blocked || reason.trim() === '') return;
    const kept = await draft.flush();
    setUnsaved(!kept);
    if (kept)
      publish.act({
        project,
        document: lastSound,
        reason: reason.trim(),
        base,
        ...(site !== null && { site }),
        inherits,
      });
  };
  return (
    <section className={layout.drawer} aria-labelledby={`${id}title`}>
      <div ref={start} tabIndex={-1} className={styles.start}>
        <Heading size="small" as="h2" id={`${id}title`}>
          Publish the draft
        </Heading>
      </div>
      <div>
        <h3 className={text.subhead}>What changes</h3>
        <ChangeList changes={changes} none="Nothing differs from what is published." />
      </div>
      {problems.length > 0 && (
        <RubricProblems problems={problems} title="Before it can be published" />
      )}
      {overtaken !== null && (
        <p className={layout.warning}>
          {overtaken.ofSite ? 'The site’s rubric was published anew' : 'Somebody else published'}{' '}
          meanwhile: take {overtaken.ofSite ? 'its' : 'their'} changes into your draft first.
        </p>
      )}
      {warnings.length > 0 && (
        <RubricProblems problems={warnings} appearance="warning" title="It can be published, but" />
      )}
      {!blocked && project === null && <PublishReach document={lastSound} />}
      {!blocked && <PublishCost project={project} document={lastSound} inherits={inherits} />}
      <form
        className={form.form}
        onSubmit={(event) => void submit(event)}
        aria-label="Publish the draft"
      >
        <div className={styles.field}>
          <label className={form.label} htmlFor={`${id}reason`}>
            Why (required): everybody reads it in the history and in the log
          </label>
          <TextArea
            id={`${id}reason`}
            isRequired
            minimumRows={2}
            maxLength={1_000}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </div>
        <p className={form.hint}>
          {approval.needed
            ? `It waits for approval by ${approval.approvers}. Until then nothing changes.`
            : 'It takes effect at once, and every open issue is scored by it.'}
        </p>
        <div className={layout.row}>
          <Button
            type="submit"
            appearance="primary"
            isDisabled={blocked || reason.trim() === '' || publish.acting}
          >
            {publish.acting ? 'Publishing…' : approval.needed ? 'Ask for approval' : 'Publish'}
          </Button>
          <Button appearance="subtle" onClick={close}>
            Not now
          </Button>
        </div>
      </form>
      {unsaved && (
        <p role="alert" className={layout.warning}>
          Your draft could not be saved just now, so it was not published. See the note at the top.
        </p>
      )}
      {publish.done?.ok === false && publish.done.problems.length > 0 && (
        <RubricProblems problems={publish.done.problems} title="It was not published" />
      )}
      <RefusedText refusal={publish.refusal} />
    </section>
  );
}

/** Against what judges issues now, worked out here: the same words as the history will have. */
function useChanges({ published, inheritance, lastSound, inherits }: Draft) {
  return useMemo(
    () =>
      lastSound === null
        ? []
        : [
            ...inheritanceChanges(inheritance?.sections ?? [], inherits),
            ...rubricDifference(published.document, lastSound),
          ],
    [published.document, inheritance, lastSound, inherits],
  );
}
