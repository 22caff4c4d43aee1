import Lozenge from '@atlaskit/lozenge';
import type { JSX } from 'react';
import type { CustomerUpdateView } from '../../../../../../src/contract/customer-update';
import { dayNumber, dayNumberOf } from '../../../../../../src/core/time/utc-day';
import { dayOf } from '../../../shared/text/ago';
import { count } from '../../../shared/text/format-number';
import { LaneLozenge } from '../../../shared/components/lozenges';
import { UserText } from '../../../shared/text/user-text';
import styles from './customer-update.module.css';

/** Impact, segments and the clock to the due date. */
export function UrgentFacts({
  update: { lane, due, severity, incidents, customers, segments },
  now,
}: {
  readonly update: CustomerUpdateView;
  readonly now: number;
}): JSX.Element {
  return (
    <dl className={styles.facts}>
      <div>
        <dt>Lane</dt>
        <dd>
          <LaneLozenge lane={lane} />{' '}
          {severity !== null && (
            <Lozenge appearance="danger">{`SEV${severity.level}${severity.assumed ? ' (assumed)' : ''}`}</Lozenge>
          )}
        </dd>
      </div>
      <div>
        <dt>Impact</dt>
        <dd>{`${count(customers, 'customer')} affected, ${count(incidents, 'incident')} open`}</dd>
      </div>
      <div>
        <dt>Segments</dt>
        <dd>
          {segments.length === 0 ? (
            'none known'
          ) : (
            <UserText max={200}>
              {segments
                .map(({ name, customers: many }) =>
                  name === null ? `${many} without a segment` : `${name}: ${many}`,
                )
                .join(' · ')}
            </UserText>
          )}
        </dd>
      </div>
      <div>
        <dt>Due</dt>
        <dd>{due === null ? 'no due date' : `${dayOf(due) ?? due}: ${leftUntil(due, now)}`}</dd>
      </div>
    </dl>
  );
}

/** In whole days, by the site's clock. */
function leftUntil(due: string, now: number): string {
  const days = (dayNumberOf(due) ?? 0) - dayNumber(new Date(now));
  if (days === 0) return 'today';
  return days > 0 ? `${count(days, 'day')} left` : `${count(-days, 'day')} overdue`;
}
