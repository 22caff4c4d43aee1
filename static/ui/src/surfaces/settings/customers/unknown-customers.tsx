import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import VisuallyHidden from '@atlaskit/visually-hidden';
import { useState, type JSX } from 'react';
import type { CustomersView } from '../../../../../../src/contract/customers';
import { count, wholeNumber } from '../../../shared/text/format-number';
import { UserText } from '../../../shared/text/user-text';
import styles from './customers.module.css';
import text from '../../../shared/styles/text.module.css';
import layout from '../../../shared/styles/layout.module.css';

const FEW = 8;

interface Props {
  readonly view: CustomersView;
  readonly add: (name: string) => void;
}

/** Whom tickets and reports name although the table does not know them. */
export function UnknownCustomers({
  view: { strangers, reporters, looked, complete, mayChange },
  add,
}: Props): JSX.Element {
  const [all, setAll] = useState(false);
  const shown = all ? strangers : strangers.slice(0, FEW);
  return (
    <section className={layout.part} aria-label="Named but not in the table">
      <Heading size="small" as="h3">
        Named by tickets, not in the table
      </Heading>
      <p className={text.spacedNote}>
        {strangers.length === 0
          ? 'Every customer named by evidence is in the table.'
          : 'Each weighs 1, times the segment that the rubric or the ticket gives.'}{' '}
        Looked at {count(looked, 'open issue')}
        {complete ? '' : ', the first of a large backlog'}.
        {reporters > 0 &&
          ` ${count(reporters, 'person', 'people')} reported a request that names no customer: ${reporters === 1 ? 'this person' : 'each'} counts as one customer, but people are not listed here.`}
      </p>
      {strangers.length > 0 && (
        <ul className={styles.strangers}>
          {shown.map(({ name, issues }) => (
            <li key={name}>
              <span>
                <UserText max={80}>{name}</UserText>{' '}
                <span className={text.spacedNote}>{count(issues, 'open issue')}</span>
              </span>
              {mayChange && (
                <Button spacing="compact" onClick={() => add(name)}>
                  Add to the table
                  <VisuallyHidden>
                    : <UserText>{name}</UserText>
                  </VisuallyHidden>
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {strangers.length > FEW && (
        <Button appearance="subtle" spacing="compact" onClick={() => setAll(!all)}>
          {all ? 'Show fewer' : `Show all ${wholeNumber(strangers.length)}`}
        </Button>
      )}
    </section>
  );
}
