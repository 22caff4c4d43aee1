import Button from '@atlaskit/button/new';
import { useId, useState } from 'react';
import type { AccountsView } from '../../wire';
import { useSession } from '../host/session';
import { useCloseAccount } from './queries';

/** What the app reported of people's accounts, and the lever that closes one: what is stored of it goes with the next report. */
export function AccountsBox({ accounts }: { accounts: AccountsView }) {
  const id = useId();
  const { people } = useSession();
  const [chosen, setChosen] = useState('');
  const close = useCloseAccount();
  return (
    <section className="box" aria-labelledby={`${id}title`}>
      <h2 id={`${id}title`}>Accounts</h2>
      <p className="quiet">
        {accounts.reports === 0
          ? 'The app has reported no accounts yet; it does so with the first daily run.'
          : `${String(accounts.people)} accounts in ${String(accounts.reports)} reports, the last ${accounts.last ?? ''}.`}
      </p>
      <label htmlFor={id}>Whose account closes</label>
      <select id={id} value={chosen} onChange={(event) => setChosen(event.target.value)}>
        <option value="">Nobody</option>
        {people.map(({ accountId, displayName }) => (
          <option key={accountId} value={accountId} disabled={accounts.closed.includes(accountId)}>
            {displayName}
          </option>
        ))}
      </select>
      <Button
        spacing="compact"
        isDisabled={chosen === '' || close.isPending}
        onClick={() => {
          close.mutate(chosen);
          setChosen('');
        }}
      >
        Close the account
      </Button>
    </section>
  );
}
