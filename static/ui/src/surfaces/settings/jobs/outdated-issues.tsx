import Button from '@atlaskit/button/new';
import SectionMessage from '@atlaskit/section-message';
import type { JSX } from 'react';
import { count, wholeNumber } from '../../../shared/text/format-number';
import { RefusedText } from '../../../shared/refusals/refusal-text';
import { useCommand } from '../../../shared/questions/use-command';
import { useAnswer } from '../../../shared/questions/use-answer';
import styles from './jobs.module.css';

/** What stopped work left behind, for whoever may finish it; nothing where nothing is, or work goes on. */
export function OutdatedIssues({
  project,
}: {
  readonly project: string | null;
}): JSX.Element | null {
  const { value: left } = useAnswer('job.left', { project });
  const finish = useCommand('job.finish', () => undefined);
  if (left === undefined || left.issues === 0 || left.underWay) return null;
  const issues = left.more
    ? `More than ${wholeNumber(left.issues)} open issues do`
    : count(left.issues, 'open issue does', 'open issues do');
  return (
    <div className={styles.left}>
      <SectionMessage
        appearance="warning"
        title={`${issues} not show yet what the published rubric says`}
      >
        <p>
          The work on that was stopped, or failed. Finishing it takes Ballast’s own record where
          that suffices, and changes only what is left.
        </p>
        <Button
          appearance="primary"
          spacing="compact"
          isLoading={finish.acting}
          onClick={() => finish.act({ project })}
        >
          Finish it
        </Button>
        <RefusedText refusal={finish.refusal} />
      </SectionMessage>
    </div>
  );
}
