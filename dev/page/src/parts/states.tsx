import Button from '@atlaskit/button/new';
import SectionMessage from '@atlaskit/section-message';
import Spinner from '@atlaskit/spinner';
import type { ReactNode } from 'react';
import { JiraProblem } from '../jira/rest';

export function Loading({ what }: { readonly what: string }) {
  return (
    <div className="state" role="status">
      <Spinner size="large" label={`Loading ${what}`} />
    </div>
  );
}

/** Says what failed and offers to try again. */
export function Failed({
  what,
  error,
  retry,
}: {
  readonly what: string;
  readonly error: unknown;
  readonly retry?: () => void;
}) {
  return (
    <div role="alert">
      <SectionMessage appearance="error" title={`${what} could not be shown`}>
        <p>{inWords(error)}</p>
        {retry === undefined ? null : (
          <p className="retry">
            <Button spacing="compact" onClick={retry}>
              Try again
            </Button>
          </p>
        )}
      </SectionMessage>
    </div>
  );
}

/** Refusals speak for themselves; anything else is a fault of this page, which a person can only report. */
function inWords(error: unknown): string {
  if (error instanceof JiraProblem) return error.message;
  return `The answer was not understood (${error instanceof Error ? error.name : 'unknown'}).`;
}

export function Empty({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ReactNode;
}) {
  return (
    <div className="state">
      <h2 className="state-title">{title}</h2>
      <div className="quiet">{children}</div>
    </div>
  );
}
