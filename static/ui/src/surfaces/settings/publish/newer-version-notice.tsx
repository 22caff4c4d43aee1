import Button from '@atlaskit/button/new';
import SectionMessage from '@atlaskit/section-message';
import { useState, type JSX } from 'react';
import type { DraftRebased } from '../../../../../../src/contract/drafts';
import type { MergeConflict, Side } from '../../../../../../src/core/rubric/document/merge';
import { dayOf } from '../../../shared/text/ago';
import { count } from '../../../shared/text/format-number';
import { RefusedText } from '../../../shared/refusals/refusal-text';
import { useCommand } from '../../../shared/questions/use-command';
import { UserText } from '../../../shared/text/user-text';
import type { Draft } from '../draft/draft';
import { ChangeList } from '../rubric-changes/change-list';
import { ConflictChoices } from './conflict-choices';
import { nameOf } from '../rubric-changes/person-name';
import { useConflicts } from './use-conflicts';
import text from '../../../shared/styles/text.module.css';
import layout from '../../../shared/styles/layout.module.css';

interface Props {
  readonly project: string | null;
  readonly draft: Draft;
  readonly overtaken: NonNullable<Draft['overtaken']>;
  readonly rebased: (answer: DraftRebased) => void;
}

/** Somebody else published, here or for the whole site, while this draft was being made: what they changed, and how both go on. */
export function NewerVersionNotice({
  project,
  draft,
  overtaken: { ofSite, version, by, reason, at, changes },
  rebased,
}: Props): JSX.Element {
  const conflicts = useConflicts(project, draft);
  const [choices, setChoices] = useState<Readonly<Record<string, Side>>>({});
  const [unsaved, setUnsaved] = useState(false);
  const rebase = useCommand('draft.rebase', (answer) => {
    draft.adopt(answer.draft);
    rebased(answer);
  });
  const take = async (): Promise<void> => {
    const kept = await draft.flush();
    setUnsaved(!kept);
    if (kept)
      rebase.act({
        project,
        seen: draft.seen,
        choices: { ...mineOf(conflicts ?? []), ...choices },
      });
  };
  return (
    <SectionMessage
      appearance="warning"
      title={`Version ${String(version)}${ofSite ? ' of the site’s rubric' : ''} was published while you worked on yours`}
    >
      <p className={text.note}>
        By {nameOf(by)}, {dayOf(at) ?? at}: “<UserText max={300}>{reason}</UserText>”
      </p>
      <ChangeList
        changes={changes}
        none="It decides nothing otherwise than the version you started from."
      />
      {conflicts !== null && conflicts.length > 0 && (
        <ConflictChoices
          conflicts={conflicts}
          choices={choices}
          choose={(path, side) => setChoices({ ...choices, [path]: side })}
        />
      )}
      <div className={layout.rowBelow}>
        <Button appearance="primary" isDisabled={rebase.acting} onClick={() => void take()}>
          Take their changes into my draft
        </Button>
        <span className={text.note}>
          {conflicts === null
            ? 'Where both changed the same, yours stays.'
            : conflicts.length === 0
              ? 'You changed different places: both stay.'
              : `${count(conflicts.length, 'place')} that both changed: as you chose above.`}
        </span>
      </div>
      {unsaved && <p role="alert">Your draft could not be saved just now. Try again.</p>}
      <RefusedText refusal={rebase.refusal} />
    </SectionMessage>
  );
}

const mineOf = (conflicts: readonly MergeConflict[]): Readonly<Record<string, Side>> =>
  Object.fromEntries(conflicts.map(({ path }) => [path, 'mine' as const]));
