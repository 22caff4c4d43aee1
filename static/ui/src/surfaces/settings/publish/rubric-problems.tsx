import SectionMessage from '@atlaskit/section-message';
import type { JSX } from 'react';
import type { RubricProblem } from '../../../../../../src/core/rubric/problem';
import { asSentence } from '../../../shared/text/sentences';
import { Words } from '../../../shared/text/user-text';
import styles from '../preview/preview.module.css';

interface Props {
  readonly title: string;
  readonly problems: readonly RubricProblem[];
  readonly appearance?: 'error' | 'warning';
}

/** Everything that is wrong with a rubric, each with its place and what to do. */
export function ProblemList({ title, problems, appearance = 'error' }: Props): JSX.Element {
  return (
    <SectionMessage appearance={appearance} title={title}>
      <ul className={styles.problems} aria-label={title}>
        {problems.map(({ path, problem, advice }, at) => (
          <li key={`${path} ${String(at)}`}>
            <code>
              <Words max={120}>{path === '' ? 'the whole document' : path}</Words>
            </code>
            : <Words max={300}>{asSentence(problem)}</Words>{' '}
            <span className={styles.advice}>
              <Words max={300}>{asSentence(advice)}</Words>
            </span>
          </li>
        ))}
      </ul>
    </SectionMessage>
  );
}
