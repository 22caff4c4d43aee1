import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { rounded, type Bench, type BenchReport, type Benchmark } from '../bench';
import { firstLoad, type FirstLoad } from './first-load';
import { startTwoPages } from './two-pages';

const ROOT = join(__dirname, '../../..');
/** How much heavier than the bare page the panel's scripts may be. */
export const MOST_WEIGHT = 1.5;
const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const BARE = 'a page with React, the bridge, a lozenge, tabs and a dynamic table';

export const whole = (): Promise<BenchReport> => benchPanel(9);
export const short = async (): Promise<BenchReport> =>
  existsSync(CHROMIUM)
    ? benchPanel(1)
    : { benches: [], notes: [], leftOut: `there is no Chromium at ${CHROMIUM}` };
export const figures: Benchmark['figures'] = [
  'first-load-javascript',
  'first-load-javascript-allowed',
  'first-load-requests',
  'resolver-calls',
  'score-painted',
];

/** The panel's first load beside a bare page, both in the same Chromium, in turn, with nothing cached. */
async function benchPanel(runs: number): Promise<BenchReport> {
  const pages = await startTwoPages(ROOT, () => undefined);
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  try {
    const panel: FirstLoad[] = [];
    const bare: FirstLoad[] = [];
    // The first turn warms the server up, and waits for what the panel loads ahead in idle time.
    const ahead = await firstLoad(browser, pages.panel, 3_000);
    await firstLoad(browser, pages.bare);
    for (let run = 0; run < runs; run += 1) {
      panel.push(await firstLoad(browser, pages.panel));
      bare.push(await firstLoad(browser, pages.bare));
    }
    return reportOf(panel, bare, ahead);
  } finally {
    await browser.close();
    pages.close();
  }
}

function reportOf(
  panel: readonly FirstLoad[],
  bare: readonly FirstLoad[],
  ahead: FirstLoad,
): BenchReport {
  const compared = (
    name: string,
    unit: string,
    of: (load: FirstLoad) => number,
    allowed = 1,
  ): Bench => {
    const [ours, peer] = [median(panel.map(of)), median(bare.map(of)) * allowed];
    return {
      name,
      unit,
      ours: rounded(ours),
      peer: rounded(peer),
      peerName: allowed === 1 ? BARE : `${allowed} × ${BARE}: the most that is allowed`,
      ratio: rounded(peer / ours),
    };
  };
  const bytes = ({ scriptBytes }: FirstLoad): number => scriptBytes;
  const weight = median(panel.map(bytes)) / median(bare.map(bytes));
  return {
    benches: [
      compared('first-load-javascript', 'bytes gzipped', bytes),
      compared('first-load-javascript-allowed', 'bytes gzipped', bytes, MOST_WEIGHT),
      compared('first-load-requests', 'requests', ({ requests }) => requests),
      compared('resolver-calls', 'calls', ({ resolverCalls }) => resolverCalls),
      compared('score-painted', 'ms', ({ paintedMs }) => paintedMs),
    ],
    notes: [
      `The panel's scripts weigh ${rounded(weight)} times those of the bare page; ${MOST_WEIGHT} times is allowed.`,
      `Three seconds later, with what it loads ahead in idle time: ${rounded(ahead.scriptBytes)} bytes.`,
      ...[...(panel[0]?.scripts ?? [])]
        .sort((a, b) => b.bytes - a.bytes)
        .slice(0, 12)
        .map(({ file, bytes: each }) => `panel ${file}: ${each}`),
      ...[...(bare[0]?.scripts ?? [])]
        .sort((a, b) => b.bytes - a.bytes)
        .slice(0, 6)
        .map(({ file, bytes: each }) => `bare ${file}: ${each}`),
    ],
  };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
