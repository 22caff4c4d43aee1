import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge';
import Textfield from '@atlaskit/textfield';
import { useId, useState, type JSX } from 'react';
import type { PilotView } from '../../../../../../src/contract/pilot';
import { ago } from '../../../shared/text/ago';
import form from '../../../shared/styles/form.module.css';
import { RefusedText } from '../../../shared/refusals/refusal-text';
import { useCommand } from '../../../shared/questions/use-command';
import { useNow } from '../../../shared/hooks/use-now';
import { UserText } from '../../../shared/text/user-text';
import styles from './pilot.module.css';
import text from '../../../shared/styles/text.module.css';

interface Props {
  readonly project: string;
  readonly view: PilotView;
}

/** Whether results are written to Jira, and the switch for it, which says what it does. */
export function PilotSwitch({ project, view: { pilot, maySwitch } }: Props): JSX.Element {
  const id = useId();
  const now = useNow(30_000);
  const [reason, setReason] = useState('');
  const begin = useCommand('pilot.begin', () => setReason(''));
  const end = useCommand('pilot.end', () => undefined);
  if (pilot === null) {
    return (
      <div className={styles.switch}>
        <p className={styles.state}>
          <Lozenge appearance="success">On</Lozenge> Scores of {project} are written to Jira’s
          fields.
        </p>
        <p className={text.spacedNote}>
          A pilot lets the team look at the scores first, for instance for a sprint: Ballast goes on
          scoring and shows it in the issue and here, but writes no field, flag, due date, assignee
          or link. What stands in Ballast’s fields stays as it is meanwhile. Ending the pilot writes
          all of them.
        </p>
        {maySwitch && (
          <div className={form.row}>
            <div className={form.field}>
              <label className={form.label} htmlFor={id}>
                Why, for whoever asks (optional)
              </label>
              <Textfield
                id={id}
                maxLength={500}
                value={reason}
                onChange={(event) => setReason(event.currentTarget.value)}
              />
            </div>
            <div className={styles.button}>
              <Button isLoading={begin.acting} onClick={() => begin.act({ project, reason })}>
                Begin a pilot
              </Button>
            </div>
          </div>
        )}
        {end.done !== undefined && (
          <p className={styles.done} role="status">
            The pilot is over. Every open issue’s fields are being written now; the tab Work shows
            how far it has come.
          </p>
        )}
        <RefusedText refusal={begin.refusal} />
      </div>
    );
  }
  return (
    <div className={styles.switch}>
      <p className={styles.state}>
        <Lozenge appearance="inprogress">Pilot</Lozenge> Since{' '}
        {ago(pilot.since, now).replace(/^on /, '')}
        {pilot.by !== null && (
          <>
            , begun by <UserText max={60}>{pilot.by}</UserText>
          </>
        )}
        {pilot.reason !== '' && (
          <>
            : “<UserText max={200}>{pilot.reason}</UserText>”
          </>
        )}
        .
      </p>
      <p className={text.spacedNote}>
        Nothing is written to Jira. What stood in Ballast’s fields before stays there and is not
        kept up. Compare below, look at issues, and switch on when the team is content.
      </p>
      {maySwitch && (
        <Button appearance="primary" isLoading={end.acting} onClick={() => end.act({ project })}>
          End the pilot and write the scores to Jira
        </Button>
      )}
      <RefusedText refusal={end.refusal} />
    </div>
  );
}
