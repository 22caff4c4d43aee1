import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { chromium, type BrowserServer } from 'playwright-core';
import { buildIfStale, pageBundle, uiBundle } from '../../dev/page/build-if-stale';
import { saidAddress } from './said-address';

const root = join(__dirname, '..', '..');

declare global {
  /** What end-shared.ts calls, in the same process. */
  var endShared: (() => Promise<void>) | undefined;
}

/**
 * Starts what the browser tests of all files share: one build of the two bundles, one Chromium, and for each worker a process in which
 * little Jiras run, one after the other. The environment tells the workers where they are.
 */
// eslint-disable-next-line no-restricted-syntax -- what Jest calls by itself is the default export
export default async function startShared({
  maxWorkers,
}: {
  readonly maxWorkers: number;
}): Promise<void> {
  for (const bundle of [uiBundle, pageBundle]) buildIfStale(root, bundle, console.log);
  const rooms = Array.from({ length: maxWorkers }, openRoom);
  const browser = await launchChromium();
  globalThis.endShared = async () => {
    for (const room of rooms) room.kill();
    await browser.close();
  };
  process.env['BROWSER_ENDPOINT'] = browser.wsEndpoint();
  process.env['BROWSER_ROOMS'] = JSON.stringify(
    await Promise.all(rooms.map((room) => saidAddress(room, 'The room is open'))),
  );
}

function openRoom(): ChildProcess {
  // Its standard input ends with this process, whatever ends it.
  return spawn(process.execPath, ['--import', 'tsx', 'test/browser/room.ts'], {
    cwd: root,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
}

function launchChromium(): Promise<BrowserServer> {
  return chromium.launchServer({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
      '--no-first-run',
    ],
  });
}
