import Heading from '@atlaskit/heading';
import { useState, type JSX } from 'react';
import type { CustomersView } from '../../../../../../src/contract/customers';
import { Answered } from '../../../shared/questions/answered';
import { useAnswer } from '../../../shared/questions/use-answer';
import { CustomerForm, type Edited } from './customer-form';
import { CustomerImport } from './customer-import';
import { CustomerMapping } from './customer-mapping';
import { CustomerTable } from './customer-table';
import { UnknownCustomers } from './unknown-customers';
import styles from './customers.module.css';
import text from '../../../shared/styles/text.module.css';
import layout from '../../../shared/styles/layout.module.css';

/** Whose voice weighs how much, and how tickets are told to be theirs. */
export function CustomersTab({ project }: { readonly project: string | null }): JSX.Element {
  const asked = useAnswer('customers.list', { project });
  return (
    <section className={styles.tab}>
      <Heading size="medium" as="h2">
        Customers
      </Heading>
      <p className={text.spacedNote}>
        A report of a customer counts once, times what the customer weighs. The table serves every
        project of this site.
      </p>
      <Answered asked={asked} loading="Looking for customers…">
        {(view: CustomersView) => <Shown project={project} view={view} />}
      </Answered>
    </section>
  );
}

function Shown({
  project,
  view,
}: {
  readonly project: string | null;
  readonly view: CustomersView;
}): JSX.Element {
  const [edited, setEdited] = useState<Edited | null>(null);
  return (
    <>
      {!view.mayChange && (
        <p className={layout.readOnly}>
          You can look at the customers. A Jira administrator changes them, as the table serves
          every project.
        </p>
      )}
      {edited !== null && (
        <CustomerForm
          key={edited.was ?? `+${edited.name}`}
          edited={edited}
          segments={view.mapping.segments.map(({ name }) => name)}
          close={() => setEdited(null)}
        />
      )}
      <CustomerTable project={project} view={view} edit={setEdited} />
      {view.mayChange && <CustomerImport />}
      <UnknownCustomers
        view={view}
        add={(name) =>
          setEdited({ was: null, name, segment: '', weight: '', revenue: '', seen: null })
        }
      />
      <CustomerMapping mapping={view.mapping} />
    </>
  );
}
