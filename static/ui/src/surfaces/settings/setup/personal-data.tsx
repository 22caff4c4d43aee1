import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import { AsyncSelect } from '@atlaskit/select';
import { useId, useState, type JSX } from 'react';
import { isAccountId } from '../../../../../../src/core/terms/account-id';
import { usePeopleSearch, type PersonOption } from '../editor/people/people-search';
import { RefusedText } from '../../../shared/refusals/refusal-text';
import { count } from '../../../shared/text/format-number';
import { UserText } from '../../../shared/text/user-text';
import { downloadText } from '../../../shared/text/download-text';
import { useExport } from './use-export';
import layout from '../../../shared/styles/layout.module.css';
import text from '../../../shared/styles/text.module.css';

/** Everything that is stored of one person, as a file, for whoever has to answer for it. */
export function PersonalData(): JSX.Element {
  const id = useId();
  const [person, setPerson] = useState<PersonOption | null>(null);
  const { find } = usePeopleSearch(null, []);
  const exported = useExport();
  const choose = (option: PersonOption | null): void => {
    setPerson(option);
    exported.forget();
  };
  return (
    <section className={layout.part} aria-labelledby={`${id}title`}>
      <Heading size="small" as="h3" id={`${id}title`}>
        Data stored about a person
      </Heading>
      <p className={text.note}>
        Ballast stores account ids with what people rated, decided and wrote, but no names. When
        somebody closes their account, their id is removed from all of it within about a week.
      </p>
      <label className={text.note} htmlFor={id}>
        Person, by name or account id
      </label>
      <AsyncSelect<PersonOption>
        inputId={id}
        isClearable
        loadOptions={async (query) =>
          isAccountId(query.trim()) ? [{ value: query.trim(), label: query.trim() }] : find(query)
        }
        placeholder="Type a name"
        noOptionsMessage={({ inputValue }) =>
          inputValue === '' ? 'Type a name' : 'No one by that name'
        }
        value={person}
        onChange={choose}
      />
      <div className={layout.rowBelow}>
        <Button
          isDisabled={person === null}
          isLoading={exported.acting}
          onClick={() => person !== null && exported.begin(person.value)}
        >
          Look it up
        </Button>
        {exported.entries !== null && person !== null && (
          <Button
            appearance="primary"
            onClick={() =>
              downloadText(
                'ballast-personal-data.json',
                `${JSON.stringify({ accountId: person.value, entries: exported.entries }, null, 2)}\n`,
              )
            }
          >
            Download as JSON
          </Button>
        )}
      </div>
      <p role="status" className={text.spacedNote}>
        {exported.acting && `${count(exported.looked, 'record')} searched…`}
        {exported.entries !== null && person !== null && (
          <>
            <UserText max={80}>{person.label}</UserText>
            {exported.entries.length === 0
              ? ': nothing found'
              : `: ${count(exported.entries.length, 'entry', 'entries')} found`}{' '}
            in {count(exported.looked, 'record')}.
          </>
        )}
      </p>
      <RefusedText refusal={exported.refusal} />
    </section>
  );
}
