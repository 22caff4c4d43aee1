import type { ReactNode } from 'react';
import type { InspectorView } from '../../wire';
import { bytesInWords, wholeNumber } from './words';

export function Figures({
  view: { quota, totals, queues, storage, storageMinute },
}: {
  readonly view: InspectorView;
}) {
  const pending = queues.reduce(
    (sum, { delayed, waiting, running }) => sum + delayed + waiting + running,
    0,
  );
  const lost = queues.reduce((sum, each) => sum + each.lost, 0);
  const records = storage.reduce((sum, { count }) => sum + count, 0);
  const bytes = storage.reduce((sum, each) => sum + each.bytes, 0);
  const troubled = [
    ...(totals.failed > 0 ? [`${wholeNumber(totals.failed)} failed`] : []),
    ...(totals.timedOut > 0 ? [`${wholeNumber(totals.timedOut)} timed out`] : []),
    ...(totals.retriesAsked > 0 ? [`${wholeNumber(totals.retriesAsked)} asked for a retry`] : []),
  ];
  return (
    <dl className="figures">
      <Figure name="Invocations" value={wholeNumber(totals.invocations)}>
        {troubled.length === 0 ? 'none failed' : troubled.join(' · ')}
      </Figure>
      <Figure name="Jira quota this hour" value={`${wholeNumber(quota.used)} points`}>
        <Share used={quota.used} of={quota.perHour} label="Share of Jira’s hourly quota" />
        of {wholeNumber(quota.perHour)}
      </Figure>
      <Figure name="Jira calls" value={wholeNumber(totals.jiraCalls)}>
        {wholeNumber(totals.points)} points in all
      </Figure>
      <Figure name="Queued" value={wholeNumber(pending)}>
        {pending === 0 ? 'nothing is waiting' : 'events on their way'}
        {lost === 0 ? null : ` · ${wholeNumber(lost)} given up`}
      </Figure>
      <Figure name="Storage" value={`${wholeNumber(records)} records`}>
        {bytesInWords(bytes)}
      </Figure>
      <Figure
        name="Storage units this minute"
        value={`${wholeNumber(storageMinute.read)} read · ${wholeNumber(storageMinute.write)} written`}
      >
        <Share
          used={Math.max(storageMinute.read, storageMinute.write)}
          of={storageMinute.perMinute}
          label="Share of the storage’s quota a minute"
        />
        of {wholeNumber(storageMinute.perMinute)} each
      </Figure>
    </dl>
  );
}

function Figure({
  name,
  value,
  children,
}: {
  readonly name: string;
  readonly value: string;
  readonly children: ReactNode;
}) {
  return (
    <div className="figure box">
      <dt>{name}</dt>
      <dd className="figure-value">{value}</dd>
      <dd className="figure-note">{children}</dd>
    </div>
  );
}

function Share({
  used,
  of,
  label,
}: {
  readonly used: number;
  readonly of: number;
  readonly label: string;
}) {
  const share = Math.min(1, used / of);
  return (
    <span
      className="share"
      role="img"
      aria-label={`${label}: ${(share * 100).toFixed(1)} %`}
      data-high={share > 0.8}
    >
      <span style={{ width: `${String(share * 100)}%` }} />
    </span>
  );
}
