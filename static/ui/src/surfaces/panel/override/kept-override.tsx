import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge';
import type { ComponentProps, JSX } from 'react';
import type { OverrideView } from '../../../../../../src/contract/overrides';
import { dayOf } from '../../../shared/ago';
import { capital } from '../../../shared/sentences';
import { Words } from '../../../shared/words';
import styles from './override.module.css';

type Appearance = NonNullable<ComponentProps<typeof Lozenge>['appearance']>;

const STATES: Readonly<Record<OverrideView['state'], { readonly words: string; readonly appearance: Appearance }>> = {
  'in force': { words: 'In force', appearance: 'success' },
  waiting: { words: 'Waits for approval', appearance: 'warning' },
  idle: { words: 'No effect', appearance: 'neutral' },
};

interface Props {
  readonly override: OverrideView;
  readonly busy: boolean;
  readonly answer: (approve: boolean) => void;
  readonly undo: () => void;
}

export function KeptOverride({ override: { what, reason, by, at, until, state, idle, canAnswer, canUndo }, busy, answer, undo }: Props): JSX.Element {
  const { words, appearance } = STATES[state];
  return (
    <li className={styles.one}>
      <p className={styles.what}>
        <Lozenge appearance={appearance}>{words}</Lozenge> <strong>{capital(what)}</strong> until {dayOf(until) ?? until}
      </p>
      <p className={styles.reason}>
        “<Words max={500}>{reason}</Words>”
      </p>
      <p className={styles.note}>
        <Words max={80}>{by}</Words>, {dayOf(at) ?? at}
        {state === 'idle' && idle !== null && <Words max={300}>{`. ${capital(idle)}.`}</Words>}
      </p>
      {(canAnswer || canUndo) && (
        <div className={styles.buttons}>
          {canAnswer && (
            <>
              <Button spacing="compact" appearance="primary" isDisabled={busy} onClick={() => answer(true)}>
                Approve
              </Button>
              <Button spacing="compact" isDisabled={busy} onClick={() => answer(false)}>
                Refuse
              </Button>
            </>
          )}
          {canUndo && (
            <Button spacing="compact" appearance="subtle" isDisabled={busy} onClick={undo}>
              Take back
            </Button>
          )}
        </div>
      )}
    </li>
  );
}
