import { workLanes } from '../../../../../../../src/core/terms/lane';
import type { JSX } from 'react';
import { capital } from '../../../../shared/text/sentences';
import { numberAt, textAt } from '../../draft/document-path';
import { problemsUnder, useEditor } from '../editor-context';
import { ProblemText } from '../problem-text';
import { SettingControls } from '../fields/setting-control';
import { PersonBox } from '../people/person-box';
import { ShareBox } from '../fields/simple-fields';
import { capacitySettings } from './plan-settings';
import styles from '../editor.module.css';
import layout from '../../../../shared/styles/layout.module.css';

/** How much of the finished work each lane should get and may take, who answers for it, and by when hot fixes are due. */
export function CapacitySection(): JSX.Element {
  const { draft } = useEditor();
  const locked = draft.readOnly !== null;
  return (
    <>
      <ul className={layout.column}>
        {workLanes.map((lane) => {
          const path = ['capacity', 'lanes', lane];
          const [least, most] = [
            numberAt(draft.document, [...path, 'least']) ?? 0,
            numberAt(draft.document, [...path, 'most']) ?? 1,
          ];
          const owner = textAt(draft.document, [...path, 'owner']);
          const write = (change: object): void =>
            draft.set(path, { least, most, owner: owner === '' ? null : owner, ...change });
          return (
            <li key={lane} className={styles.card} data-place={path.join('.')}>
              <span className={styles.label}>{capital(lane)}</span>
              <div className={styles.duo}>
                <span className={styles.numberBox}>
                  <span className={styles.partWord}>at least</span>
                  <ShareBox
                    label={`${lane}: at least`}
                    value={least}
                    locked={locked}
                    write={(value) => write({ least: value })}
                  />
                </span>
                <span className={styles.numberBox}>
                  <span className={styles.partWord}>at most</span>
                  <ShareBox
                    label={`${lane}: at most`}
                    value={most}
                    locked={locked}
                    write={(value) => write({ most: value })}
                  />
                </span>
              </div>
              <PersonBox
                label={`Who answers for ${lane}`}
                accountId={owner}
                locked={locked}
                write={(person) => write({ owner: person })}
              />
              <ProblemText problems={problemsUnder(draft, path)} />
            </li>
          );
        })}
      </ul>
      <SettingControls of={capacitySettings} />
    </>
  );
}
