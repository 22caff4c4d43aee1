import Button from '@atlaskit/button/new';
import Textfield from '@atlaskit/textfield';
import { useId, useState, type FormEvent, type JSX } from 'react';
import { SENDERS, type SenderId } from '../../../../../../src/core/evidence-feeds/senders';
import form from '../../../shared/styles/form.module.css';
import { CopyText } from '../../../shared/components/copy-text';
import { RefusedText } from '../../../shared/refusals/refusal-text';
import { useCommand } from '../../../shared/questions/use-command';
import { UserText } from '../../../shared/text/user-text';
import styles from './setup.module.css';
import text from '../../../shared/styles/text.module.css';
import layout from '../../../shared/styles/layout.module.css';

interface Props {
  readonly sender: SenderId;
  readonly names: readonly string[];
  /** Where the tool sends to; null where nobody knows. */
  readonly address: string | null;
}

/** A tool that sends by itself and signs in its own way, with a secret that it makes for each webhook. */
export function WebhookConnections({ sender, names, address }: Props): JSX.Element {
  const tool = SENDERS[sender].name;
  const [adding, setAdding] = useState(false);
  const disconnect = useCommand('evidence.disconnect', () => undefined);
  return (
    <div className={layout.part}>
      <strong>{tool}</strong>
      <p className={text.note}>
        {names.length === 0
          ? `Not connected. ${tool} can send its incidents by itself, without anything in between.`
          : `Incidents are taken as ${tool} itself signs them, from:`}
      </p>
      {names.length > 0 && (
        <ul className={styles.connections} aria-label={`Connections to ${tool}`}>
          {names.map((name) => (
            <li key={name}>
              <UserText max={60}>{name}</UserText>
              <Button
                spacing="compact"
                appearance="subtle"
                isDisabled={disconnect.acting}
                aria-label={`Remove ${name}`}
                onClick={() => disconnect.act({ sender, name })}
              >
                Remove
              </Button>
            </li>
          ))}
        </ul>
      )}
      <RefusedText refusal={disconnect.refusal} />
      {adding ? (
        <NewConnection sender={sender} address={address} close={() => setAdding(false)} />
      ) : (
        <Button onClick={() => setAdding(true)}>{`Connect ${tool}`}</Button>
      )}
    </div>
  );
}

interface NewConnectionProps {
  readonly sender: SenderId;
  readonly address: string | null;
  readonly close: () => void;
}

function NewConnection({ sender, address, close }: NewConnectionProps): JSX.Element {
  const { name: tool, steps } = SENDERS[sender];
  const id = useId();
  const [name, setName] = useState('');
  const [secret, setSecret] = useState('');
  const connect = useCommand('evidence.connect', close);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    connect.act({ sender, name, secret });
  };
  return (
    <form className={form.form} onSubmit={submit} aria-label={`New connection to ${tool}`}>
      <ol className={styles.steps}>
        <li>{steps.begin}</li>
        <li>
          Give it{' '}
          {address === null ? (
            'the address for evidence below'
          ) : (
            <>
              the address <code className={styles.code}>{address}</code>
            </>
          )}{' '}
          and {steps.events}.
          {address !== null && <CopyText text={address} label="Copy the address" />}
        </li>
        <li>{steps.secret}</li>
      </ol>
      <div className={form.field}>
        <label className={form.label} htmlFor={`${id}name`}>
          Name of the connection (required)
        </label>
        <Textfield
          id={`${id}name`}
          isRequired
          autoFocus
          maxLength={60}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
      </div>
      <div className={form.field}>
        <label className={form.label} htmlFor={`${id}secret`}>
          Signing secret (required)
        </label>
        <Textfield
          id={`${id}secret`}
          type="password"
          autoComplete="off"
          isRequired
          maxLength={512}
          value={secret}
          onChange={(event) => setSecret(event.currentTarget.value)}
        />
      </div>
      <RefusedText refusal={connect.refusal} />
      <div className={layout.row}>
        <Button type="submit" appearance="primary" isLoading={connect.acting}>
          Connect
        </Button>
        <Button onClick={close}>Cancel</Button>
      </div>
    </form>
  );
}
