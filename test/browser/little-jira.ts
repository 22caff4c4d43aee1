import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Browser, type Frame, type Page } from 'playwright-core';
import { saidAddress } from './said-address';

const root = join(__dirname, '..', '..');
const artefacts = join(root, 'artefacts');

/** Among the options: with what the sample's team has decided. Without, tests begin at the built-in rubric. */
export const DECIDED = 'decided';

export interface LittleJira {
  readonly browser: Browser;
  readonly address: string;
  close(): Promise<void>;
}

declare global {
  /** What environment.js tells the tests of a file. */
  var ballastWorld: { failed(test: string): Promise<void>; again(): void } | undefined;
}

type Prepare = (jira: LittleJira) => Promise<void>;
const nothing: Prepare = () => Promise.resolve();

/** A little Jira that serves, without the browser. */
interface Served {
  readonly address: string;
  close(): Promise<void>;
}

/**
 * One little Jira for the tests of a file, made ready by `prepare`. A test that is tried again gets a new one, as what the first try
 * did would stand in its way. What its pages showed when it failed is kept among the artefacts.
 */
export function littleJira(prepare: Prepare = nothing, ...options: readonly string[]): LittleJira {
  const given = options.filter((option) => option !== DECIDED);
  return forThisFile(prepare, () =>
    freshInRoom(options.includes(DECIDED) ? given : ['--undecided', ...given]),
  );
}

/** The same in a process of its own, by another script: its path and what it is given. */
export function jiraOf(script: readonly string[], prepare: Prepare = nothing): LittleJira {
  return forThisFile(prepare, () => startScript(script));
}

function forThisFile(prepare: Prepare, serve: () => Promise<Served>): LittleJira {
  let running: LittleJira | undefined;
  let stale = false;
  const start = async (): Promise<void> => {
    running = await withBrowser(await serve());
    await prepare(running);
  };
  const world = (): LittleJira => {
    if (running === undefined) throw new Error('The little Jira runs only inside of tests');
    return running;
  };
  beforeAll(start);
  beforeEach(async () => {
    if (!stale) return;
    stale = false;
    await world().close();
    await start();
  });
  afterAll(() => running?.close());
  globalThis.ballastWorld = {
    failed: (test) => keepWhatIsShown(world().browser, test),
    again() {
      stale = true;
    },
  };
  return {
    get browser() {
      return world().browser;
    },
    get address() {
      return world().address;
    },
    close: () => world().close(),
  };
}

async function keepWhatIsShown(browser: Browser, test: string): Promise<void> {
  mkdirSync(artefacts, { recursive: true });
  const pages = browser.contexts().flatMap((context) => context.pages());
  for (const [at, page] of pages.entries()) {
    const name = join(artefacts, `failed-${test.replaceAll(/\W+/gu, '-').slice(0, 60)}-${at}`);
    const texts = await Promise.all(
      page
        .frames()
        .map(
          async (frame) =>
            `── ${frame.url()}\n${await frame.locator('body').innerText({ timeout: 2_000 }).catch(String)}`,
        ),
    );
    writeFileSync(`${name}.txt`, texts.join('\n'));
    await page
      .screenshot({ path: `${name}.png`, fullPage: true, timeout: 10_000 })
      .catch(() => undefined);
    // The next test, or the next try, begins with none of these.
    await page.close();
  }
}

/** The Chromium that all files share, with pages of this file's own. */
async function withBrowser({ address, close }: Served): Promise<LittleJira> {
  const browser = await chromium.connect(process.env['BROWSER_ENDPOINT'] ?? '');
  return {
    browser,
    address,
    async close() {
      await browser.close();
      await close();
    },
  };
}

/** What `npm start` serves with these options, in the process that this worker's files share (room.ts). */
async function freshInRoom(options: readonly string[]): Promise<Served> {
  const rooms = JSON.parse(process.env['BROWSER_ROOMS'] ?? '[]') as readonly string[];
  const room = rooms[Number(process.env['JEST_WORKER_ID']) - 1] ?? '';
  const answer = await fetch(room, { method: 'POST', body: JSON.stringify(options) });
  const address = await answer.text();
  if (!answer.ok) throw new Error(address);
  return {
    address,
    async close() {
      await fetch(room, { method: 'DELETE' });
    },
  };
}

async function startScript(script: readonly string[]): Promise<Served> {
  const server = spawn(join(root, 'node_modules', '.bin', 'tsx'), [...script], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return {
    address: await saidAddress(server, 'Ballast is ready'),
    async close() {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGINT');
      await ended;
    },
  };
}

export type Scheme = 'light' | 'dark';

/** A page that fails the test on any script error or message of the console's error level. */
export async function openPage(
  { browser, address }: LittleJira,
  path: string,
  {
    scheme = 'light',
    width = 1280,
    height = 1000,
  }: { scheme?: Scheme; width?: number; height?: number } = {},
): Promise<{ readonly page: Page; readonly errors: readonly string[] }> {
  const page = await browser.newPage({ viewport: { width, height }, colorScheme: scheme });
  const errors: string[] = [];
  page.on('pageerror', (error) => {
    errors.push(error.message);
  });
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.goto(`${address}${path}`);
  return { page, errors };
}

/** The app's surface in its frame, once it shows something. */
export async function surface(
  page: Page,
  title: 'panel' | 'glance' | 'settings' | 'admin',
): Promise<Frame> {
  const handle = await page.waitForSelector(`iframe[src*="surface=ballast-${title}"]`);
  const frame = await handle.contentFrame();
  if (!frame) throw new Error(`The ${title} has no frame`);
  await frame.waitForSelector('main');
  return frame;
}

export async function screenshot(page: Page, name: string): Promise<void> {
  mkdirSync(artefacts, { recursive: true });
  await page.screenshot({ path: join(artefacts, `${name}.png`) });
}

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly impact: string | null;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

/** Serious and critical findings of axe-core in a page or a frame. */
export async function seriousFindings(where: Page | Frame): Promise<readonly string[]> {
  await where.evaluate(await readFile(require.resolve('axe-core/axe.min.js'), 'utf8'));
  // Frames are looked at one by one: each surface runs by itself on a real site.
  const { violations } = await where.evaluate<AxeResult>(
    'axe.run(document, { iframes: false, resultTypes: ["violations"] })',
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200) ?? ''}`);
}
