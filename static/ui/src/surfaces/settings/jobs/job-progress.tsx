import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge';
import type { ComponentProps, JSX } from 'react';
import type { JobView } from '../../../../../../src/contract/jobs';
import { wholeNumber } from '../../../shared/text/format-number';
import { RefusedText } from '../../../shared/refusals/refusal-text';
import { useCommand } from '../../../shared/questions/use-command';
import { UserText } from '../../../shared/text/user-text';
import { causeText, goesOn, lastLookText, progressText, stateText } from './job-text';
import styles from './jobs.module.css';
import text from '../../../shared/styles/text.module.css';

type Appearance = NonNullable<ComponentProps<typeof Lozenge>['appearance']>;

const LOOKS: Readonly<Record<JobView['state'], Appearance>> = {
  running: 'information',
  waiting: 'warning',
  paused: 'warning',
  cancelled: 'neutral',
  finished: 'success',
  'gave up': 'danger',
};

/** How far the work on many issues has come, and the levers for it. */
export function JobProgress({ job }: { readonly job: JobView }): JSX.Element {
  const { project, note, failures, failed, lastLookAt, maySteer } = job;
  const lastLook = lastLookText(job);
  return (
    <div className={styles.job}>
      <p className={styles.head}>
        <strong>{causeText(job)}</strong>{' '}
        <Lozenge appearance={lastLookAt === null ? LOOKS[job.state] : 'success'}>
          {stateText(job)}
        </Lozenge>
      </p>
      <progress className={styles.progress} aria-label={causeText(job)} {...filled(job)} />
      <p className={styles.figures} role="status">
        {progressText(job)}
      </p>
      {lastLook !== null && <p className={text.note}>{lastLook}</p>}
      {note !== null && (
        <p className={text.note}>
          <UserText max={400}>{note}</UserText>
        </p>
      )}
      {maySteer && <Levers job={job} project={project} />}
      {failures.length > 0 && (
        <details className={styles.failures}>
          <summary>
            {failures.length < failed
              ? `${wholeNumber(failures.length)} of the ${wholeNumber(failed)} that failed`
              : 'What failed'}
          </summary>
          <ul>
            {failures.map(({ id, key, why }) => (
              <li key={id}>
                <strong>{key ?? id}</strong>: <UserText max={300}>{why}</UserText>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function filled({ state, total, done, lastLookAt }: JobView): {
  readonly max?: number;
  readonly value?: number;
} {
  if (state === 'finished' || lastLookAt !== null) return { max: 1, value: 1 };
  if (total !== null) return { max: Math.max(1, total), value: Math.min(done, total) };
  return state === 'cancelled' || state === 'gave up' ? { max: 1, value: 0 } : {};
}

function Levers({
  job,
  project,
}: {
  readonly job: JobView;
  readonly project: string | null;
}): JSX.Element {
  const pause = useCommand('job.pause', ignore);
  const resume = useCommand('job.resume', ignore);
  const cancel = useCommand('job.cancel', ignore);
  const retry = useCommand('job.retryFailed', ignore);
  const busy = pause.acting || resume.acting || cancel.acting || retry.acting;
  const running = job.state === 'running' || job.state === 'waiting';
  return (
    <>
      <div className={styles.levers}>
        {running && (
          <Button spacing="compact" isDisabled={busy} onClick={() => pause.act({ project })}>
            Pause
          </Button>
        )}
        {job.state === 'paused' && (
          <Button
            spacing="compact"
            appearance="primary"
            isDisabled={busy}
            onClick={() => resume.act({ project })}
          >
            Resume
          </Button>
        )}
        {goesOn(job) && (
          <Button
            spacing="compact"
            appearance="subtle"
            isDisabled={busy}
            onClick={() => cancel.act({ project })}
          >
            Cancel
          </Button>
        )}
        {!running && job.failures.length > 0 && job.mayStart && (
          <Button spacing="compact" isDisabled={busy} onClick={() => retry.act({ project })}>
            Retry what failed
          </Button>
        )}
      </div>
      <RefusedText refusal={pause.refusal ?? resume.refusal ?? cancel.refusal ?? retry.refusal} />
    </>
  );
}

const ignore = (): void => undefined;
