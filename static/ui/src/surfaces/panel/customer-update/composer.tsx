import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import TextArea from '@atlaskit/textarea';
import Textfield from '@atlaskit/textfield';
import { useId, useState, type FormEvent, type JSX } from 'react';
import type {
  CustomerUpdateView,
  UpdateSent,
} from '../../../../../../src/contract/customer-update';
import {
  draftUpdate,
  UPDATE_STATUSES,
  type UpdateStatus,
} from '../../../../../../src/core/hot-fix/customer-update';
import { dayOf } from '../../../shared/text/ago';
import { count } from '../../../shared/text/format-number';
import form from '../../../shared/styles/form.module.css';
import { IssueLink } from '../../../shared/components/issue-link';
import { RefusedText } from '../../../shared/refusals/refusal-text';
import { useCommand } from '../../../shared/questions/use-command';
import { UserText } from '../../../shared/text/user-text';
import { Recipients } from './recipients';
import styles from './customer-update.module.css';
import layout from '../../../shared/styles/layout.module.css';

interface Props {
  readonly issueId: string;
  readonly update: CustomerUpdateView;
  /** The issue is: it is time to say that it is resolved. */
  readonly closed: boolean;
  readonly changed: () => void;
  /** Asks anew who was told what. */
  readonly again: () => void;
}

const STATUSES = Object.entries(UPDATE_STATUSES) as [UpdateStatus, string][];

/**
 * A draft from three facts; nothing goes out before the person has read and may have changed the text. Where some did not get it the
 * text stays, for those alone; where somebody else was first, the person sees theirs before reading their own again.
 */
export function Composer({
  issueId,
  update: { requests, more, due, seen },
  closed,
  changed,
  again,
}: Props): JSX.Element {
  const id = useId();
  const [status, setStatus] = useState<UpdateStatus>(closed ? 'resolved' : 'investigating');
  const [expected, setExpected] = useState(dayOf(due ?? undefined) ?? '');
  const [workaround, setWorkaround] = useState('');
  const [own, setOwn] = useState<string | null>(null);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [read, setRead] = useState(false);
  const text = own ?? draftUpdate({ status, expected, workaround });
  const sentOut = ({ sent, failed, perhaps }: UpdateSent): void => {
    const partly = failed.length + perhaps.length > 0;
    setRead(false);
    setOwn(partly ? text : null);
    if (partly)
      setLeft((before) => new Set([...before, ...sent, ...perhaps.map(({ key }) => key)]));
    changed();
  };
  const send = useCommand('update.send', sentOut, () => {
    setRead(false);
    again();
  });
  const keys = requests
    .filter(({ key, why }) => why === null && !left.has(key))
    .map(({ key }) => key);
  /** A changed fact makes a new draft, and a new text has to be read again. */
  const fact =
    <T,>(set: (value: T) => void) =>
    (value: T): void => {
      set(value);
      setOwn(null);
      setRead(false);
    };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (read && keys.length > 0) send.act({ issueId, seen, keys, text });
  };
  return (
    <form className={form.form} onSubmit={submit} aria-label="Customer update">
      <Heading size="small" as="h2">
        Write to the customers
      </Heading>
      <fieldset className={form.choices}>
        <legend className={form.label}>Status</legend>
        {STATUSES.map(([one, words]) => (
          <label key={one} className={form.choice}>
            <input
              type="radio"
              name={`${id}status`}
              checked={status === one}
              onChange={() => fact(setStatus)(one)}
            />
            {words}
          </label>
        ))}
      </fieldset>
      <div className={form.row}>
        <div className={form.field}>
          <label className={form.label} htmlFor={`${id}expected`}>
            Expected to be resolved by
          </label>
          <Textfield
            id={`${id}expected`}
            value={expected}
            maxLength={100}
            onChange={(event) => fact(setExpected)(event.currentTarget.value)}
          />
        </div>
        <div className={form.field}>
          <label className={form.label} htmlFor={`${id}workaround`}>
            What customers can do until then
          </label>
          <Textfield
            id={`${id}workaround`}
            value={workaround}
            maxLength={1000}
            onChange={(event) => fact(setWorkaround)(event.currentTarget.value)}
          />
        </div>
      </div>
      <div>
        <label className={form.label} htmlFor={`${id}text`}>
          The text as customers will read it
        </label>
        <TextArea
          id={`${id}text`}
          value={text}
          minimumRows={8}
          maxLength={10_000}
          onChange={(event) => {
            setOwn(event.currentTarget.value);
            setRead(false);
          }}
        />
      </div>
      <Recipients requests={requests} more={more} left={left} change={setLeft} />
      <label className={styles.read}>
        <input
          type="checkbox"
          checked={read}
          onChange={(event) => setRead(event.currentTarget.checked)}
        />
        I have read the text, and it may go to these customers
      </label>
      <div className={layout.row}>
        <Button
          type="submit"
          appearance="primary"
          isDisabled={!read || keys.length === 0 || text.trim() === '' || send.acting}
        >
          {send.acting ? 'Sending…' : `Send to ${count(keys.length, 'request')}`}
        </Button>
        <span className={form.hint}>As a public comment in your name.</span>
      </div>
      <div role="status">
        {send.done !== undefined && send.done.sent.length > 0 && (
          <p className={styles.done}>{`Sent to ${send.done.sent.join(', ')}.`}</p>
        )}
        {send.done?.failed.map(({ key, why }) => (
          <p key={key} className={styles.failed}>
            <UserText max={300}>{`Not sent to ${key}: ${why}`}</UserText>
          </p>
        ))}
        {send.done?.perhaps.map(({ key, why }) => (
          <p key={key} className={styles.perhaps}>
            Perhaps sent to <IssueLink issueKey={key} />: <UserText max={400}>{why}</UserText>
          </p>
        ))}
        {send.done !== undefined && send.done.failed.length + send.done.perhaps.length > 0 && (
          <p className={form.hint}>
            Your text is still here. Only those who are sure not to have it are ticked.
          </p>
        )}
      </div>
      <RefusedText refusal={send.refusal} />
    </form>
  );
}
