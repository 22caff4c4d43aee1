import { describeBecause } from '../../../../../../src/core/describe/describe-because';
import type { JSX } from 'react';
import type { ScoreView } from '../../../../../../src/contract/score';
import { ago } from '../../../shared/text/ago';
import { headline, rawText } from '../../../shared/text/format-number';
import { HorizonLozenge, LaneLozenge, meaningOf } from '../../../shared/components/lozenges';
import { ScorePicture } from '../../../charts/score-bands/score-picture';
import { capital, pendingSentence, rangeSentence } from '../../../shared/text/sentences';
import { useNow } from '../../../shared/hooks/use-now';
import { UserText } from '../../../shared/text/user-text';
import styles from './score-head.module.css';

/** The answer before the reasons: score, range, lane and horizon, each with its because. */
export function ScoreHead({ view }: { readonly view: ScoreView }): JSX.Element {
  const now = useNow(30_000);
  return (
    <header className={styles.head}>
      {view.score !== null && (
        <div className={styles.answer}>
          <p className={styles.score} aria-live="polite" aria-atomic>
            <strong>{headline(view.score)}</strong> <span className={styles.of}>/100</span>
          </p>
          <ScorePicture score={view.score} low={view.low} high={view.high} bands={view.bands} />
          <p className={styles.range}>{rangeSentence(view)}</p>
          {view.raw !== null && (
            <p className={styles.range}>
              <UserText max={40}>{view.raw.measure}</UserText>{' '}
              <strong>{rawText(view.raw.value)}</strong>
            </p>
          )}
        </div>
      )}
      <dl className={styles.verdicts}>
        <Verdict name="Lane" because={describeBecause(view.because)}>
          <LaneLozenge lane={view.lane} meaning={meaningOf(view.lane, view.vocabulary)} />
        </Verdict>
        {view.horizon !== null && (
          <Verdict name="Horizon" because={describeBecause(view.horizonBecause)}>
            <HorizonLozenge horizon={view.horizon} />
          </Verdict>
        )}
      </dl>
      <p className={styles.origin}>
        Scored {ago(view.scoredAt, now)} by{' '}
        {view.rubric.version === 0 ? 'the built-in rubric' : 'the rubric'}{' '}
        <UserText max={80}>{view.rubric.name}</UserText>
        {view.rubric.version > 0 && `, version ${view.rubric.version}`}
      </p>
      <p className={styles.pending} role="status">
        {pendingSentence(view.pending)}
      </p>
    </header>
  );
}

function Verdict({
  name,
  because,
  children,
}: {
  readonly name: string;
  readonly because: string;
  readonly children: JSX.Element;
}): JSX.Element {
  return (
    <div className={styles.verdict}>
      <dt>{name}</dt>
      <dd>{children}</dd>
      <dd className={styles.because}>
        <UserText max={300}>{capital(because)}</UserText>
      </dd>
    </div>
  );
}
