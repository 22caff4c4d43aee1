import SectionMessage from '@atlaskit/section-message';
import type { JSX } from 'react';
import type { RubricProblem } from '../../../../../../src/core/rubric/schema/problem';
import { asSentence } from '../../../shared/text/sentences';
import { UserText } from '../../../shared/text/user-text';
import styles from './rubric-changes.module.css';

interface Props {
  readonly title: string;
  readonly problems: readonly RubricProblem[];
  readonly appearance?: 'error' | 'warning';
}

/** Everything that is wrong with a rubric, each with its place and what to do. */
export function RubricProblems({ title, problems, appearance = 'error' }: Props): JSX.Element {
  return (
    <SectionMessage appearance={appearance} title={title}>
      <ul className={styles.problems} aria-label={title}>
        {problems.map(({ path, problem, advice }, at) => (
          <li key={`${path} ${String(at)}`}>
            <code>
              <UserText max={120}>{path === '' ? 'the whole document' : path}</UserText>
            </code>
            : <UserText max={300}>{asSentence(problem)}</UserText>{' '}
            <span className={styles.advice}>
              <UserText max={300}>{asSentence(advice)}</UserText>
            </span>
          </li>
        ))}
      </ul>
    </SectionMessage>
  );
}
