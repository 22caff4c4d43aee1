import { asText, type BenchReport } from './bench';
import { benchImport } from './import-memory';
import { benchPanel } from './panel/run';
import { benchPreview } from './preview/run';
import { benchRescore } from './rescore/run';
import { benchScoring } from './scoring/run';

const benches: Readonly<Record<string, () => Promise<BenchReport>>> = {
  scoring: benchScoring,
  rescore: benchRescore,
  preview: benchPreview,
  panel: benchPanel,
};

async function main([name = '', ...options]: readonly string[]): Promise<void> {
  if (name === 'import') return benchImport(Number(options[0] ?? 100_000));
  const bench = benches[name];
  if (bench === undefined) {
    process.stderr.write(
      `Name what to measure: npm run bench -- ${['import', ...Object.keys(benches)].join(' | ')} [--json]\n`,
    );
    process.exitCode = 2;
    return;
  }
  const report = await bench();
  process.stdout.write(
    options.includes('--json')
      ? `${JSON.stringify({ benches: report.benches })}\n`
      : `${asText(report)}\n`,
  );
}

void main(process.argv.slice(2));
