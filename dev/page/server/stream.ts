import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { LiveMessage } from '../wire';

export interface LiveFeed {
  send(message: LiveMessage): void;
  /** Answers with a stream that ends when the reader leaves or the feed is closed. */
  stream(c: Context): Response;
  close(): void;
}

/** How often a quiet stream says something, so that a reader notices a lost connection; in milliseconds. */
const heartbeat = 15_000;

export function liveFeed(): LiveFeed {
  const readers = new Set<(message: LiveMessage) => void>();
  const endings = new Set<() => void>();
  return {
    send(message) {
      for (const reader of readers) reader(message);
    },
    stream: (c) =>
      streamSSE(c, async (sse) => {
        let end = (): void => undefined;
        const ended = new Promise<void>((resolve) => {
          end = resolve;
        });
        endings.add(end);
        sse.onAbort(end);
        const reader = (message: LiveMessage) =>
          void sse.writeSSE({ data: JSON.stringify(message) });
        readers.add(reader);
        const timer = setInterval(() => void sse.write(': still here\n\n'), heartbeat);
        await sse.write('retry: 2000\n\n');
        await ended;
        clearInterval(timer);
        readers.delete(reader);
        endings.delete(end);
      }),
    close() {
      for (const end of endings) end();
    },
  };
}
