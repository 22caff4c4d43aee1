import { AsyncSelect } from '@atlaskit/select';
import { useId, type JSX } from 'react';
import { useEditor } from '../editor-context';
import { usePeopleSearch, type PersonOption } from './people-search';
import styles from '../editor.module.css';

interface Props {
  readonly label: string;
  readonly accountId: string;
  readonly write: (accountId: string | null) => void;
  readonly locked: boolean;
}

/** One person, found by name: in a project among those who may be given work there. */
export function PersonBox(props: Props): JSX.Element {
  const {
    inputs: { project },
  } = useEditor();
  const id = useId();
  return (
    <div>
      <label className={styles.about} htmlFor={id}>
        {props.label}
      </label>
      <ByName {...props} id={id} project={project} />
    </div>
  );
}

function ByName({
  id,
  project,
  accountId,
  write,
  locked,
}: Props & { readonly id: string; readonly project: string | null }): JSX.Element {
  const {
    options: [chosen = null],
    find,
  } = usePeopleSearch(project, accountId === '' ? [] : [accountId]);
  return (
    <AsyncSelect<PersonOption>
      inputId={id}
      defaultOptions
      cacheOptions
      isClearable
      spacing="compact"
      loadOptions={find}
      placeholder="Nobody: type a name"
      noOptionsMessage={({ inputValue }) =>
        inputValue === ''
          ? 'Type a name'
          : project === null
            ? 'No one by that name'
            : 'Nobody of that name may be given work here'
      }
      value={chosen}
      isDisabled={locked}
      onChange={(option) => write(option === null ? null : option.value)}
      menuPosition="fixed"
    />
  );
}
