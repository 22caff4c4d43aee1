import { AsyncSelect } from '@atlaskit/select';
import type { JSX } from 'react';
import type { Person } from '../../../../../src/core/post-mortem/view';
import { ask } from '../../bridge';
import { visibleText } from '../text/visible-text';

interface Option {
  readonly value: string;
  readonly label: string;
}

interface Props {
  readonly id: string;
  readonly issueId: string;
  readonly chosen: Person | null;
  readonly choose: (person: Person | null) => void;
}

/** Finds somebody who may be given work in this project. */
export function PersonPicker({ id, issueId, chosen, choose }: Props): JSX.Element {
  const find = async (query: string): Promise<Option[]> => {
    const people = await ask('postmortem.people', { issueId, query });
    return people.map(({ accountId, name }) => ({ value: accountId, label: visibleText(name) }));
  };
  return (
    <AsyncSelect<Option>
      inputId={id}
      defaultOptions
      cacheOptions
      isClearable
      loadOptions={find}
      placeholder="Type a name"
      noOptionsMessage={() => 'Nobody of that name may be given work here'}
      value={chosen === null ? null : { value: chosen.accountId, label: visibleText(chosen.name) }}
      onChange={(option) =>
        choose(option === null ? null : { accountId: option.value, name: option.label })
      }
    />
  );
}
