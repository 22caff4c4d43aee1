import Button from '@atlaskit/button/new';
import type { JSX } from 'react';
import type { PreviewRun } from '../../../../../../src/contract/preview';
import { count } from '../../../shared/text/format-number';
import { RefusedText } from '../../../shared/refusals/refusal-text';
import { useCommand } from '../../../shared/questions/use-command';
import { UserText } from '../../../shared/text/user-text';
import { timeLeft } from '../jobs/job-text';
import job from '../jobs/jobs.module.css';
import text from '../../../shared/styles/text.module.css';

/** How far the preview of a large backlog has come. */
export function RunProgress({
  run: { state, note, total, done, secondsLeft },
  project,
}: {
  readonly run: PreviewRun;
  readonly project: string | null;
}): JSX.Element {
  const cancel = useCommand('preview.cancel', () => undefined);
  const goesOn = state === 'running' || state === 'waiting';
  return (
    <div className={job.job}>
      <progress
        className={job.progress}
        aria-label="Preview"
        {...(total === null ? {} : { max: Math.max(1, total), value: Math.min(done, total) })}
      />
      <p className={job.figures} role="status">
        {goesOn
          ? `${count(done, 'issue')}${total === null ? '' : ` of about ${count(Math.max(done, total), 'issue')}`} worked out${secondsLeft === null ? '' : ` · ${timeLeft(secondsLeft)}`}`
          : `The preview was ${state === 'gave up' ? 'given up' : state}. Change the draft to begin another.`}
      </p>
      {note !== null && (
        <p className={text.note}>
          <UserText max={300}>{note}</UserText>
        </p>
      )}
      {goesOn && (
        <div className={job.levers}>
          <Button
            spacing="compact"
            isDisabled={cancel.acting}
            onClick={() => cancel.act({ project })}
          >
            Cancel the preview
          </Button>
        </div>
      )}
      <RefusedText refusal={cancel.refusal} />
    </div>
  );
}
