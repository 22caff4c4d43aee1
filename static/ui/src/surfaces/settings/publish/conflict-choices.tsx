import { useId, type JSX } from 'react';
import type { MergeConflict, Side } from '../../../../../../src/core/rubric/document/merge';
import form from '../../../shared/styles/form.module.css';
import { UserText } from '../../../shared/text/user-text';
import styles from './publish.module.css';
import text from '../../../shared/styles/text.module.css';

interface Props {
  readonly conflicts: readonly MergeConflict[];
  readonly choices: Readonly<Record<string, Side>>;
  readonly choose: (path: string, side: Side) => void;
}

/** Where both changed the same place: whose counts. */
export function ConflictChoices({ conflicts, choices, choose }: Props): JSX.Element {
  const id = useId();
  return (
    <div className={styles.conflicts}>
      <h3 className={text.subhead}>Places that both changed</h3>
      {conflicts.map((conflict) => (
        <fieldset key={conflict.path} className={form.choices}>
          <legend className={styles.place}>
            <UserText max={160}>{conflict.place}</UserText>
          </legend>
          {(['mine', 'theirs'] as const).map((side) => (
            <label key={side} className={form.choice}>
              <input
                type="radio"
                name={`${id}${conflict.path}`}
                checked={(choices[conflict.path] ?? 'mine') === side}
                onChange={() => choose(conflict.path, side)}
              />
              {side === 'mine' ? 'Mine' : 'Theirs'}:{' '}
              <UserText max={120}>{shown(conflict[side])}</UserText>
            </label>
          ))}
        </fieldset>
      ))}
    </div>
  );
}

function shown(value: unknown): string {
  if (value === undefined) return 'taken away';
  if (typeof value === 'string') return `“${value}”`;
  return JSON.stringify(value);
}
