import Button from '@atlaskit/button/new';
import { useContext, type JSX } from 'react';
import type { SettingsView } from '../../../../../../src/contract/settings';
import { writeRubric } from '../../../../../../src/core/rubric/document/document-text';
import { Answered } from '../../../shared/questions/answered';
import { useAnswer } from '../../../shared/questions/use-answer';
import type { DraftOutcome } from '../rubric-changes/draft-outcome';
import { RubricProblems } from '../rubric-changes/rubric-problems';
import { ChangeList } from '../rubric-changes/change-list';
import { StagedChangeContext } from '../staged-change/staged-change';
import { RollbackForm } from './rollback-form';
import styles from './versions.module.css';
import text from '../../../shared/styles/text.module.css';

interface Props {
  readonly project: string | null;
  readonly number: number;
  readonly newest: number;
  readonly view: SettingsView | undefined;
  readonly done: (what: DraftOutcome) => void;
}

/** A version in full, and what bringing it back would change. */
export function OneVersion({ project, number, newest, view, done }: Props): JSX.Element {
  const asked = useAnswer('rubric.version', { project, version: number });
  const { stage } = useContext(StagedChangeContext);
  return (
    <div className={styles.opened}>
      <Answered asked={asked} loading={`Opening v${String(number)}…`}>
        {({ document, inherits, problems, warnings, rollback }) => (
          <>
            {problems.length > 0 && (
              <RubricProblems problems={problems} title="It can no longer be used as it is" />
            )}
            {number !== newest && document !== null && (
              <div>
                <h3 className={text.subhead}>Bringing it back would change</h3>
                <ChangeList changes={rollback} none="Nothing: it decides as what is published." />
                {warnings.length > 0 && (
                  <RubricProblems
                    problems={warnings}
                    appearance="warning"
                    title="It can be brought back, but"
                  />
                )}
                {view?.may.edit === null && (
                  <p className={styles.note}>
                    <Button
                      spacing="compact"
                      onClick={() => stage({ version: number, document, inherits })}
                    >
                      Put it in my draft to preview it
                    </Button>{' '}
                    It takes the place of what is in your draft; Undo brings that back.
                  </p>
                )}
                {view?.may.rollBack === null ? (
                  <RollbackForm
                    project={project}
                    number={number}
                    base={view.published.base}
                    needsApproval={view.approval.needed ? view.approval.approvers : null}
                    done={done}
                  />
                ) : (
                  <p className={styles.note}>{view?.may.rollBack}</p>
                )}
              </div>
            )}
            {document !== null && (
              <details>
                <summary className={styles.summary}>The whole document</summary>
                <textarea
                  className={text.document}
                  readOnly
                  rows={18}
                  aria-label={`Version ${String(number)} as YAML`}
                  value={writeRubric(document, 'yaml')}
                />
              </details>
            )}
          </>
        )}
      </Answered>
    </div>
  );
}
