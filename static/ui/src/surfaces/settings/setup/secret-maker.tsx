import Button from '@atlaskit/button/new';
import { useState, type JSX } from 'react';
import { RefusedText } from '../../../shared/refusals/refusal-text';
import { useCommand } from '../../../shared/questions/use-command';
import styles from './setup.module.css';
import textStyles from '../../../shared/styles/text.module.css';
import layout from '../../../shared/styles/layout.module.css';

interface Props {
  readonly label: string;
  /** Whether there is one already, which is then taken for one more day. */
  readonly replaces: boolean;
}

/** Makes the secret that outside tools sign with, and shows it this one time. */
export function SecretMaker({ label, replaces }: Props): JSX.Element {
  const [sure, setSure] = useState(false);
  const make = useCommand('evidence.rotateSecret', () => setSure(false));
  const begin = (): void => {
    if (replaces && !sure) setSure(true);
    else make.act({});
  };
  return (
    <div className={layout.part}>
      <strong>Other tools</strong>
      <p className={textStyles.note}>
        Opsgenie, Statuspage, help desks and scripts sign with a secret that Ballast makes.
      </p>
      {make.done !== undefined && (
        <div className={styles.shownOnce} role="status">
          <p>This is the secret. Copy it now: it is shown this one time.</p>
          <code className={styles.code}>{make.done.secret}</code>
          <p className={textStyles.note}>
            The tool sends the seconds since 1970 as <code>{make.done.timestampHeader}</code> and,
            as <code>{make.done.signatureHeader}</code>, the text <code>sha256=</code> with the
            HMAC-SHA256 of those seconds, a full stop and the body.
          </p>
        </div>
      )}
      {sure && (
        <p className={textStyles.note}>
          The current secret keeps working for one more day. Give every tool that uses it the new
          one before then. To stop it at once, make a new one twice.
        </p>
      )}
      <div className={styles.buttons}>
        <Button isLoading={make.acting} appearance={sure ? 'danger' : 'default'} onClick={begin}>
          {sure ? 'Make a new one' : label}
        </Button>
        {sure && <Button onClick={() => setSure(false)}>Keep the old</Button>}
      </div>
      <RefusedText refusal={make.refusal} />
    </div>
  );
}
