import { lazy, Suspense, type JSX } from 'react';
import type { Refusal } from '../../../../../src/contract';
import { Words } from '../text/user-text';

export interface RefusalProps {
  readonly refusal: Refusal;
  /** Milliseconds since 1970. */
  readonly refusedAt?: number | undefined;
  readonly asking: boolean;
  readonly again: () => void;
}

export const loadMessage = () => import('./refusal-message');

/** Atlaskit's message is heavy and rarely needed, so it loads apart; where it can't load, plain words stand in. */
const Message = lazy(() =>
  loadMessage().then(
    ({ RefusalMessage }) => ({ default: RefusalMessage }),
    () => ({ default: PlainWords }),
  ),
);

/** Why a surface shows nothing, or nothing newer, and what the person can do. */
export function RefusalNotice(props: RefusalProps): JSX.Element {
  return (
    <div role="alert">
      <Suspense fallback={<PlainWords {...props} />}>
        <Message {...props} />
      </Suspense>
    </div>
  );
}

function PlainWords({ refusal, asking, again }: RefusalProps): JSX.Element {
  return (
    <p>
      <Words>{`${refusal.what} ${refusal.advice}`}</Words>{' '}
      <button type="button" onClick={again} disabled={asking}>
        Try again
      </button>
    </p>
  );
}
