import { lazy, Suspense, type JSX } from 'react';
import { UserText } from '../text/user-text';
import type { RefusalProps } from './refusal-props';

export const loadMessage = () => import('./refusal-message');

/** Atlaskit's message is heavy and rarely needed, so it loads apart; where it can't load, plain words stand in. */
const Message = lazy(() =>
  loadMessage().then(
    ({ RefusalMessage }) => ({ default: RefusalMessage }),
    () => ({ default: PlainText }),
  ),
);

/** Why a surface shows nothing, or nothing newer, and what the person can do. */
export function RefusalNotice(props: RefusalProps): JSX.Element {
  return (
    <div role="alert">
      <Suspense fallback={<PlainText {...props} />}>
        <Message {...props} />
      </Suspense>
    </div>
  );
}

function PlainText({ refusal, asking, again }: RefusalProps): JSX.Element {
  return (
    <p>
      <UserText>{`${refusal.what} ${refusal.advice}`}</UserText>{' '}
      <button type="button" onClick={again} disabled={asking}>
        Try again
      </button>
    </p>
  );
}
