import { AsyncSelect } from '@atlaskit/select';
import { useId, type JSX } from 'react';
import { namesAt, type Path } from '../../draft/document-path';
import { useEditor } from '../editor-context';
import { usePeopleSearch, type PersonOption } from './people-search';
import styles from '../editor.module.css';

interface Props {
  readonly label: string;
  readonly none: string;
  readonly path: Path;
  readonly act: string;
}

/** Several people, found by name: in a project among those who may be given work there. */
export function PeopleBox({ label, none, path, act }: Props): JSX.Element {
  const {
    draft,
    inputs: { project },
  } = useEditor();
  const id = useId();
  const people = namesAt(draft.document, path);
  const shared = {
    id,
    people,
    none,
    locked: draft.readOnly !== null,
    write: (next: readonly string[]) => draft.set(path, next),
  };
  return (
    <div>
      <label className={styles.about} htmlFor={id} aria-label={`${label}: ${act}`}>
        {label}
      </label>
      <ByName {...shared} project={project} />
    </div>
  );
}

interface ByNameProps {
  readonly id: string;
  readonly project: string | null;
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
      noOptionsMessage={({ inputValue }) =>
        inputValue === ''
          ? 'Type a name'
          : project === null
            ? 'No one by that name'
            : 'Nobody of that name may be given work here'
      }
      value={options}
      isDisabled={locked}
      onChange={(chosen) => write(chosen.map(({ value }) => value))}
      menuPosition="fixed"
    />
  );
}
