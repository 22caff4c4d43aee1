import Heading from '@atlaskit/heading';
import type { JSX } from 'react';
import type { CalibrationView } from '../../../../../../src/contract/calibration';
import { amount } from '../../../shared/format-number';
import { Words } from '../../../shared/words';
import styles from './calibration.module.css';

/** Weights that would have come nearer to what the team did. */
export function Suggestions({ view: { suggestions, explained, least } }: { readonly view: CalibrationView }): JSX.Element {
  return (
    <section className={styles.part}>
      <Heading size="small" as="h3">What would come nearer</Heading>
      {explained < least ? (
        <p className={styles.says}>{`Nothing is suggested from fewer than ${least} finished issues whose table Ballast kept; there are ${explained}.`}</p>
      ) : suggestions.length === 0 ? (
        <p className={styles.says}>No change of a single weight would have brought the scores notably nearer to the order of finishing.</p>
      ) : (
        <>
          <ul className={styles.list}>
            {suggestions.map(({ id, label, from, to, before, after }) => (
              <li key={id}>
                {to > from ? 'Raise' : to === 0 ? 'Drop' : 'Lower'} <strong><Words max={80}>{label}</Words></strong>: weight {amount(from)} → {amount(to)}. Rank agreement about {before.toFixed(2)} → {after.toFixed(2)}.
              </li>
            ))}
          </ul>
          <p className={styles.note}>Each by itself, and estimated: effort and urgency are taken to act as they did. Change a weight in the tab Rubric and look at the preview before you publish. Following the past is no aim in itself.</p>
        </>
      )}
    </section>
  );
}
