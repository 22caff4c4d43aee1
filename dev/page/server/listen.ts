import { createAdaptorServer } from '@hono/node-server';
import type { HttpBindings } from '@hono/node-server';
import type { Hono } from 'hono';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

type Door = Hono<{ Bindings: HttpBindings }>['fetch'];

export interface Listening {
  readonly port: number;
  /** Lets requests in; until then they are told to come back. */
  open(fetch: Door): void;
  /** Cuts open connections too. */
  close(): void;
}

/** Takes a port of the loopback interface; 0 takes a free one. Rejects with Node's error when it is taken. */
export async function listen(port: number): Promise<Listening> {
  let door: Door | null = null;
  const notYet = () =>
    new Response('Starting: the backlog is being scored.', {
      status: 503,
      headers: { 'retry-after': '2' },
    });
  const server = createAdaptorServer({
    fetch: (request, env) => door?.(request, env) ?? notYet(),
  }) as Server;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    open(fetch) {
      door = fetch;
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
