import { useId, type JSX } from 'react';
import { namesAt, type Path } from '../../draft/document-path';
import { useEditor } from '../editor-context';
import { NamesBox } from '../settings/names-box';
import styles from '../editor.module.css';

/** Several people, by account. */
export function PeopleBox({ label, none, path, act }: { readonly label: string; readonly none: string; readonly path: Path; readonly act: string }): JSX.Element {
  const { draft } = useEditor();
  const id = useId();
  return (
    <div>
      <label className={styles.about} htmlFor={id} aria-label={`${label}: ${act}`}>{label}</label>
      <NamesBox id={id} names={namesAt(draft.document, path)} none={none} locked={draft.readOnly !== null} write={(people) => draft.set(path, people)} />
    </div>
  );
}
