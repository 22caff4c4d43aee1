import type { JSX, ReactNode } from 'react';
import type { HealthView } from '../../../../../../src/contract/health';
import { FORMER_USER } from '../../../../../../src/core/terms/former-user';
import { ago } from '../../../shared/text/ago';
import { count, wholeNumber } from '../../../shared/text/format-number';
import { useNow } from '../../../shared/hooks/use-now';
import { UserText } from '../../../shared/text/user-text';
import { keptText, removedText } from './kept-text';
import styles from './work.module.css';
import text from '../../../shared/styles/text.module.css';
import jobs from '../jobs/jobs.module.css';

/** Quota, events, ledger and outside evidence in words, then what went wrong lately. */
export function HealthFigures({
  health: { quota, events, ledger, evidence, failures, kept, removed, erased },
}: {
  readonly health: HealthView;
}): JSX.Element {
  const now = useNow(30_000);
  const outside = Object.entries(evidence.counts);
  return (
    <>
      <dl className={styles.health}>
        <Figure name="Jira’s hourly quota">
          <progress
            className={jobs.progress}
            aria-label="Jira’s hourly quota used"
            max={quota.limit}
            value={Math.min(quota.usedThisHour, quota.limit)}
          />
          {wholeNumber(quota.usedThisHour)} of {wholeNumber(quota.limit)} points this hour, about{' '}
          {wholeNumber(quota.forecast)} by its end.
          <Note>
            {quota.left !== null &&
              `All sites that use this app share them: Jira says ${wholeNumber(quota.left)} are left. `}
            {wholeNumber(quota.usedLastHour)} in the hour before. From{' '}
            {wholeNumber(quota.backgroundStopsAt)} on, background work waits for the next hour;
            people’s own questions go on until nearly all of them are used.
          </Note>
        </Figure>
        <Figure name="Edits in Jira">
          {events.lastTakenUp === null
            ? 'None has been taken up yet.'
            : `${count(events.issues, 'issue')} taken up ${ago(events.lastTakenUp, now)}, after waiting ${count(events.lagSeconds, 'second')} at most.`}
          <Note>
            {events.waiting === 0
              ? 'Nothing waits to be scored.'
              : `${events.waiting >= 100 ? '100 or more issues wait' : count(events.waiting, 'issue waits', 'issues wait')} to be scored, the oldest for ${count(events.waitingSeconds, 'second')}.`}
          </Note>
        </Figure>
        <Figure name="Ballast’s own record">
          {ledger.reconciledAt === null
            ? 'It has not been held against Jira yet; the daily run does.'
            : `Held against Jira ${ago(ledger.reconciledAt, now)}: ${count(ledger.looked, 'issue')} looked at, ${ledger.drift === 0 ? 'none was wrong' : `${count(ledger.drift, 'was', 'were')} wrong, and mended`}.`}
        </Figure>
        <Figure name="Evidence from other tools">
          {evidence.lastTaken === null
            ? 'None has arrived yet.'
            : `Last taken ${ago(evidence.lastTaken, now)}.`}
          {outside.length > 0 && (
            <Note>
              {outside
                .map(([outcome, times]) => `${outcome.replaceAll('-', ' ')}: ${wholeNumber(times)}`)
                .join(' · ')}
            </Note>
          )}
        </Figure>
        <Figure name="Removed after retention">
          {removed === null
            ? 'Nothing has been removed yet.'
            : `Removed on this site, last ${ago(removed.at, now)}: ${removedText(removed)}.`}
          <Note>{keptText(kept, now)}</Note>
        </Figure>
        {erased.length > 0 && (
          <Figure name="Customers removed with their evidence">
            <ul>
              {erased.map((one, place) => (
                <li key={`${one.at} ${String(place)}`}>
                  <UserText max={100}>{one.by ?? FORMER_USER}</UserText> removed one with{' '}
                  {count(one.evidence, 'piece of evidence', 'pieces of evidence')}{' '}
                  <span className={styles.when}>{ago(one.at, now)}</span>
                </li>
              ))}
            </ul>
          </Figure>
        )}
      </dl>
      <h3 className={styles.subhead}>What went wrong lately</h3>
      {failures.length + evidence.refusals.length === 0 ? (
        <p className={text.note}>Nothing.</p>
      ) : (
        <ul className={styles.wrong}>
          {failures.map(({ at, what, why }, place) => (
            <li key={`failure ${at} ${String(place)}`}>
              <UserText max={200}>{what}</UserText>: <UserText max={300}>{why}</UserText>{' '}
              <span className={styles.when}>{ago(at, now)}</span>
            </li>
          ))}
          {evidence.refusals.map(({ at, outcome, reason }, place) => (
            <li key={`refusal ${at} ${String(place)}`}>
              Evidence from outside was refused ({outcome.replaceAll('-', ' ')}):{' '}
              <UserText max={300}>{reason}</UserText>{' '}
              <span className={styles.when}>{ago(at, now)}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Figure({
  name,
  children,
}: {
  readonly name: string;
  readonly children: ReactNode;
}): JSX.Element {
  return (
    <div className={styles.figure}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

const Note = ({ children }: { readonly children: ReactNode }): JSX.Element => (
  <span className={text.noteLine}>{children}</span>
);
