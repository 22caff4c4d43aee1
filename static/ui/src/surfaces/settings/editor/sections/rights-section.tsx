import { useId, type JSX } from 'react';
import { namesAt, recordAt, type Path } from '../../draft/document-path';
import { problemsUnder, useEditor } from '../editor-context';
import { PeopleBox } from '../people/people-box';
import { ProblemText } from '../problem-text';
import { NamesBox } from '../fields/names-box';
import styles from '../editor.module.css';
import layout from '../../../../shared/styles/layout.module.css';

const acts: Readonly<Record<string, string>> = {
  publishRubric: 'Publish a rubric',
  overrideLane: 'Pin a lane',
  moveScore: 'Move a score',
  approveBet: 'Approve a strategic bet',
  decline: 'Decline an issue',
  acceptOverCap: 'Take a hot fix over the capacity',
  rateCriteria: 'Rate criteria',
};

/** Who may do what, and who must approve. */
export function RightsSection(): JSX.Element {
  const { draft } = useEditor();
  return (
    <ul className={layout.column}>
      {Object.keys(recordAt(draft.document, ['decisionRights'])).map((act) => {
        const path = ['decisionRights', act];
        return (
          <li key={act} className={styles.card} data-place={path.join('.')}>
            <span className={styles.label}>{acts[act] ?? act}</span>
            <div className={styles.duo}>
              <Named
                label="Roles that may"
                none="Everybody"
                path={[...path, 'roles']}
                act={acts[act] ?? act}
              />
              <Named
                label="Roles that must approve"
                none="Nobody"
                path={[...path, 'approvers', 'roles']}
                act={acts[act] ?? act}
              />
              <PeopleBox
                label="People who may"
                none="Nobody in particular"
                path={[...path, 'people']}
                act={acts[act] ?? act}
              />
              <PeopleBox
                label="People who must approve"
                none="Nobody in particular"
                path={[...path, 'approvers', 'people']}
                act={acts[act] ?? act}
              />
            </div>
            <ProblemText problems={problemsUnder(draft, path)} />
          </li>
        );
      })}
    </ul>
  );
}

function Named({
  label,
  none,
  path,
  act,
}: {
  readonly label: string;
  readonly none: string;
  readonly path: Path;
  readonly act: string;
}): JSX.Element {
  const { draft } = useEditor();
  const id = useId();
  return (
    <div>
      <label className={styles.about} htmlFor={id} aria-label={`${label}: ${act}`}>
        {label}
      </label>
      <NamesBox
        id={id}
        names={namesAt(draft.document, path)}
        from="roles"
        none={none}
        locked={draft.readOnly !== null}
        write={(roles) => draft.set(path, roles)}
      />
    </div>
  );
}
