import Button from '@atlaskit/button/new';
import Textfield from '@atlaskit/textfield';
import VisuallyHidden from '@atlaskit/visually-hidden';
import { useId, useMemo, useState, type JSX } from 'react';
import type {
  CustomersFound,
  CustomersView,
  CustomerView,
} from '../../../../../../src/contract/customers';
import { useSettled } from '../../../shared/hooks/use-settled';
import { Answered } from '../../../shared/questions/answered';
import { useAnswer } from '../../../shared/questions/use-answer';
import { count, wholeNumber } from '../../../shared/text/format-number';
import type { Edited } from './customer-form';
import { CustomerRows } from './customer-rows';
import styles from './customers.module.css';
import textStyles from '../../../shared/styles/text.module.css';
import layout from '../../../shared/styles/layout.module.css';

/** Milliseconds without a key before the server is asked. */
const QUIET = 400;

interface Props {
  readonly project: string | null;
  readonly view: CustomersView;
  readonly edit: (edited: Edited) => void;
}

/** The customers that people entered: searched here as long as all of them are here, and on the server where they are too many. */
export function CustomerTable({ project, view, edit }: Props): JSX.Element {
  const id = useId();
  const [wanted, setWanted] = useState('');
  const [after, setAfter] = useState<string | null>(null);
  const { customers, next, mayChange } = view;
  const large = next !== null;
  const begins = useSettled(wanted.trim(), QUIET);
  const show = (found: CustomersFound): JSX.Element => (
    <Shown
      {...{ found, begins, after, mayChange, edit }}
      move={(name) => {
        setAfter(name);
      }}
    />
  );
  return (
    <div className={layout.part}>
      <div className={styles.bar}>
        <label className={styles.search} htmlFor={id}>
          <VisuallyHidden>
            {large
              ? 'Search customers by how the name begins'
              : 'Search customers by name or segment'}
          </VisuallyHidden>
          <Textfield
            id={id}
            isCompact
            placeholder={large ? 'How the name begins' : 'Search by name or segment'}
            value={wanted}
            onChange={(event) => {
              setWanted(event.currentTarget.value);
              setAfter(null);
            }}
          />
        </label>
        {mayChange && (
          <Button
            onClick={() =>
              edit({ was: null, name: '', segment: '', weight: '', revenue: '', seen: null })
            }
          >
            Add a customer
          </Button>
        )}
      </div>
      {customers.length === 0 ? (
        <p className={styles.empty}>
          No customers yet: every customer weighs 1.{' '}
          {mayChange ? 'Add one, or import a table.' : 'A Jira administrator can add some.'}
        </p>
      ) : !large ? (
        <All {...{ customers, wanted, mayChange, edit }} />
      ) : begins === '' && after === null ? (
        show(view)
      ) : (
        <Sought key={`${begins} ${after ?? ''}`} {...{ project, begins, after }}>
          {show}
        </Sought>
      )}
    </div>
  );
}

/** All customers there are, or those of them that fit. */
function All({
  customers,
  wanted,
  mayChange,
  edit,
}: {
  readonly customers: readonly CustomerView[];
  readonly wanted: string;
  readonly mayChange: boolean;
  readonly edit: (edited: Edited) => void;
}): JSX.Element {
  const found = useMemo(() => customers.filter((one) => fits(one, wanted)), [customers, wanted]);
  return (
    <>
      <p className={textStyles.spacedNote} role="status">
        {wanted.trim() === ''
          ? count(customers.length, 'customer')
          : `${wholeNumber(found.length)} of ${count(customers.length, 'customer')}`}
      </p>
      <CustomerRows customers={found} mayChange={mayChange} edit={edit} />
    </>
  );
}

interface SoughtProps {
  readonly project: string | null;
  readonly begins: string;
  readonly after: string | null;
  readonly children: (found: CustomersFound) => JSX.Element;
}

function Sought({ children, ...sought }: SoughtProps): JSX.Element {
  const asked = useAnswer('customers.find', sought);
  return (
    <Answered asked={asked} loading="Looking for customers…">
      {children}
    </Answered>
  );
}

interface ShownProps {
  readonly found: CustomersFound;
  readonly begins: string;
  readonly after: string | null;
  readonly mayChange: boolean;
  readonly edit: (edited: Edited) => void;
  /** Goes on after this name; null goes back to the first. */
  readonly move: (after: string | null) => void;
}

/** A part of a table that is too large to be here as a whole. */
function Shown({
  found: { customers, next, more },
  begins,
  after,
  mayChange,
  edit,
  move,
}: ShownProps): JSX.Element {
  const many = count(customers.length, 'customer');
  return (
    <>
      <p className={textStyles.spacedNote} role="status">
        {begins !== ''
          ? `${many} whose name starts this way${more ? '. There may be more: type more of the name' : ''}`
          : after === null
            ? `The first ${many} by name: there are more`
            : `${many} after “${after}”`}
      </p>
      <CustomerRows customers={customers} mayChange={mayChange} edit={edit} />
      <div className={layout.row}>
        {after !== null && <Button onClick={() => move(null)}>Back to the first customers</Button>}
        {next !== null && <Button onClick={() => move(next)}>Show the next customers</Button>}
      </div>
    </>
  );
}

function fits({ name, segment }: CustomerView, wanted: string): boolean {
  const text = wanted.trim().toLowerCase();
  return name.toLowerCase().includes(text) || (segment ?? '').toLowerCase().includes(text);
}
