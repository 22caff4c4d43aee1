import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import type { JSX } from 'react';
import { ago } from '../../../shared/text/ago';
import { Answered } from '../../../shared/questions/answered';
import { RefusedText } from '../../../shared/refusals/refusal-text';
import { useCommand } from '../../../shared/questions/use-command';
import { useAnswer } from '../../../shared/questions/use-answer';
import { useNow } from '../../../shared/hooks/use-now';
import type { SettingsTabProps } from '../tab-props';
import { HealthFigures } from './health-figures';
import { JobProgress } from '../jobs/job-progress';
import { goesOn } from '../jobs/job-text';
import { OutdatedIssues } from '../jobs/outdated-issues';
import { useJob } from '../jobs/use-job';
import styles from './work.module.css';
import text from '../../../shared/styles/text.module.css';

/** What Ballast is doing in the background, how much of Jira's quota that takes, and what went wrong. */
export function WorkTab({ project }: SettingsTabProps): JSX.Element {
  const asked = useJob(project);
  if (asked.value === undefined && asked.refusal?.kind === 'forbidden')
    return (
      <Answered asked={asked} loading="Looking…">
        {() => <></>}
      </Answered>
    );
  return (
    <div className={styles.work}>
      <section>
        <Heading size="small" as="h2">
          Scoring many issues
        </Heading>
        <Answered asked={asked} loading="Looking for work…">
          {(job) => (
            <>
              {job === null ? (
                <p className={text.note}>
                  Nothing has been scored in bulk here yet. Publishing a rubric does it by itself.
                </p>
              ) : (
                <JobProgress job={job} />
              )}
              {job !== null && (
                <When iso={job.finishedAt ?? job.updatedAt} finished={job.finishedAt !== null} />
              )}
              {(job === null || !goesOn(job)) && <OutdatedIssues project={project} />}
              {(job === null || (job.mayStart && !goesOn(job))) && <ScoreAgain project={project} />}
            </>
          )}
        </Answered>
      </section>
      {(asked.value == null || asked.value.mayStart) && <Health project={project} />}
    </div>
  );
}

function When({
  iso,
  finished,
}: {
  readonly iso: string;
  readonly finished: boolean;
}): JSX.Element {
  return (
    <p className={text.note}>
      {finished ? 'Finished' : 'Last step'} {ago(iso, useNow(30_000))}
    </p>
  );
}

/** For whoever does not trust the ledger: everything is read from Jira again. */
function ScoreAgain({ project }: SettingsTabProps): JSX.Element {
  const start = useCommand('job.start', () => undefined);
  return (
    <div className={styles.again}>
      <Button isDisabled={start.acting} onClick={() => start.act({ project, jql: '' })}>
        Read and score everything again
      </Button>
      <p className={text.note}>
        Reads every open issue once from Jira: a point of the hourly quota each. Nothing is written
        where nothing changed.
      </p>
      <RefusedText refusal={start.refusal} />
    </div>
  );
}

function Health({ project }: SettingsTabProps): JSX.Element {
  const asked = useAnswer('health.view', { project });
  return (
    <section>
      <Heading size="small" as="h2">
        Health
      </Heading>
      <Answered asked={asked} loading="Looking at the figures…">
        {(health) => <HealthFigures health={health} />}
      </Answered>
    </section>
  );
}
