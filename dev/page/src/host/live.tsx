import { useQueryClient } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import type { LiveMessage } from '../../wire';
import { queryKeys } from '../jira/queries';

type Listener = (message: LiveMessage) => void;

interface Live {
  readonly connected: boolean;
  subscribe(listener: Listener): () => void;
}

const LiveContext = createContext<Live | null>(null);

/** A burst of events (a whole backlog being scored) refreshes what is shown at most this often, in milliseconds. */
const quiet = 400;

/** One stream of what happens on the site; refreshes the questions whose answers may have changed. */
export function LiveProvider({ children }: { readonly children: ReactNode }) {
  const client = useQueryClient();
  const [connected, setConnected] = useState(true);
  const [hub] = useState(messageHub);

  useEffect(() => {
    const source = new EventSource('/__host/stream');
    const refresh = refresher((scopes) => {
      for (const scope of scopes) void client.invalidateQueries({ queryKey: [scope] });
    });
    let wasLost = false;
    source.onopen = () => {
      setConnected(true);
      if (wasLost) void client.invalidateQueries();
      wasLost = false;
    };
    source.onerror = () => {
      wasLost = true;
      setConnected(false);
    };
    source.onmessage = ({ data }: MessageEvent<string>) => {
      const message = JSON.parse(data) as LiveMessage;
      refresh(scopesOf(message));
      hub.tell(message);
    };
    return () => {
      source.close();
      refresh.stop();
    };
  }, [client, hub]);

  const live = useMemo<Live>(() => ({ connected, subscribe: hub.subscribe }), [connected, hub]);
  return <LiveContext.Provider value={live}>{children}</LiveContext.Provider>;
}

export function useLive(): Live {
  const live = useContext(LiveContext);
  if (live === null) throw new Error('useLive outside LiveProvider');
  return live;
}

const scopesOf = ({ kind }: LiveMessage): readonly string[] =>
  kind === 'issue'
    ? [queryKeys.search[0], 'issue', 'inspector']
    : kind === 'clock'
      ? ['clock', 'inspector']
      : kind === 'automation'
        ? ['automation']
        : kind === 'realtime'
          ? []
          : ['inspector'];

function messageHub() {
  const listeners = new Set<Listener>();
  return {
    subscribe(listener: Listener): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tell(message: LiveMessage): void {
      for (const listener of listeners) listener(message);
    },
  };
}

function refresher(run: (scopes: ReadonlySet<string>) => void) {
  let waiting = new Set<string>();
  let timer: number | undefined;
  const refresh = (scopes: readonly string[]) => {
    for (const scope of scopes) waiting.add(scope);
    timer ??= window.setTimeout(() => {
      const due = waiting;
      waiting = new Set();
      timer = undefined;
      run(due);
    }, quiet);
  };
  return Object.assign(refresh, { stop: () => window.clearTimeout(timer) });
}
