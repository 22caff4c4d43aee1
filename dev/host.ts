import { parseArgs } from 'node:util';
import { readBacklog } from './backlog';
import { realClock } from './forge/clock-real';
import { guardedJira } from './guarded-jira';
import { API_TOKEN } from './jira/jira-http';
import { ADMIN, createJiraSite } from './jira/site';
import { listen, type Listening } from './page/server/listen';
import { UsageProblem } from './start-options';

const USAGE = 'npm run host -- --port N [--import FILE]';

/** The Jira stand-in alone, for any Jira client: an export, or the bundled sample. A signal stops it. */
async function main(): Promise<void> {
  const { port, importFile } = readArguments(process.argv.slice(2));
  const server = await takePort(port);
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      server.close();
    });
  const { snapshot } = await readBacklog({ importFile, asOf: null, undecided: true }).catch(
    (problem: unknown) => {
      server.close();
      throw problem;
    },
  );
  const baseUrl = `http://127.0.0.1:${server.port}`;
  const site = createJiraSite({ clock: realClock(), baseUrl });
  site.bulkLoad(snapshot);
  server.open(guardedJira(site).fetch);
  console.log(
    `Jira stand-in with ${site.counts.issues} issues: ${baseUrl}/rest/api/3 · log in as ${ADMIN.email} with the API token "${API_TOKEN}"`,
  );
}

function readArguments(args: readonly string[]): {
  readonly port: number;
  readonly importFile: string | null;
} {
  const values = parse(args);
  const port = Number(values.port);
  if (values.port === undefined || !Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new UsageProblem(
      `Say which port to listen on, a whole number from 0 to 65535.\n${USAGE}`,
    );
  }
  return { port, importFile: values.import ?? null };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: { port: { type: 'string' }, import: { type: 'string' } },
    }).values;
  } catch (problem) {
    throw new UsageProblem(
      `${problem instanceof Error ? problem.message : String(problem)}\n${USAGE}`,
    );
  }
}

async function takePort(port: number): Promise<Listening> {
  return listen(port).catch((problem: unknown) => {
    if (
      problem instanceof Error &&
      'code' in problem &&
      (problem.code === 'EADDRINUSE' || problem.code === 'EACCES')
    ) {
      throw new UsageProblem(
        `Port ${port} cannot be used (${problem.code}). Choose another with --port.`,
      );
    }
    throw problem;
  });
}

main().catch((problem: unknown) => {
  if (!(problem instanceof UsageProblem)) throw problem;
  console.error(problem.message);
  process.exitCode = 2;
});
