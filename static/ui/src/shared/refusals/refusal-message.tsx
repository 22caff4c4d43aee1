import Button from '@atlaskit/button/new';
import SectionMessage from '@atlaskit/section-message';
import VisuallyHidden from '@atlaskit/visually-hidden';
import type { ComponentProps, JSX } from 'react';
import type { Refusal } from '../../../../../src/contract';
import type { RefusalProps } from './refusal-props';
import styles from './refusal-message.module.css';
import { useNow } from '../hooks/use-now';
import { visibleText } from '../text/visible-text';
import { UserText } from '../text/user-text';

type Appearance = NonNullable<ComponentProps<typeof SectionMessage>['appearance']>;

const LOOK: Readonly<
  Record<Refusal['kind'], { readonly appearance: Appearance; readonly again: string }>
> = {
  forbidden: { appearance: 'warning', again: 'Check again' },
  gone: { appearance: 'information', again: 'Check again' },
  limited: { appearance: 'warning', again: 'Try now' },
  invalid: { appearance: 'error', again: 'Try again' },
  failed: { appearance: 'error', again: 'Try again' },
};

/** A refusal as Jira shows its own messages. */
export function RefusalMessage({
  refusal,
  refusedAt = 0,
  asking,
  again,
}: RefusalProps): JSX.Element {
  const { appearance, again: label } = LOOK[refusal.kind];
  return (
    <SectionMessage appearance={appearance} title={visibleText(refusal.what)} headingLevel="h2">
      {refusal.retryAfter === undefined ? (
        <p className={styles.advice}>
          <UserText>{refusal.advice}</UserText>
        </p>
      ) : (
        <Countdown from={refusedAt} seconds={refusal.retryAfter} />
      )}
      <Button spacing="compact" onClick={again} isDisabled={asking}>
        {asking ? 'Asking…' : label}
      </Button>
    </SectionMessage>
  );
}

/** Screen readers are told once; they would read out every second. */
function Countdown({
  from,
  seconds,
}: {
  readonly from: number;
  readonly seconds: number;
}): JSX.Element {
  const now = useNow(1000);
  const left = Math.max(0, Math.ceil((from - now) / 1000 + seconds));
  return (
    <p className={styles.advice}>
      <VisuallyHidden>Ballast asks again by itself in {seconds} seconds.</VisuallyHidden>
      <span aria-hidden>
        {left === 0 ? 'Asking again…' : `Ballast asks again by itself in ${left}\u00a0s.`}
      </span>
    </p>
  );
}
