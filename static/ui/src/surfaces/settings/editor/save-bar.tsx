import { IconButton } from '@atlaskit/button/new';
import RedoIcon from '@atlaskit/icon/core/redo';
import UndoIcon from '@atlaskit/icon/core/undo';
import type { JSX } from 'react';
import { rubricDifference } from '../../../../../../src/core/rubric/document/difference';
import { parseRubric } from '../../../../../../src/core/rubric/document/parse';
import { UserText } from '../../../shared/text/user-text';
import type { Draft, Saving } from '../draft/draft';
import styles from './editor.module.css';
import textStyles from '../../../shared/styles/text.module.css';
import layout from '../../../shared/styles/layout.module.css';

const mostShown = 8;

/** Steps back and forth and, where another window saved meanwhile, what it has that this one has not. */
export function SaveBar({ draft }: { readonly draft: Draft }): JSX.Element | null {
  const { saving, undo, redo, readOnly } = draft;
  if (readOnly !== null) return null;
  return (
    <>
      <div className={layout.head}>
        <span className={textStyles.note}>
          Changes are kept as a draft. Nothing is in force before you publish.
        </span>
        <span className={layout.row}>
          <IconButton
            icon={UndoIcon}
            spacing="compact"
            label="Undo"
            isDisabled={undo === null}
            onClick={() => undo?.()}
          />
          <IconButton
            icon={RedoIcon}
            spacing="compact"
            label="Redo"
            isDisabled={redo === null}
            onClick={() => redo?.()}
          />
        </span>
      </div>
      {saving.state === 'conflict' && <TheOther saving={saving} draft={draft} />}
    </>
  );
}

function TheOther({
  saving: { theirs },
  draft,
}: {
  readonly saving: Extract<Saving, { state: 'conflict' }>;
  readonly draft: Draft;
}): JSX.Element | null {
  const read = parseRubric(theirs.document);
  if (!read.ok || !draft.parsed.ok) return null;
  const changes = rubricDifference(draft.parsed.rubric, read.rubric);
  return (
    <div className={styles.follows} role="note">
      <div>
        <p className={textStyles.note}>
          {changes.length === 0 ? 'The other window has the same.' : 'In the other window:'}
        </p>
        <ul className={styles.problemList}>
          {changes.slice(0, mostShown).map(({ path, text }) => (
            <li key={path + text}>
              <UserText max={200}>{text}</UserText>
            </li>
          ))}
          {changes.length > mostShown && <li>{`and ${changes.length - mostShown} more`}</li>}
        </ul>
      </div>
    </div>
  );
}
