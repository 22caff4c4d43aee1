import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge';
import { useState, type JSX } from 'react';
import type { SettingsView } from '../../../../../../src/contract/settings';
import type { VersionView } from '../../../../../../src/contract/versions';
import { dayOf } from '../../../shared/text/ago';
import { UserText } from '../../../shared/text/user-text';
import type { DraftOutcome } from '../rubric-changes/draft-outcome';
import { ChangeList } from '../rubric-changes/change-list';
import { nameOf } from '../rubric-changes/person-name';
import { OneVersion } from './one-version';
import styles from './versions.module.css';

interface Props {
  readonly project: string | null;
  readonly version: VersionView;
  /** Number of the newest version. */
  readonly newest: number;
  readonly view: SettingsView | undefined;
  readonly done: (what: DraftOutcome) => void;
}

/** One version: who, when, why, and what it changed; opened, what it said in full. */
export function VersionEntry({ project, version, newest, view, done }: Props): JSX.Element {
  const { version: number, by, approvedBy, approvalNote, reason, at, changes, more } = version;
  const [open, setOpen] = useState(false);
  const close = (): void => setOpen(false);
  return (
    <article aria-label={`Version ${String(number)}`}>
      <div className={styles.line}>
        <p className={styles.title}>
          <strong>v{number}</strong>{' '}
          {number === newest && <Lozenge appearance="success">In force</Lozenge>}{' '}
          <span className={styles.note}>
            {causeText(version)} {dayOf(at) ?? at} by {nameOf(by)}
            {approvedBy !== null && `, approved by ${nameOf(approvedBy)}`}
          </span>
        </p>
        <Button spacing="compact" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? 'Close' : `Open v${String(number)}`}
        </Button>
      </div>
      <p className={styles.reason}>
        <UserText max={400}>{reason}</UserText>
      </p>
      {approvalNote !== null && approvalNote !== '' && (
        <p className={styles.note}>
          At the approval: “<UserText max={300}>{approvalNote}</UserText>”
        </p>
      )}
      <ChangeList
        changes={changes}
        more={more}
        none={
          number === 1
            ? 'It decides as what judged until then.'
            : 'It decides as the version before.'
        }
      />
      {open && (
        <OneVersion
          project={project}
          number={number}
          newest={newest}
          view={view}
          done={(what) => {
            close();
            done(what);
          }}
        />
      )}
    </article>
  );
}

function causeText({ cause, of }: VersionView): string {
  if (cause === 'rolled back') return `brought back v${String(of)}`;
  return cause === 'follows the site' ? `followed the site’s v${String(of)}` : 'published';
}
