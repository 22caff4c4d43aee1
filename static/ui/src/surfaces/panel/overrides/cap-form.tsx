import Button from '@atlaskit/button/new';
import Textfield from '@atlaskit/textfield';
import { useId, useState, type FormEvent, type JSX } from 'react';
import type { OverCapView } from '../../../../../../src/contract/over-cap';
import { dayOf } from '../../../shared/text/ago';
import form from '../../../shared/styles/form.module.css';
import { RefusedText } from '../../../shared/refusals/refusal-text';
import { useCommand } from '../../../shared/questions/use-command';
import { UserText } from '../../../shared/text/user-text';
import type { TabProps } from '../tab-props';
import styles from './override.module.css';
import layout from '../../../shared/styles/layout.module.css';

interface Props extends Pick<TabProps, 'issueId' | 'changed'> {
  readonly view: OverCapView;
  readonly again: () => void;
}

/** Accepts or refuses the hot fix beyond the cap, each with a reason; or says why this person cannot. */
export function CapForm({
  issueId,
  view: { seen, may, room, answer, until },
  again,
  changed,
}: Props): JSX.Element {
  const id = useId();
  const [reason, setReason] = useState('');
  const [pauses, setPauses] = useState(false);
  const decide = useCommand(
    'overcap.answer',
    () => {
      setReason('');
      setPauses(false);
      changed();
    },
    again,
  );
  const waiting = answer?.state === 'waiting';
  const why = objection({ may, waiting, canAnswer: answer?.canAnswer === true });
  if (why !== null) {
    return (
      <>
        <p className={layout.readOnly}>
          <UserText max={400}>{why}</UserText>
        </p>
        <RefusedText refusal={decide.refusal} />
      </>
    );
  }
  const asks = !waiting && may.may && may.approval === 'needed';
  const answerWith = (accept: boolean): void =>
    decide.act({
      issueId,
      seen,
      accept,
      reason: reason.trim(),
      pause: accept && pauses && !asks && room.kind === 'shown' ? room.key : null,
    });
  const ready = reason.trim() !== '' && !decide.acting;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (ready) answerWith(true);
  };
  return (
    <form className={form.form} onSubmit={submit} aria-label="Hot fix over the cap">
      <div className={form.row}>
        <div className={form.field}>
          <label className={form.label} htmlFor={`${id}reason`}>
            Why it is accepted or refused (required)
          </label>
          <Textfield
            id={`${id}reason`}
            isRequired
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </div>
      </div>
      {room.kind === 'shown' && !asks && (
        <label className={styles.pauses}>
          <input
            type="checkbox"
            checked={pauses}
            disabled={!room.may.may}
            onChange={(event) => setPauses(event.currentTarget.checked)}
          />
          <span>
            {`Pause ${room.key} to make room`}
            {!room.may.may && <UserText max={300}>{` (${room.may.why})`}</UserText>}
            {room.may.may && room.may.approval === 'needed' && (
              <UserText max={300}>{` (once ${room.may.approvers} approve)`}</UserText>
            )}
          </span>
        </label>
      )}
      <p className={form.hint}>
        <UserText max={400}>
          {asks
            ? `It counts once ${may.approvers} approve.`
            : `It holds until ${dayOf(until) ?? until}, and the log keeps who decided and why.`}
        </UserText>
      </p>
      <div className={layout.row}>
        <Button type="submit" appearance="primary" isDisabled={!ready}>
          {asks ? 'Ask for acceptance' : 'Accept over the cap'}
        </Button>
        {!asks && (
          <Button isDisabled={!ready} onClick={() => answerWith(false)}>
            Refuse
          </Button>
        )}
      </div>
      <RefusedText refusal={decide.refusal} />
    </form>
  );
}

/** Why there is nothing to fill in for this person; null when there is. */
function objection({
  may,
  waiting,
  canAnswer,
}: {
  readonly may: OverCapView['may'];
  readonly waiting: boolean;
  readonly canAnswer: boolean;
}): string | null {
  if (waiting) return canAnswer ? null : `It waits for ${may.approvers}.`;
  return may.may ? null : may.why;
}
