import Range from '@atlaskit/range';
import type { JSX } from 'react';
import { visibleText } from '../../../../shared/text/visible-text';
import { UserText } from '../../../../shared/text/user-text';
import { readAt, textAt } from '../../draft/document-path';
import { problemsUnder, useEditor } from '../editor-context';
import { Chevron } from '../chevron';
import { ProblemCount } from '../problem-count';
import { NumberBox } from '../fields/number-box';
import { CriterionDetails } from './criterion-details';
import { FillBar } from './fill-bar';
import { weightForShare } from './shares';
import styles from './criteria.module.css';

interface Props {
  /** Its place among the criteria. */
  readonly at: number;
  /** In percent; null where the method has no weights. */
  readonly share: number | null;
  /** What the other criteria weigh together. */
  readonly others: number;
}

/** One criterion in a line, and everything about it when it is opened. */
export function CriterionItem({ at, share, others }: Props): JSX.Element {
  const { draft, open, toggle } = useEditor();
  const criterion = readAt(draft.document, ['criteria', at]);
  const [id, label] = [textAt(criterion, ['id']), textAt(criterion, ['label'])];
  const name = `criteria.${id}`;
  const isOpen = open.has(name);
  const locked = draft.readOnly !== null;
  const give = (wanted: number): void =>
    draft.set(['criteria', at, 'weight'], weightForShare(wanted, others));
  return (
    <li className={styles.criterion} data-place={`criteria.${at}`}>
      <div className={share === null ? styles.unweighted : styles.line}>
        <button
          type="button"
          className={styles.name}
          aria-expanded={isOpen}
          onClick={() => toggle(name)}
        >
          <Chevron open={isOpen} />
          <span>
            <UserText max={80}>{label === '' ? id : label}</UserText>
            {share === null && <code className={styles.code}>{id}</code>}
          </span>
          <ProblemCount problems={problemsUnder(draft, ['criteria', at])} />
        </button>
        {share !== null && (
          <>
            <span className={styles.slider}>
              <Range
                aria-label={`Share of ${visibleText(label)}`}
                aria-valuetext={`${share} %`}
                min={0}
                max={90}
                step={1}
                value={Math.min(90, Math.max(0, Math.round(share)))}
                isDisabled={locked || others <= 0}
                onChange={give}
              />
            </span>
            <span className={styles.share}>
              <NumberBox
                label={`Share of ${visibleText(label)} in percent`}
                value={share}
                unit="%"
                min={0}
                max={99.9}
                step={0.1}
                locked={locked || others <= 0}
                write={(value) => {
                  if (value !== null) give(value);
                }}
              />
            </span>
          </>
        )}
        <FillBar criterion={criterion} />
      </div>
      {isOpen && <CriterionDetails at={at} />}
    </li>
  );
}
