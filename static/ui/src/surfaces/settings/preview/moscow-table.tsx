import type { JSX } from 'react';
import type { RubricPreview } from '../../../../../../src/contract/preview';
import { amount, count } from '../../../shared/text/format-number';
import { asSentence } from '../../../shared/text/sentences';
import { UserText } from '../../../shared/text/user-text';
import styles from './preview.module.css';
import textStyles from '../../../shared/styles/text.module.css';

const NAMES = { must: 'Must', should: 'Should', could: 'Could', wont: 'Won’t' } as const;
type Part = keyof typeof NAMES;

/** What the plan would hold, before and after, and whether Musts leave room for surprises. */
export function MoscowTable({
  moscow: { before, after },
}: Pick<RubricPreview, 'moscow'>): JSX.Element {
  const cell = ({ parts, unit }: typeof before, part: Part): string => {
    const found = parts.find(({ moscow }) => moscow === part);
    return found === undefined
      ? '0'
      : `${count(found.issues, 'issue')}, ${amount(found.effort, unit)}`;
  };
  return (
    <>
      <table className={styles.plain}>
        <thead>
          <tr>
            <th scope="col">Part</th>
            <th scope="col">Now</th>
            <th scope="col">Draft</th>
          </tr>
        </thead>
        <tbody>
          {(Object.keys(NAMES) as Part[]).map((part) => (
            <tr key={part}>
              <th scope="row">{NAMES[part]}</th>
              <td>{cell(before, part)}</td>
              <td>
                <strong>{cell(after, part)}</strong>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={after.check.within ? textStyles.note : styles.warning}>
        <UserText>{asSentence(after.check.text)}</UserText>
        {after.unplaced > 0 && ` ${count(after.unplaced, 'issue is', 'issues are')} not placed.`}
      </p>
    </>
  );
}
