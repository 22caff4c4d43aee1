import Button from '@atlaskit/button/new';
import SectionMessage from '@atlaskit/section-message';
import { useState, type JSX } from 'react';
import type { DraftRebased } from '../../../../../../src/contract/drafts';
import type { MergeConflict, Side } from '../../../../../../src/core/rubric/document/merge';
import { dayOf } from '../../../shared/ago';
import { count } from '../../../shared/format-number';
import { RefusedWords } from '../../../shared/refused';
import { useAct } from '../../../shared/use-act';
import { Words } from '../../../shared/words';
import type { Draft } from '../draft/draft';
import { ChangeList } from './change-list';
import { ConflictChoices } from './conflict-choices';
import { nameOf } from './name-of';
import styles from './publish.module.css';
import { useConflicts } from './use-conflicts';

interface Props {
  readonly project: string | null;
  readonly draft: Draft;
  readonly overtaken: NonNullable<Draft['overtaken']>;
  readonly rebased: (answer: DraftRebased) => void;
}

/** Somebody else published, here or for the whole site, while this draft was being made: what they changed, and how both go on. */
export function OvertakenNotice({
  project,
  draft,
  overtaken: { ofSite, version, by, reason, at, changes },
  rebased,
}: Props): JSX.Element {
  const conflicts = useConflicts(project, draft);
  const [choices, setChoices] = useState<Readonly<Record<string, Side>>>({});
  const [unsaved, setUnsaved] = useState(false);
  const rebase = useAct('draft.rebase', (answer) => {
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
      <p className={styles.note}>
        By {nameOf(by)}, {dayOf(at) ?? at}: “<Words max={300}>{reason}</Words>”
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
      <div className={styles.buttons}>
        <Button appearance="primary" isDisabled={rebase.acting} onClick={() => void take()}>
          Take their changes into my draft
        </Button>
        <span className={styles.note}>
          {conflicts === null
            ? 'Where both changed the same, yours stays.'
            : conflicts.length === 0
              ? 'You changed different places: both stay.'
              : `${count(conflicts.length, 'place')} that both changed: as you chose above.`}
        </span>
      </div>
      {unsaved && <p role="alert">Your draft could not be saved just now. Try again.</p>}
      <RefusedWords refusal={rebase.refusal} />
    </SectionMessage>
  );
}

const mineOf = (conflicts: readonly MergeConflict[]): Readonly<Record<string, Side>> =>
  Object.fromEntries(conflicts.map(({ path }) => [path, 'mine' as const]));
