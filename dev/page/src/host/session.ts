import { createContext, useContext } from 'react';
import type { Session } from '../../wire';

export const SessionContext = createContext<Session | null>(null);

/** Where the page begins. */
export const homePath = ({ home }: Session): string =>
  home === null ? '/issues' : `/issues?${new URLSearchParams({ project: home }).toString()}`;

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('useSession outside App');
  return session;
}
