import type { JSX } from 'react';
import type { RubricPreview } from '../../../../../../src/contract/preview';
import { amount, percent, wholeNumber } from '../../../shared/text/format-number';
import { capital } from '../../../shared/text/sentences';
import { UserText } from '../../../shared/text/user-text';
import styles from './preview.module.css';

type Share = RubricPreview['capacity']['after']['lanes'][number];

/** How the open work would lie over the lanes, before and after, against the policy. */
export function CapacityTable({
  capacity: { before, after },
}: Pick<RubricPreview, 'capacity'>): JSX.Element {
  const lanes = [...new Set([...before.lanes, ...after.lanes].map(({ lane }) => lane))];
  const shareOf = ({ lanes: shares }: typeof before, lane: string) =>
    shares.find((one) => one.lane === lane);
  return (
    <table className={styles.plain}>
      <caption>
        Shares of{' '}
        <UserText>{after.count === 'effort' ? `effort (${after.unit})` : 'issues'}</UserText> in
        open work
      </caption>
      <thead>
        <tr>
          <th scope="col">Lane</th>
          <th scope="col" className={styles.number}>
            Now
          </th>
          <th scope="col" className={styles.number}>
            Draft
          </th>
          <th scope="col">Policy</th>
        </tr>
      </thead>
      <tbody>
        {lanes.map((lane) => {
          const [was, is] = [shareOf(before, lane), shareOf(after, lane)];
          return (
            <tr key={lane}>
              <th scope="row">{capital(lane)}</th>
              <td className={styles.number}>{shown(was, before)}</td>
              <td className={styles.number}>
                <strong>{shown(is, after)}</strong>
              </td>
              <td data-state={is?.state}>{policyText(is ?? was)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function shown(
  share: Share | undefined,
  { count, unit }: RubricPreview['capacity']['after'],
): string {
  if (share === undefined) return percent(0);
  return count === 'effort'
    ? `${percent(share.share)} (${amount(share.effort, unit)})`
    : `${percent(share.share)} (${wholeNumber(share.issues)})`;
}

function policyText(share: Share | undefined): string {
  const policy = share?.policy ?? null;
  if (share === undefined || policy === null) return 'none';
  const rule =
    policy.most < 1
      ? policy.least > 0
        ? `${percent(policy.least)} to ${percent(policy.most)}`
        : `at most ${percent(policy.most)}`
      : policy.least > 0
        ? `at least ${percent(policy.least)}`
        : 'free';
  return share.state === 'above'
    ? `▲ over: ${rule}`
    : share.state === 'below'
      ? `▼ short: ${rule}`
      : rule;
}
