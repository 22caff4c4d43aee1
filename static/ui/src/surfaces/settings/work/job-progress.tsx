import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge';
import type { ComponentProps, JSX } from 'react';
import type { JobView } from '../../../../../../src/contract/jobs';
import { RefusedWords } from '../../../shared/refused';
import { useAct } from '../../../shared/use-act';
import { Words } from '../../../shared/words';
import { causeWords, goesOn, progressWords, stateWords } from './job-words';
import styles from './work.module.css';

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
  const { project, state, note, total, done, failures, failed } = job;
  return (
    <div className={styles.job}>
      <p className={styles.head}>
        <strong>{causeWords(job)}</strong> <Lozenge appearance={LOOKS[state]}>{stateWords(job)}</Lozenge>
      </p>
      <progress className={styles.progress} aria-label={causeWords(job)} {...(state === 'finished' ? { max: 1, value: 1 } : total === null ? (goesOn(job) ? {} : { max: 1, value: 0 }) : { max: Math.max(1, total), value: Math.min(done, total) })} />
      <p className={styles.figures} role="status">
        {progressWords(job)}
      </p>
      {job.cause === 'published' && state === 'running' && <p className={styles.note}>Four minutes after everything is scored, a last look takes what was being edited meanwhile.</p>}
      {note !== null && (
        <p className={styles.note}>
          <Words max={400}>{note}</Words>
        </p>
      )}
      <Levers job={job} project={project} />
      {failed > 0 && (
        <details className={styles.failures}>
          <summary>{failures.length < failed ? `The first ${String(failures.length)} that failed` : 'What failed'}</summary>
          <ul>
            {failures.map(({ id, key, why }) => (
              <li key={id}>
                <strong>{key ?? id}</strong>: <Words max={300}>{why}</Words>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function Levers({ job, project }: { readonly job: JobView; readonly project: string | null }): JSX.Element {
  const pause = useAct('job.pause', ignore);
  const resume = useAct('job.resume', ignore);
  const cancel = useAct('job.cancel', ignore);
  const retry = useAct('job.retryFailed', ignore);
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
          <Button spacing="compact" appearance="primary" isDisabled={busy} onClick={() => resume.act({ project })}>
            Resume
          </Button>
        )}
        {goesOn(job) && (
          <Button spacing="compact" appearance="subtle" isDisabled={busy} onClick={() => cancel.act({ project })}>
            Cancel
          </Button>
        )}
        {!running && job.failed > 0 && (
          <Button spacing="compact" isDisabled={busy} onClick={() => retry.act({ project })}>
            Retry what failed
          </Button>
        )}
      </div>
      <RefusedWords refusal={pause.refusal ?? resume.refusal ?? cancel.refusal ?? retry.refusal} />
    </>
  );
}

const ignore = (): void => undefined;
