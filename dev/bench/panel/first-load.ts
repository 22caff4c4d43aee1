import type { Browser, Page } from 'playwright-core';
import { gzipSync } from 'node:zlib';

/** What a person's browser does until a surface shows its first view, with nothing cached. */
export interface FirstLoad {
  /** JavaScript that the surface asked for, each file gzipped. Bytes. */
  readonly scriptBytes: number;
  readonly scripts: readonly { readonly file: string; readonly bytes: number }[];
  /** Files of the surface: page, scripts, styles. */
  readonly requests: number;
  /** Questions to the resolver. */
  readonly resolverCalls: number;
  /** From the start of the frame's navigation until the frame after the one that has the score in it. Milliseconds. */
  readonly paintedMs: number;
}

/** Where both pages show the score. */
const SCORE = '[aria-live="polite"] strong';

/** What the first view asks for once it shows, such as a form below the table, is part of the load. Milliseconds. */
const QUIET_MS = 500;

/** Runs in every frame before its own scripts. */
const watch = `if (window !== top) {
  const observer = new MutationObserver(() => {
    if (document.querySelector(${JSON.stringify(SCORE)}) === null) return;
    observer.disconnect();
    requestAnimationFrame(() => requestAnimationFrame(() => { window.scorePaintedAt = performance.now(); }));
  });
  observer.observe(document, { subtree: true, childList: true });
}`;

/**
 * Loads a page that holds one surface. What the surface loads in idle time after its first view is counted too, up to `idleMs` after.
 * @throws when no score shows within 30 seconds
 */
export async function firstLoad(browser: Browser, address: string, idleMs = 0): Promise<FirstLoad> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 1000 } });
  const page = await context.newPage();
  const files: Promise<{ readonly file: string; readonly bytes: number }>[] = [];
  let requests = 0;
  let resolverCalls = 0;
  page.on('request', (request) => {
    if (new URL(request.url()).pathname.startsWith('/__forge/ui/')) requests += 1;
    if (
      request.url().endsWith('/__forge/bridge') &&
      (request.postData() ?? '').includes('"command":"invoke"')
    )
      resolverCalls += 1;
  });
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (pathname.startsWith('/__forge/ui/') && pathname.endsWith('.js'))
      files.push(
        response.body().then((body) => ({
          file: pathname.slice(pathname.lastIndexOf('/') + 1),
          bytes: gzipSync(body).length,
        })),
      );
  });
  await page.addInitScript(watch);
  await page.goto(address);
  const paintedMs = await scorePaintedAt(page);
  await page.waitForTimeout(QUIET_MS + idleMs);
  const scripts = await Promise.all(files);
  await context.close();
  return {
    scriptBytes: scripts.reduce((sum, { bytes }) => sum + bytes, 0),
    scripts,
    requests,
    resolverCalls,
    paintedMs,
  };
}

async function scorePaintedAt(page: Page): Promise<number> {
  const handle = await page.waitForSelector('iframe');
  const frame = await handle.contentFrame();
  if (frame === null) throw new Error('The surface has no frame');
  await frame.waitForSelector(SCORE);
  return frame.evaluate<number>(
    'new Promise((tell) => { const look = () => window.scorePaintedAt === undefined ? requestAnimationFrame(look) : tell(window.scorePaintedAt); look(); })',
  );
}
