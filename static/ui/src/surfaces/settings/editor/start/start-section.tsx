import Button from '@atlaskit/button/new';
import { useState, type JSX } from 'react';
import { presetNames, presets } from '../../../../../../../src/core/rubric/presets/presets';
import type { Rubric } from '../../../../../../../src/core/rubric/schema/schema';
import { ask } from '../../../../bridge';
import { NO_ANSWER, Refused } from '../../../../reply';
import { RefusedText } from '../../../../shared/refusals/refusal-text';
import type { Refusal } from '../../../../../../../src/contract';
import { useEditor } from '../editor-context';
import { ChoiceBox } from '../fields/simple-fields';
import { presetText } from './preset-text';
import styles from '../editor.module.css';
import text from '../../../../shared/styles/text.module.css';

/** Begins anew from a preset, or from what another project published. The draft can be taken back. */
export function StartSection(): JSX.Element {
  const { draft, inputs } = useEditor();
  const [project, setProject] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<Refusal>();
  const [asking, setAsking] = useState(false);
  const locked = draft.readOnly !== null;
  const start = (rubric: Rubric): void =>
    draft.change({ ...rubric, version: draft.published.document.version }, null, []);
  const startFrom = async (key: string): Promise<void> => {
    setAsking(true);
    setRefusal(undefined);
    try {
      start((await ask('settings.view', { project: key })).published.document);
    } catch (failure) {
      setRefusal(failure instanceof Refused ? failure.refusal : NO_ANSWER);
    } finally {
      setAsking(false);
    }
  };
  const projects = inputs.starts?.projects ?? [];
  return (
    <>
      <p className={text.note}>
        Replaces the whole draft. Nothing is in force before it is published, and “Undo” brings back
        what was here.
      </p>
      <ul className={styles.presets}>
        {presetNames.map((name) => (
          <li key={name} className={styles.preset}>
            <span>
              <span className={styles.label}>{presetText[name].label}</span>
              <span className={styles.about}>{presetText[name].help}</span>
            </span>
            <Button
              spacing="compact"
              isDisabled={locked}
              aria-label={`Use ${presetText[name].label}`}
              onClick={() => start(presets[name])}
            >
              Use
            </Button>
          </li>
        ))}
      </ul>
      {projects.length > 0 && (
        <div className={styles.wideRow}>
          <span className={styles.label}>From another project</span>
          <div className={styles.duo}>
            <ChoiceBox
              label="Another project"
              value={project}
              options={projects.map((one) => ({
                value: one.project,
                label: `${one.project}, version ${one.version}`,
              }))}
              locked={locked}
              write={setProject}
            />
            <span>
              <Button
                isDisabled={locked || project === null || asking}
                onClick={() => {
                  if (project !== null) void startFrom(project);
                }}
              >
                Start from it
              </Button>
            </span>
          </div>
          <RefusedText refusal={refusal} />
        </div>
      )}
      <p className={text.note}>
        To begin with an earlier version, open it under “Versions”; a file of your own goes under
        “Import and export”.
      </p>
    </>
  );
}
