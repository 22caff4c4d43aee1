import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge';
import { useEffect, useRef, type ComponentProps, type JSX } from 'react';
import type { OverrideView } from '../../../../../../src/contract/overrides';
import { dayOf } from '../../../shared/text/ago';
import { capital } from '../../../shared/text/sentences';
import { UserText } from '../../../shared/text/user-text';
import { AnswerForm } from './answer-form';
import styles from './override.module.css';
import text from '../../../shared/styles/text.module.css';

type Appearance = NonNullable<ComponentProps<typeof Lozenge>['appearance']>;

const STATES: Readonly<
  Record<OverrideView['state'], { readonly words: string; readonly appearance: Appearance }>
> = {
  'in force': { words: 'In force', appearance: 'success' },
  waiting: { words: 'Waits for approval', appearance: 'warning' },
  lapsed: { words: 'Lapsed unanswered', appearance: 'neutral' },
  idle: { words: 'No effect', appearance: 'neutral' },
};

interface Props {
  readonly override: OverrideView;
  readonly busy: boolean;
  readonly answer: (approve: boolean, reason: string | null) => void;
  readonly undo: () => void;
}

export function OverrideEntry({
  override: { what, reason, by, at, until, state, idle, canAnswer, canUndo },
  busy,
  answer,
  undo,
}: Props): JSX.Element {
  const { words, appearance } = STATES[state];
  const place = useRef<HTMLLIElement>(null);
  const answered = useRef(false);
  // The buttons are gone once it is answered: whoever pressed one by keyboard goes on from what it came to.
  useEffect(() => {
    if (answered.current && !canAnswer) place.current?.focus();
    answered.current = false;
  }, [canAnswer]);
  const takeBack = canUndo && (
    <Button spacing="compact" appearance="subtle" isDisabled={busy} onClick={undo}>
      Take back
    </Button>
  );
  return (
    <li ref={place} tabIndex={-1} className={styles.one}>
      <p className={styles.what}>
        <Lozenge appearance={appearance}>{words}</Lozenge> <strong>{capital(what)}</strong> until{' '}
        {dayOf(until) ?? until}
      </p>
      <p className={styles.reason}>
        “<UserText max={500}>{reason}</UserText>”
      </p>
      <p className={text.spacedNote}>
        <UserText max={80}>{by}</UserText>, {dayOf(at) ?? at}
        {(state === 'idle' || state === 'lapsed') && idle !== null && (
          <UserText max={300}>{`. ${capital(idle)}.`}</UserText>
        )}
      </p>
      {canAnswer ? (
        <AnswerForm
          what={what}
          busy={busy}
          answer={(approve, why) => {
            answered.current = true;
            answer(approve, why);
          }}
        >
          {takeBack}
        </AnswerForm>
      ) : (
        takeBack && <div className={styles.buttons}>{takeBack}</div>
      )}
    </li>
  );
}
