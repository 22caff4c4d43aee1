import { writeFile } from 'node:fs/promises';
import { BadArguments, readArguments, usage } from './arguments';
import { backtestReport } from './backtest/report';
import { runBacktest } from './backtest/run-backtest';
import { rankingCsv } from './csv';
import { report } from './report';
import { runPilot } from './run-pilot';
import { Refused } from './score-backlog';
import { runSignals } from './signals/run-signals';
import { asksForSignals } from './signals/signals-arguments';

const BAD_INPUT = 2;

async function main(): Promise<void> {
  const argv = process.argv.slice(2);
  if (asksForSignals(argv)) {
    process.stdout.write(`${await runSignals(argv)}\n`);
    return;
  }
  const args = readArguments(argv);
  if (args.backtest !== null) {
    const outcome = await runBacktest(args, args.backtest);
    const text = args.output.as === 'json' ? JSON.stringify(outcome) : backtestReport(outcome);
    process.stdout.write(`${text}\n`);
    return;
  }
  const outcome = await runPilot(args);
  process.stdout.write(
    args.output.as === 'json' ? `${JSON.stringify(outcome)}\n` : `${report(outcome)}\n`,
  );
  if (args.output.as === 'csv') await writeFile(args.output.file, rankingCsv(outcome.issues));
}

main().catch((failure: unknown) => {
  if (failure instanceof BadArguments || failure instanceof Refused) {
    process.stderr.write(
      `${failure.message}\n${failure instanceof BadArguments && failure.showUsage ? `\n${usage}\n` : ''}`,
    );
    process.exitCode = BAD_INPUT;
    return;
  }
  throw failure;
});
