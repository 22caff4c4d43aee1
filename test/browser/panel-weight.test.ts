import { chromium, type Browser } from 'playwright-core';
import { join } from 'node:path';
import { firstLoad, type FirstLoad } from '../../dev/bench/panel/first-load';
import { MOST_WEIGHT } from '../../dev/bench/panel/run';
import { startTwoPages, type TwoPages } from '../../dev/bench/panel/two-pages';

/** What the panel loads ahead in idle time begins two seconds after its start. Milliseconds. */
const IDLE_MS = 3_000;

describe('the first load of the panel', () => {
  let pages: TwoPages;
  let browser: Browser;
  let panel: FirstLoad;
  let bare: FirstLoad;
  beforeAll(async () => {
    pages = await startTwoPages(join(__dirname, '../..'), () => undefined);
    browser = await chromium.launch({
      executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    });
    panel = await firstLoad(browser, pages.panel, IDLE_MS);
    bare = await firstLoad(browser, pages.bare, IDLE_MS);
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    pages.close();
  });

  it('weighs at most one and a half times a page with React, the bridge, a lozenge, tabs and a dynamic table, with what it loads ahead', () => {
    expect(bare.scriptBytes).toBeGreaterThan(100_000);
    expect(panel.scriptBytes).toBeGreaterThan(bare.scriptBytes);
    expect(panel.scriptBytes / bare.scriptBytes).toBeLessThanOrEqual(MOST_WEIGHT);
  });

  it('asks the resolver once', () => {
    expect([panel.resolverCalls, bare.resolverCalls]).toEqual([1, 1]);
  });
});
