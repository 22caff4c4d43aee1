import type { JSX } from 'react';
import type { SupportRequestView } from '../../../../../../src/contract/customer-update';
import form from '../../../shared/styles/form.module.css';
import { ago } from '../../../shared/text/ago';
import { count } from '../../../shared/text/format-number';
import { IssueLink } from '../../../shared/components/issue-link';
import { useNow } from '../../../shared/hooks/use-now';
import { UserText } from '../../../shared/text/user-text';
import styles from './customer-update.module.css';
import text from '../../../shared/styles/text.module.css';

interface Props {
  readonly requests: readonly SupportRequestView[];
  /** Requests beside these. */
  readonly more: number;
  /** Keys that the person left out. */
  readonly left: ReadonlySet<string>;
  readonly change: (left: ReadonlySet<string>) => void;
}

/** The linked support requests, each with when it was last told something; one that the person may not comment on says why. */
export function Recipients({ requests, more, left, change }: Props): JSX.Element {
  const now = useNow(60_000);
  const toggle = (key: string, on: boolean): void => {
    const next = new Set(left);
    if (on) next.delete(key);
    else next.add(key);
    change(next);
  };
  return (
    <fieldset className={styles.recipients}>
      <legend className={form.label}>Goes to</legend>
      {requests.map(({ key, summary, status, why, notified }) => (
        <div key={key} className={styles.recipient}>
          <input
            type="checkbox"
            aria-label={`Send to ${key}`}
            checked={why === null && !left.has(key)}
            disabled={why !== null}
            onChange={(event) => toggle(key, event.currentTarget.checked)}
          />
          <span>
            <IssueLink issueKey={key} /> <UserText max={90}>{summary}</UserText>{' '}
            <span className={text.aside}>
              <UserText max={120}>{why ?? status}</UserText>
              {notified !== null &&
                ` · ${notified.sure ? 'told' : 'perhaps told'} ${ago(notified.at, now)}`}
            </span>
          </span>
        </div>
      ))}
      {more > 0 && (
        <p className={text.aside}>
          And {count(more, 'more request')}: those that were told nothing yet come up here after
          these.
        </p>
      )}
    </fieldset>
  );
}
