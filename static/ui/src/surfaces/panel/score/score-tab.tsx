import Heading from '@atlaskit/heading';
import { lazy, Suspense, type JSX } from 'react';
import { NoScore } from '../../../shared/components/no-score';
import { asSentence } from '../../../shared/text/sentences';
import { UserText } from '../../../shared/text/user-text';
import { ScoreInWords } from './score-in-words';
import { MissingInputs } from './missing-inputs';
import styles from '../panel.module.css';
import { trailPoints } from '../../../charts/score-trail/trail-points';
import { RationaleTable } from '../rationale/rationale-table';
import type { TabProps } from '../tab-props';

/** Its form is heavier than the table, and not needed to read the answer. */
const NextQuestion = lazy(() =>
  import('./next-question').then((module) => ({ default: module.NextQuestion })),
);

/** Only where the rubric asks people to rate something. */
const Ratings = lazy(() =>
  import('../ratings/ratings').then((module) => ({ default: module.Ratings })),
);

/** Only where decisions were made; it brings the chart library. */
const ScoreTrailChart = lazy(() =>
  import('../../../charts/score-trail/score-trail-chart').then((module) => ({
    default: module.ScoreTrailChart,
  })),
);

/** Why the score is what it is, and what would settle it. */
export function ScoreTab({ issueId, view, changed }: TabProps): JSX.Element {
  if (view.state === 'closed') return <NoScore view={view} />;
  const trail = trailPoints(view);
  return (
    <>
      {view.score === null ? (
        <NoScore view={view} />
      ) : (
        <section className={styles.section}>
          <div className={styles.heading}>
            <Heading size="small" as="h2">
              What counts
            </Heading>
            <p className={styles.note}>
              Contributions are points of the score, which goes from 0 to 100.
            </p>
          </div>
          <RationaleTable view={view} score={view.score} />
          {view.hidden !== null && (
            <p className={styles.note}>
              <UserText max={300}>{asSentence(view.hidden)}</UserText>
            </p>
          )}
        </section>
      )}
      {view.question !== null && (
        <Suspense fallback={null}>
          <NextQuestion issueId={issueId} question={view.question} changed={changed} />
        </Suspense>
      )}
      {view.rated.length > 0 && (
        <Suspense fallback={null}>
          <Ratings
            issueId={issueId}
            asked={view.question?.place.how === 'vote' ? view.question.id : null}
            changed={changed}
          />
        </Suspense>
      )}
      {trail !== null && (
        <Suspense fallback={null}>
          <ScoreTrailChart points={trail} bands={view.bands} />
        </Suspense>
      )}
      {view.missing.length > 0 && <MissingInputs view={view} />}
      {view.score !== null && <ScoreInWords view={view} />}
    </>
  );
}
