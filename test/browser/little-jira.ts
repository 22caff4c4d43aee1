import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Browser, type Frame, type Page } from 'playwright-core';

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

/**
 * One little Jira for the tests of a file, made ready by `prepare`. A test that is tried again gets a new one, as what the first try
 * did would stand in its way. What its pages showed when it failed is kept among the artefacts.
 */
export function littleJira(
  prepare: (jira: LittleJira) => Promise<void> = () => Promise.resolve(),
  ...options: readonly string[]
): LittleJira {
  return jiraOf(
    [
      'dev/start.ts',
      '--port',
      '0',
      ...(options.includes(DECIDED) ? [] : ['--undecided']),
      ...options.filter((option) => option !== DECIDED),
    ],
    prepare,
  );
}

/** The same, started by another script: its path and what it is given. */
export function jiraOf(
  script: readonly string[],
  prepare: (jira: LittleJira) => Promise<void> = () => Promise.resolve(),
): LittleJira {
  let running: LittleJira | undefined;
  let stale = false;
  const start = async (): Promise<void> => {
    running = await startLittleJira(script);
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

/** `npm start` as a person runs it, on a free port, and a headless Chromium beside it. */
async function startLittleJira(script: readonly string[]): Promise<LittleJira> {
  const server = spawn(join(root, 'node_modules', '.bin', 'tsx'), [...script], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const address = await readyAddress(server);
  const browser = await chromium.launch({
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
  return {
    browser,
    address,
    async close() {
      await browser.close();
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGINT');
      await ended;
    },
  };
}

async function readyAddress(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    server.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const address = /Ballast is ready: (http:\S+)/u.exec(said)?.[1];
      if (address !== undefined) resolve(address);
    });
    server.once('exit', (code) => {
      reject(new Error(`npm start ended with ${String(code)}: ${said}`));
    });
  });
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
