import Select from '@atlaskit/select';
import { useMemo, useState, type JSX } from 'react';
import { sameName } from '../../../../../../../src/core/text/same-name';
import { visibleText } from '../../../../shared/text/visible-text';
import { listAt, textAt } from '../../draft/document-path';
import { useEditor } from '../editor-context';
import { countables, newCriterion, type Countable } from './new-criterion';
import styles from '../editor.module.css';

const mostShown = 40;

/** One more criterion, from the fields that the project really has and from what Ballast knows of every issue. */
export function AddCriterion({
  pillar,
  label,
}: {
  readonly pillar: string;
  readonly label: string;
}): JSX.Element {
  const { draft, inputs, reveal } = useEditor();
  const [typed, setTyped] = useState('');
  const all = useMemo(() => countables(inputs.facts), [inputs.facts]);
  const options = useMemo(
    () => all.filter((one) => sameName(one.label).includes(sameName(typed))).slice(0, mostShown),
    [all, typed],
  );
  const add = (chosen: Countable): void => {
    const criteria = listAt(draft.document, ['criteria']);
    const fresh = newCriterion(draft.document, chosen, pillar);
    // After the last of its pillar, where the person looks.
    const after = criteria.reduce<number>(
      (last, criterion, at) => (textAt(criterion, ['pillar']) === pillar ? at : last),
      criteria.length - 1,
    );
    draft.set(['criteria'], [...criteria.slice(0, after + 1), fresh, ...criteria.slice(after + 1)]);
    reveal(`criteria.${after + 1}.label`);
  };
  return (
    <Select<Countable>
      aria-label={`Add a criterion to ${label}`}
      spacing="compact"
      placeholder="Add a criterion: a field, or what else should count"
      options={options}
      filterOption={null}
      inputValue={typed}
      onInputChange={setTyped}
      value={null}
      onChange={(chosen) => chosen !== null && add(chosen)}
      formatOptionLabel={(option) => (
        <>
          <bdi>{visibleText(option.label)}</bdi>
          <span className={styles.about}>{visibleText(option.about)}</span>
        </>
      )}
      noOptionsMessage={() => 'No field of this name'}
      menuPosition="fixed"
    />
  );
}
