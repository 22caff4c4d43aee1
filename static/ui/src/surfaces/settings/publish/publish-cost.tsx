import type { JSX } from 'react';
import type { Section } from '../../../../../../src/core/rubric/document/inherit';
import type { Rubric } from '../../../../../../src/core/rubric/schema/schema';
import { Answered } from '../../../shared/questions/answered';
import { useAnswer } from '../../../shared/questions/use-answer';
import { CostText } from '../preview/cost-text';
import { RubricProblems } from '../rubric-changes/rubric-problems';

interface Props {
  readonly project: string | null;
  readonly document: Rubric;
  readonly inherits: readonly Section[];
}

export function PublishCost({ project, document, inherits }: Props): JSX.Element {
  const asked = useAnswer('rubric.cost', { project, document, inherits });
  return (
    <Answered asked={asked} loading="Working out the cost…">
      {(answer) =>
        answer.ok ? (
          <CostText cost={answer.cost} />
        ) : (
          <RubricProblems problems={answer.problems} title="Before it can be published" />
        )
      }
    </Answered>
  );
}
