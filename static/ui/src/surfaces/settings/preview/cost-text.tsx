import type { JSX } from 'react';
import type { RubricCost } from '../../../../../../src/core/preview/rubric-cost';
import { count } from '../../../shared/text/format-number';
import { UserText } from '../../../shared/text/user-text';
import { RemovalText } from './removal-text';
import text from '../../../shared/styles/text.module.css';

/** What publishing takes of Jira's hourly quota, and why. */
export function CostText({
  cost: { issues, reads, points, because, removes },
}: {
  readonly cost: RubricCost;
}): JSX.Element {
  const scored = issues === null ? 'every open issue' : `about ${count(issues, 'issue')}`;
  return (
    <>
      <p className={text.note}>
        <strong>Cost of publishing:</strong>{' '}
        {reads === 0 ? (
          `${scored} scored again from Ballast’s own record, without reading Jira; only fields that change are written.`
        ) : (
          <>
            {`${scored} scored again; ${count(reads, 'issue')} read from Jira once, about ${count(points, 'point')} of the hourly quota, because `}
            <UserText max={300}>{because.join('; ')}</UserText>.
          </>
        )}
      </p>
      {removes !== undefined && <RemovalText removes={removes} />}
    </>
  );
}
