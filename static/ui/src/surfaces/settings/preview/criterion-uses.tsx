import SectionMessage from '@atlaskit/section-message';
import type { JSX } from 'react';
import type { CriterionUse } from '../../../../../../src/core/preview/preview';
import { count, percent } from '../../../shared/text/format-number';
import { UserText } from '../../../shared/text/user-text';
import styles from './preview.module.css';
import layout from '../../../shared/styles/layout.module.css';

/** Criteria that do nothing, with what to do about them; then what each of the others does. */
export function CriterionUses({
  criteria,
}: {
  readonly criteria: readonly CriterionUse[];
}): JSX.Element {
  const idle = criteria.filter((use) => use.idle !== null);
  return (
    <>
      {idle.length > 0 && (
        <SectionMessage
          appearance="warning"
          title={`${count(idle.length, 'criterion does', 'criteria do')} nothing`}
        >
          <ul className={layout.bullets}>
            {idle.map((use) => (
              <li key={use.id}>
                <strong>
                  <UserText max={80}>{use.label}</UserText>
                </strong>{' '}
                {adviceOn(use)}
              </li>
            ))}
          </ul>
        </SectionMessage>
      )}
      <details className={styles.fold}>
        <summary>What each criterion does</summary>
        <table className={styles.plain}>
          <thead>
            <tr>
              <th scope="col">Criterion</th>
              <th scope="col" className={styles.number}>
                Known on
              </th>
              <th scope="col" className={styles.number}>
                Decides a score
              </th>
              <th scope="col" className={styles.number}>
                Decides a lane
              </th>
            </tr>
          </thead>
          <tbody>
            {criteria.map(({ id, label, filled, of, changesScore, changesLane }) => (
              <tr key={id}>
                <th scope="row">
                  <UserText max={80}>{label}</UserText>
                </th>
                <td className={styles.number}>{of === 0 ? '–' : percent(filled / of)}</td>
                <td className={styles.number}>{changesScore}</td>
                <td className={styles.number}>{changesLane}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}

function adviceOn({ idle, filled, of }: CriterionUse): string {
  if (idle === 'no data')
    return `is known on none of ${count(of, 'issue')}. Ask people to fill it in, read it from another field, or drop it.`;
  return `is known on ${of === 0 ? 'no' : percent(filled / of)} of open issues, yet without it every one keeps its score and lane. Give it more weight, change its curve, or drop it.`;
}
