import { lazy, Suspense, type JSX } from 'react';
import { CrashGuard } from '../../shared/refusals/crash-guard';
import { Loading } from '../../shared/components/loading';
import { PilotNote } from '../../shared/components/pilot-note';
import { RefusalNotice } from '../../shared/refusals/refusal-notice';
import { useScore } from '../../shared/scores/use-score';
import { loadTabs } from './load-tabs';
import styles from './panel.module.css';
import { WhyItMoved } from './score-head/why-it-moved';
import { ScoreHead } from './score-head/score-head';
import { useOwnRights } from './use-own-rights';

const PanelTabs = lazy(loadTabs);

export function Panel({ issueId }: { readonly issueId: string }): JSX.Element {
  const { view: answered, refusal, refusedAt, asking, again } = useScore(issueId);
  const view = useOwnRights(issueId, answered);
  const notice = refusal && (
    <RefusalNotice refusal={refusal} refusedAt={refusedAt} asking={asking} again={again} />
  );
  if (view === undefined) return notice ?? <Loading>Working out the score…</Loading>;
  return (
    <div className={styles.panel}>
      {notice}
      {view.pilot && <PilotNote />}
      {view.state === 'scored' && <ScoreHead view={view} />}
      <WhyItMoved history={view.history} />
      <CrashGuard>
        <Suspense fallback={null}>
          <PanelTabs issueId={issueId} view={view} changed={again} />
        </Suspense>
      </CrashGuard>
    </div>
  );
}
