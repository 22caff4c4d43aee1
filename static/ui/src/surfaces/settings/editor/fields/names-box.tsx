import { CreatableSelect } from '@atlaskit/select';
import { useMemo, useState, type JSX } from 'react';
import { sameName } from '../../../../../../../src/core/text/same-name';
import { visibleText } from '../../../../shared/text/visible-text';
import { useNameSource, type KnownName } from './name-source';
import type { NameSource } from './setting';
import styles from '../editor.module.css';

interface Option {
  readonly value: string;
  readonly label: string;
  readonly about?: string | undefined;
}

/** More than these nobody reads; typing narrows them. */
const mostShown = 50;

interface Props {
  readonly id: string;
  readonly names: readonly string[];
  readonly write: (names: readonly string[]) => void;
  readonly from?: NameSource | undefined;
  readonly none?: string | undefined;
  readonly locked: boolean;
  readonly invalid?: boolean;
  readonly describedBy?: string;
}

/** Several names, chosen from what the project has or typed. */
export function NamesBox({
  id,
  names,
  write,
  from,
  none,
  locked,
  invalid = false,
  describedBy,
}: Props): JSX.Element {
  const known = useNameSource(from);
  const [typed, setTyped] = useState('');
  const options = useMemo(() => optionsFor(known, typed, names), [known, typed, names]);
  return (
    <CreatableSelect<Option, true>
      inputId={id}
      isMulti
      spacing="compact"
      options={options}
      filterOption={null}
      inputValue={typed}
      onInputChange={setTyped}
      value={names.map((name) => ({ value: name, label: visibleText(name) }))}
      onChange={(chosen) => write(chosen.map(({ value }) => value))}
      placeholder={none ?? 'Type a name'}
      noOptionsMessage={() => 'Type a name'}
      formatCreateLabel={(name) => `Use “${visibleText(name)}”`}
      formatOptionLabel={({ label, about }, { context }) => (
        <>
          <bdi>{label}</bdi>
          {context === 'menu' && about !== undefined && (
            <span className={styles.about}>{about}</span>
          )}
        </>
      )}
      isDisabled={locked}
      isInvalid={invalid}
      aria-describedby={describedBy}
      menuPosition="fixed"
    />
  );
}

/** The first that fit what was typed; names are compared as the rubric compares them. */
function optionsFor(
  known: readonly KnownName[],
  typed: string,
  taken: readonly string[],
): Option[] {
  const wanted = sameName(typed);
  const has = new Set(taken.map(sameName));
  return known
    .filter(({ name }) => !has.has(sameName(name)) && sameName(name).includes(wanted))
    .slice(0, mostShown)
    .map(({ name, about }) => ({ value: name, label: visibleText(name), about }));
}
