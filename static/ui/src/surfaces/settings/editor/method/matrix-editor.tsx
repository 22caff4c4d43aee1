import Button, { IconButton } from '@atlaskit/button/new';
import CrossIcon from '@atlaskit/icon/core/cross';
import Textfield from '@atlaskit/textfield';
import type { JSX } from 'react';
import { listAt, readAt, textAt } from '../../draft/document-path';
import { problemsUnder, useEditor } from '../editor-context';
import { ProblemText } from '../problem-text';
import { SettingControls } from '../fields/setting-control';
import { withoutItem } from '../fields/reorder-list';
import { NumberBox } from '../fields/number-box';
import { MatrixCells } from './matrix-cells';
import { withResultRenamed } from './matrix-sides';
import { useMatrixChange } from './use-matrix-change';
import styles from '../editor.module.css';

/** The results that a pair of two criteria can have, and which pair has which. */
export function MatrixEditor(): JSX.Element {
  const { draft } = useEditor();
  const change = useMatrixChange();
  const locked = draft.readOnly !== null;
  const criteria = listAt(draft.document, ['criteria']).map((criterion) => ({
    value: textAt(criterion, ['id']),
    label: textAt(criterion, ['label']),
  }));
  const results = listAt(draft.document, ['method', 'results']);
  const write = (list: readonly unknown[]): void => draft.set(['method', 'results'], list);
  return (
    <>
      <SettingControls
        of={[
          { kind: 'text', path: ['method', 'measure'], label: 'What you call the result', max: 40 },
          { kind: 'choice', path: ['method', 'rows'], label: 'Rows', options: criteria },
          { kind: 'choice', path: ['method', 'columns'], label: 'Columns', options: criteria },
        ]}
      />
      <div className={styles.wideRow} role="group" aria-label="Results" data-place="method.results">
        <span className={styles.label}>Results, from the least to the most</span>
        <ul className={styles.named}>
          {results.map((result, at) => (
            <li key={at} data-place={`method.results.${at}`}>
              <Textfield
                isCompact
                aria-label={`Result ${at + 1}`}
                value={textAt(result, ['name'])}
                maxLength={60}
                isReadOnly={locked}
                onChange={(event) =>
                  change(withResultRenamed(draft.document, at, event.currentTarget.value))
                }
              />
              <NumberBox
                label={`Points of result ${at + 1}`}
                value={readAt(result, ['points'])}
                unit="points"
                min={0}
                max={100}
                locked={locked}
                write={(points) => draft.set(['method', 'results', at, 'points'], points)}
              />
              {!locked && (
                <IconButton
                  icon={CrossIcon}
                  spacing="compact"
                  appearance="subtle"
                  label={`Remove result ${at + 1}`}
                  isDisabled={results.length <= 2}
                  onClick={() => write(withoutItem(results, at))}
                />
              )}
            </li>
          ))}
        </ul>
        {!locked && results.length < 20 && (
          <div>
            <Button
              spacing="compact"
              onClick={() =>
                write([...results, { name: `Result ${results.length + 1}`, points: 100 }])
              }
            >
              Add a result
            </Button>
          </div>
        )}
        <ProblemText problems={problemsUnder(draft, ['method', 'results'])} />
      </div>
      <MatrixCells results={results.map((result) => textAt(result, ['name']))} locked={locked} />
    </>
  );
}
