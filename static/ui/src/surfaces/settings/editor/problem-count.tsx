import Lozenge from '@atlaskit/lozenge';
import type { JSX } from 'react';
import type { RubricProblem } from '../../../../../../src/core/rubric/schema/problem';
import { count } from '../../../shared/text/format-number';

/** How much is wrong below, on what hides it. */
export function ProblemCount({
  problems,
}: {
  readonly problems: readonly RubricProblem[];
}): JSX.Element | null {
  return problems.length === 0 ? null : (
    <Lozenge appearance="removed">{count(problems.length, 'problem')}</Lozenge>
  );
}
