import { asText, type Benchmark } from './bench';
import { runShortForms } from './short-forms';

/** Loaded one at a time: each begins in a process where nothing has run yet. */
const benchmarks: Readonly<Record<string, () => Promise<Benchmark>>> = {
  scoring: () => import('./scoring/run'),
  event: () => import('./event/run'),
  rescore: () => import('./rescore/run'),
  preview: () => import('./preview/run'),
  import: () => import('./import/run'),
  points: () => import('./points/run'),
  storm: () => import('./storm/run'),
  panel: () => import('./panel/run'),
};

async function main([name = '', ...options]: readonly string[]): Promise<void> {
  if (name === 'short') return runShortForms(benchmarks);
  const load = benchmarks[name];
  if (load === undefined) {
    process.stderr.write(
      `Name what to measure: npm run bench -- ${Object.keys(benchmarks).join(' | ')} [--short] [--json], or short for the short form of each\n`,
    );
    process.exitCode = 2;
    return;
  }
  const { whole, short } = await load();
  const report = await (options.includes('--short') ? short() : whole(options));
  const { benches, leftOut } = report;
  process.stdout.write(
    options.includes('--json')
      ? `${JSON.stringify({ benches, leftOut })}\n`
      : `${asText(report)}\n`,
  );
}

void main(process.argv.slice(2));
