import type { JSX } from 'react';
import type { RubricProblem } from '../../../../../../src/core/rubric/schema/problem';
import { asSentence } from '../../../shared/text/sentences';
import { UserText } from '../../../shared/text/user-text';
import styles from './editor.module.css';

/** What is wrong at a place and what to do about it, below its control. */
export function ProblemText({
  id,
  problems,
}: {
  readonly id?: string;
  readonly problems: readonly RubricProblem[];
}): JSX.Element {
  return (
    <div id={id} className={styles.problems}>
      {problems.map((one) => (
        <p key={`${one.path} ${one.problem}`} className={styles.problem}>
          <UserText max={300}>{`${asSentence(one.problem)} ${asSentence(one.advice)}`}</UserText>
        </p>
      ))}
    </div>
  );
}
