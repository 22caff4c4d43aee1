import { AsyncSelect } from '@atlaskit/select';
import { useId, type JSX } from 'react';
import { namesAt, type Path } from '../../draft/document-path';
import { useEditor } from '../editor-context';
import { NamesBox } from '../settings/names-box';
import { usePeopleSearch, type PersonOption } from './people-search';
import styles from '../editor.module.css';

interface Props {
  readonly label: string;
  readonly none: string;
  readonly path: Path;
  readonly act: string;
}

/** Several people: found by name in a project, by account for the whole site. */
export function PeopleBox({ label, none, path, act }: Props): JSX.Element {
  const { draft, inputs: { project } } = useEditor();
  const id = useId();
  const people = namesAt(draft.document, path);
  const shared = { id, people, none, locked: draft.readOnly !== null, write: (next: readonly string[]) => draft.set(path, next) };
  return (
    <div>
      <label className={styles.about} htmlFor={id} aria-label={`${label}: ${act}`}>{label}</label>
      {project === null ? <NamesBox id={id} names={people} none={none} locked={shared.locked} write={shared.write} /> : <ByName {...shared} project={project} />}
    </div>
  );
}

interface ByNameProps {
  readonly id: string;
  readonly project: string;
  readonly people: readonly string[];
  readonly none: string;
  readonly locked: boolean;
  readonly write: (people: readonly string[]) => void;
}

function ByName({ id, project, people, none, locked, write }: ByNameProps): JSX.Element {
  const { options, find } = usePeopleSearch(project, people);
  return (
    <AsyncSelect<PersonOption, true>
      inputId={id}
      isMulti
      defaultOptions
      cacheOptions
      spacing="compact"
      loadOptions={find}
      placeholder={none}
      noOptionsMessage={() => 'Nobody of that name may be given work here'}
      value={options}
      isDisabled={locked}
      onChange={(chosen) => write(chosen.map(({ value }) => value))}
      menuPosition="fixed"
    />
  );
}
