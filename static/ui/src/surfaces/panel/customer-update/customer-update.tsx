import Heading from '@atlaskit/heading';
import type { JSX } from 'react';
import type { CustomerUpdateView } from '../../../../../../src/contract/customer-update';
import { Answered } from '../../../shared/questions/answered';
import { asSentence } from '../../../shared/text/sentences';
import { useAnswer } from '../../../shared/questions/use-answer';
import { UserText } from '../../../shared/text/user-text';
import { DecisionEntry } from '../decision-entry/decision-entry';
import type { TabProps } from '../tab-props';
import { Composer } from './composer';
import { UrgentFacts } from './urgent-facts';
import styles from './customer-update.module.css';
import layout from '../../../shared/styles/layout.module.css';

/** Who is affected and until when, and a text for the linked support requests. */
export function CustomerUpdate({ issueId, view, changed }: TabProps): JSX.Element {
  const asked = useAnswer('update.view', { issueId });
  return (
    <Answered asked={asked} loading="Looking up who is affected…">
      {(update: CustomerUpdateView) => (
        <>
          {view.state !== 'closed' && (
            <UrgentFacts update={update} now={Date.parse(view.scoredAt)} />
          )}
          {update.why !== null ? (
            <NotFromHere why={update.why} />
          ) : update.requests.length === 0 ? (
            <Nobody />
          ) : (
            <Composer
              issueId={issueId}
              update={update}
              closed={view.state === 'closed'}
              changed={changed}
              again={asked.again}
            />
          )}
          {update.sent.length > 0 && (
            <section>
              <Heading size="small" as="h2">
                Sent so far
              </Heading>
              <ol className={styles.sent}>
                {update.sent.map((decision) => (
                  <li key={decision.id}>
                    <DecisionEntry decision={decision} />
                  </li>
                ))}
              </ol>
            </section>
          )}
        </>
      )}
    </Answered>
  );
}

function NotFromHere({ why }: { readonly why: string }): JSX.Element {
  return (
    <div className={layout.empty}>
      <Heading size="small" as="h2">
        No update to write
      </Heading>
      <p>
        <UserText max={200}>{asSentence(why)}</UserText> Updates go out from hot fixes, and wherever
        support requests are linked.
      </p>
    </div>
  );
}

function Nobody(): JSX.Element {
  return (
    <div className={layout.empty}>
      <Heading size="small" as="h2">
        Nobody to write to yet
      </Heading>
      <p>
        Link the support requests of the customers who are affected: you can then write to all of
        them from here.
      </p>
    </div>
  );
}
