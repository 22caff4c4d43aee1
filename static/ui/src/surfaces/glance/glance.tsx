import { describeBecause } from '../../../../../src/core/describe/describe-because';
import type { JSX } from 'react';
import type { ScoreView } from '../../../../../src/contract/score';
import { headline } from '../../shared/text/format-number';
import { HorizonLozenge, LaneLozenge, meaningOf } from '../../shared/components/lozenges';
import { Loading } from '../../shared/components/loading';
import { NoScore } from '../../shared/components/no-score';
import { PilotNote } from '../../shared/components/pilot-note';
import { RefusalNotice } from '../../shared/refusals/refusal-notice';
import { ScorePicture } from '../../charts/score-bands/score-picture';
import { capital, rangeSentence } from '../../shared/text/sentences';
import { useScore } from '../../shared/scores/use-score';
import { UserText } from '../../shared/text/user-text';
import styles from './glance.module.css';
import text from '../../shared/styles/text.module.css';

/** The score in the issue's right rail. */
export function Glance({ issueId }: { readonly issueId: string }): JSX.Element {
  const { view, refusal, refusedAt, asking, again } = useScore(issueId);
  const notice = refusal && (
    <RefusalNotice refusal={refusal} refusedAt={refusedAt} asking={asking} again={again} />
  );
  if (view === undefined) return notice ?? <Loading>Working out the score…</Loading>;
  return (
    <div className={styles.glance}>
      {notice}
      {view.pilot && <PilotNote />}
      {view.state === 'closed' || view.score === null ? (
        <NoScore view={view} />
      ) : (
        <Content view={view} score={view.score} />
      )}
    </div>
  );
}

function Content({
  view,
  score,
}: {
  readonly view: ScoreView;
  readonly score: number;
}): JSX.Element {
  return (
    <>
      <div className={styles.answer}>
        <p className={styles.score} aria-live="polite" aria-atomic>
          <strong>{headline(score)}</strong> <span className={styles.of}>/100</span>
        </p>
        <LaneLozenge lane={view.lane} meaning={meaningOf(view.lane, view.vocabulary)} />
        {view.horizon !== null && <HorizonLozenge horizon={view.horizon} />}
      </div>
      <ScorePicture bare score={score} low={view.low} high={view.high} bands={view.bands} />
      <p className={styles.because}>
        <UserText max={200}>{capital(describeBecause(view.because))}</UserText>
      </p>
      <p className={text.note}>{rangeSentence(view)}</p>
    </>
  );
}
