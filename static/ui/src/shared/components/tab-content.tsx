import { Suspense, type JSX, type ReactNode } from 'react';
import { CrashGuard } from '../refusals/crash-guard';
import { Loading } from './loading';

/** What a tab shows, whose code comes when somebody opens it. One that fails leaves the others usable. */
export function TabContent({
  label,
  children,
}: {
  readonly label: string;
  readonly children: ReactNode;
}): JSX.Element {
  return (
    <CrashGuard>
      <Suspense fallback={<Loading>{`Opening ${label.toLowerCase()}…`}</Loading>}>
        {children}
      </Suspense>
    </CrashGuard>
  );
}
