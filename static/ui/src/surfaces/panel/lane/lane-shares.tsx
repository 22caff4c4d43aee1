import Heading from '@atlaskit/heading';
import type { JSX } from 'react';
import type { LaneView } from '../../../../../../src/contract/lane';
import { LaneShareChart, LaneSwatch } from '../../../charts/lane-shares/lane-share-chart';
import { amount, count, percent } from '../../../shared/text/format-number';
import { LaneLozenge } from '../../../shared/components/lozenges';
import { UserText } from '../../../shared/text/user-text';
import styles from './lane.module.css';
import text from '../../../shared/styles/text.module.css';
import layout from '../../../shared/styles/layout.module.css';

type Share = LaneView['lanes'][number];

interface Props {
  readonly lane: string;
  readonly standing: Pick<LaneView, 'lanes' | 'counts' | 'unit' | 'complete'>;
}

/** How the open work lies over the lanes, against the capacity policy. */
export function LaneShares({
  lane,
  standing: { lanes, counts, unit, complete },
}: Props): JSX.Element {
  return (
    <section>
      <Heading size="small" as="h2">
        Open work by lane
      </Heading>
      <p className={styles.note}>
        Shares of <UserText>{counts === 'effort' ? `effort (${unit})` : 'issues'}</UserText> in this
        project. Incidents and support requests are evidence, not work.
        {!complete && ' The project is large: only a part of it is counted.'}
      </p>
      <LaneShareChart lanes={lanes} />
      <ul className={layout.listBelow}>
        {lanes.map((share) => (
          <li
            key={share.lane}
            className={styles.share}
            data-current={share.lane === lane || undefined}
          >
            <span>
              <LaneSwatch lane={share.lane} /> <LaneLozenge lane={share.lane} />
              {share.lane === lane && <span className={text.aside}> this issue</span>}
            </span>
            <span className={styles.figures}>
              <strong>{percent(share.share)}</strong> · {count(share.issues, 'issue')} ·{' '}
              <UserText>{amount(share.effort, unit)}</UserText>
            </span>
            <span className={styles.policy} data-state={share.state}>
              {policyText(share)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function policyText({ policy, share, state }: Share): string {
  if (policy === null) return 'no policy';
  const rule =
    policy.least > 0 && policy.most < 1
      ? `${percent(policy.least)} to ${percent(policy.most)}`
      : policy.most < 1
        ? `at most ${percent(policy.most)}`
        : `at least ${percent(policy.least)}`;
  if (state === 'above') return `▲ over its cap by ${percent(share - policy.most)} (${rule})`;
  if (state === 'below') return `▼ ${percent(policy.least - share)} short (${rule})`;
  return `within policy (${rule})`;
}
