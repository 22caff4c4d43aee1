import { join } from 'node:path';
import { listen } from '../../dev/page/server/listen';
import { createPage } from '../../dev/page/server/page-server';
import { type PageWorld } from '../../dev/page/server/page-world';

const root = join(__dirname, '..', '..');

/** Serves a world of a test's own on a free port, in a process of its own, until it is told to end. Says when it is ready, as `npm start` does. */
export async function serveOwn(
  make: (address: string) => Promise<Omit<PageWorld, 'root' | 'home'>>,
): Promise<void> {
  const server = await listen(0);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      server.close();
      process.exit(0);
    });
  }
  const address = `http://127.0.0.1:${String(server.port)}`;
  server.open(createPage({ root, home: null, ...(await make(address)) }).app.fetch);
  console.log(`Ballast is ready: ${address}`);
}
