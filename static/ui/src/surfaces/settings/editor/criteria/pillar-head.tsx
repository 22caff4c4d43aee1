import { IconButton } from '@atlaskit/button/new';
import ArrowDownIcon from '@atlaskit/icon/core/arrow-down';
import ArrowUpIcon from '@atlaskit/icon/core/arrow-up';
import DeleteIcon from '@atlaskit/icon/core/delete';
import Textfield from '@atlaskit/textfield';
import type { JSX } from 'react';
import { count } from '../../../../shared/text/format-number';
import { listAt, textAt } from '../../draft/document-path';
import { problemsUnder, useEditor } from '../editor-context';
import { ProblemText } from '../problem-text';
import { movedInList, withoutItem } from '../fields/reorder-list';
import styles from './criteria.module.css';

interface Props {
  readonly at: number;
  /** Of all criteria together, in percent; null where the method has no weights. */
  readonly share: number | null;
  readonly criteria: number;
}

/** A pillar's name and share; its place among the others. */
export function PillarHead({ at, share, criteria }: Props): JSX.Element {
  const { draft } = useEditor();
  const pillars = listAt(draft.document, ['pillars']);
  const label = textAt(pillars[at], ['label']);
  const locked = draft.readOnly !== null;
  const remove = (): void => {
    const id = textAt(pillars[at], ['id']);
    draft.change(
      {
        ...draft.document,
        pillars: withoutItem(pillars, at),
        criteria: listAt(draft.document, ['criteria']).filter(
          (criterion) => textAt(criterion, ['pillar']) !== id,
        ),
      },
      null,
      draft.inherits.filter((section) => section !== 'pillars' && section !== 'criteria'),
    );
  };
  return (
    <>
      <div className={styles.pillarHead} data-place={`pillars.${at}`}>
        <span className={styles.pillarName} data-place={`pillars.${at}.label`}>
          <Textfield
            isCompact
            appearance="subtle"
            aria-label={`Name of pillar ${at + 1}`}
            value={label}
            maxLength={80}
            isReadOnly={locked}
            onChange={(event) => draft.set(['pillars', at, 'label'], event.currentTarget.value)}
          />
        </span>
        {share !== null && (
          <strong className={styles.total}>{`${Number(share.toFixed(1))} %`}</strong>
        )}
        {!locked && (
          <span className={styles.tools}>
            <IconButton
              icon={ArrowUpIcon}
              spacing="compact"
              appearance="subtle"
              label={`Move up: pillar ${label}`}
              isDisabled={at === 0}
              onClick={() => draft.set(['pillars'], movedInList(pillars, at, -1))}
            />
            <IconButton
              icon={ArrowDownIcon}
              spacing="compact"
              appearance="subtle"
              label={`Move down: pillar ${label}`}
              isDisabled={at === pillars.length - 1}
              onClick={() => draft.set(['pillars'], movedInList(pillars, at, 1))}
            />
            <IconButton
              icon={DeleteIcon}
              spacing="compact"
              appearance="subtle"
              label={`Remove pillar ${label}${criteria === 0 ? '' : ` and its ${count(criteria, 'criterion', 'criteria')}`}`}
              isDisabled={pillars.length === 1}
              onClick={remove}
            />
          </span>
        )}
      </div>
      <ProblemText problems={problemsUnder(draft, ['pillars', at])} />
    </>
  );
}
