import { SingleBar } from 'cli-progress';
import { join } from 'node:path';
import { readBacklog } from './backlog';
import type { DevSite } from './dev-site';
import { buildIfStale, pageBundle, uiBundle } from './page/build-if-stale';
import { listen, type Listening } from './page/server/listen';
import { scoreEverything } from './score-everything';
import { scoredJira } from './scored-jira';
import { readOptions, UsageProblem } from './start-options';

const root = join(__dirname, '..');

/** Starts the little Jira with the app on it; a signal stops everything. */
async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  const server = await takePort(options.port);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      server.close();
      process.exit(0);
    });
  }
  const backlog = await readBacklog(options).catch((problem: unknown) => {
    server.close();
    throw problem;
  });
  for (const bundle of [uiBundle, pageBundle]) buildIfStale(root, bundle, console.log);

  const address = `http://127.0.0.1:${String(server.port)}`;
  server.open((await scoredJira(backlog, address, score)).fetch);
  console.log(`Ballast is ready: ${address}`);
}

async function takePort(port: number): Promise<Listening> {
  return listen(port).catch((problem: unknown) => {
    if (
      problem instanceof Error &&
      'code' in problem &&
      (problem.code === 'EADDRINUSE' || problem.code === 'EACCES')
    ) {
      throw new UsageProblem(
        `Port ${String(port)} cannot be used: ${problem.code === 'EACCES' ? 'it needs more rights' : 'something else listens there'}. Choose another with --port.`,
      );
    }
    throw problem;
  });
}

async function score(dev: DevSite): Promise<void> {
  const bar = new SingleBar({
    format: 'Scoring {bar} {value}/{total} open issues',
    noTTYOutput: false,
    clearOnComplete: true,
    hideCursor: true,
  });
  let started = false;
  const failure = await scoreEverything(dev, (scored, open) => {
    if (started) bar.update(scored);
    else bar.start(open, scored);
    started = true;
  });
  bar.stop();
  if (failure !== null)
    console.error(
      `The app failed while it scored the backlog: ${failure}. The platform tries again; the inspector shows how it goes.`,
    );
}

main().catch((problem: unknown) => {
  if (!(problem instanceof UsageProblem)) throw problem;
  console.error(problem.message);
  process.exitCode = 2;
});
