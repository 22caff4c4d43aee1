import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import Lozenge from '@atlaskit/lozenge';
import type { JSX } from 'react';
import type { SetupCheck, SetupRepairAsk } from '../../../../../../src/contract/setup';
import { RefusedText } from '../../../shared/refusals/refusal-text';
import { useCommand } from '../../../shared/questions/use-command';
import { UserText } from '../../../shared/text/user-text';
import { withDates } from './dates-text';
import { EvidenceAddress } from './evidence-address';
import { SecretMaker } from './secret-maker';
import { TeamManagedPicture } from './team-managed-picture';
import { WebhookConnections } from './webhook-connections';
import styles from './setup.module.css';
import layout from '../../../shared/styles/layout.module.css';

const STATES = {
  ok: { label: 'OK', appearance: 'success' },
  attention: { label: 'Needs attention', appearance: 'moved' },
  unknown: { label: 'Not known', appearance: 'default' },
} as const;

interface Props {
  readonly check: SetupCheck;
  readonly project: string | null;
  readonly repaired: (done: string) => void;
}

/** One check: how it stands, what was found, and the button or the steps that put it right. */
export function SetupCheckRow({
  check: { id, title, state, says, details, repair },
  project,
  repaired,
}: Props): JSX.Element {
  const { label, appearance } = STATES[state];
  return (
    <li className={styles.check} data-state={state}>
      <div className={layout.head}>
        <Heading size="small" as="h3">
          {title}
        </Heading>
        <Lozenge appearance={appearance}>{label}</Lozenge>
      </div>
      <p className={styles.says}>
        <UserText max={600}>{withDates(says)}</UserText>
      </p>
      {details.length > 0 && (
        <ul className={styles.details}>
          {details.map((one) => (
            <li key={one}>
              <UserText max={400}>{withDates(one)}</UserText>
            </li>
          ))}
        </ul>
      )}
      {repair?.kind === 'button' && (id === 'screens' || id === 'ledger') && (
        <RepairButton id={id} project={project} label={repair.label} repaired={repaired} />
      )}
      {repair?.kind === 'secret' && (
        <>
          {repair.senders.map(({ id: sender, names }) => (
            <WebhookConnections
              key={sender}
              sender={sender}
              names={names}
              address={repair.address}
            />
          ))}
          <EvidenceAddress address={repair.address} />
          <SecretMaker label={repair.label} replaces={repair.replaces} />
        </>
      )}
      {repair?.kind === 'steps' && (
        <ol className={styles.steps} aria-label="What to do">
          {repair.steps.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ol>
      )}
      {repair?.kind === 'steps' && repair.picture !== undefined && <TeamManagedPicture />}
    </li>
  );
}

interface RepairProps extends SetupRepairAsk {
  readonly label: string;
  readonly repaired: (done: string) => void;
}

function RepairButton({ id, project, label, repaired }: RepairProps): JSX.Element {
  const repair = useCommand('setup.repair', ({ done }) => repaired(done));
  return (
    <>
      <Button
        appearance="primary"
        isLoading={repair.acting}
        onClick={() => repair.act({ project, id })}
      >
        {label}
      </Button>
      <RefusedText refusal={repair.refusal} />
    </>
  );
}
