import { AsyncSelect } from '@atlaskit/select';
import Textfield from '@atlaskit/textfield';
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

/** One person: found by name in a project, by account for the whole site, where nobody may be given work. */
export function PersonBox(props: Props): JSX.Element {
  const { inputs: { project } } = useEditor();
  const id = useId();
  return (
    <div>
      <label className={styles.about} htmlFor={id}>{props.label}</label>
      {project === null ? <ByAccount {...props} id={id} /> : <ByName {...props} id={id} project={project} />}
    </div>
  );
}

function ByName({ id, project, accountId, write, locked }: Props & { readonly id: string; readonly project: string }): JSX.Element {
  const { options: [chosen = null], find } = usePeopleSearch(project, accountId === '' ? [] : [accountId]);
  return (
    <AsyncSelect<PersonOption>
      inputId={id}
      defaultOptions
      cacheOptions
      isClearable
      spacing="compact"
      loadOptions={find}
      placeholder="Nobody: type a name"
      noOptionsMessage={() => 'Nobody of that name may be given work here'}
      value={chosen}
      isDisabled={locked}
      onChange={(option) => write(option === null ? null : option.value)}
      menuPosition="fixed"
    />
  );
}

function ByAccount({ id, accountId, write, locked }: Props & { readonly id: string }): JSX.Element {
  return <Textfield id={id} isCompact value={accountId} placeholder="Nobody" maxLength={255} isReadOnly={locked} onChange={(event) => write(event.currentTarget.value === '' ? null : event.currentTarget.value)} />;
}
