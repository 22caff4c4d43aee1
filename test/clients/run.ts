import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { CURL_CALLS, type CurlCall } from './curl-calls';

const run = promisify(execFile);
const HERE = __dirname;
const ROOT = join(HERE, '../..');

/** What a client tried, what its scenario hopes for (`right` or `refused` by name), and what came: the same word, or what else. */
interface Tried {
  readonly client: string;
  readonly call: string;
  readonly hoped: string;
  readonly came: string;
}

/** Starts the local Jira, has clients that others wrote try it, and prints a line for each: fails when anything came out wrong. */
async function main(): Promise<void> {
  await installJiraClient();
  const host = spawn(
    process.execPath,
    [join(ROOT, 'node_modules/tsx/dist/cli.mjs'), 'dev/host.ts', '--port', '0'],
    { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  try {
    const url = await addressOf(host.stdout);
    const tried: Tried[] = [];
    for (const version of ['2', '3']) {
      tried.push(...(await told('/usr/bin/python3', ['python_jira.py', url, version])));
      tried.push(...(await told(process.execPath, ['jira-client.mjs', url, version])));
    }
    for (const call of CURL_CALLS) tried.push(await byCurl(url, call));
    report(tried);
  } finally {
    host.kill('SIGTERM');
  }
}

async function addressOf(stdout: NodeJS.ReadableStream): Promise<string> {
  const [line] = (await once(stdout, 'data')) as [Buffer];
  const url = /http:\/\/[^/\s]+/.exec(line.toString())?.[0];
  if (url === undefined) throw new Error(`The local Jira did not start: ${line.toString()}`);
  return url;
}

/** Its tree is installed here only, and once for each lock file. */
async function installJiraClient(): Promise<void> {
  const wanted = createHash('sha256')
    .update(readFileSync(join(HERE, 'package-lock.json')))
    .digest('hex');
  const stamp = join(HERE, 'node_modules/.installed-lock');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  await run('npm', ['ci', '--prefix', HERE, '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: HERE,
  });
  writeFileSync(stamp, wanted);
}

/** A client that ends early has tried less than it should have: that is an error, not a shorter list. */
async function told(command: string, args: readonly string[]): Promise<readonly Tried[]> {
  const { stdout } = await run(command, [...args], { cwd: HERE, maxBuffer: 1 << 24 });
  const tried = stdout
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Tried);
  if (tried.length < 30) throw new Error(`${args.join(' ')} tried ${tried.length} calls only.`);
  return tried;
}

async function byCurl(url: string, call: CurlCall): Promise<Tried> {
  const { method = 'GET', path, body, as = 'admin@example.com' } = call;
  const { stdout } = await run('curl', [
    ...['--silent', '--max-time', '30', '--write-out', '\n%{http_code}'],
    ...(method === 'HEAD' ? ['--head', '--output', '/dev/null'] : ['--request', method]),
    ...(as === '-' ? [] : ['--user', `${as}:local`]),
    ...(body === undefined
      ? []
      : [
          ...['--header', `content-type: ${call.contentType ?? 'application/json'}`],
          ...['--data', JSON.stringify(body)],
        ]),
    `${url}${path.startsWith('/rest') ? '' : '/rest/api/3'}${path}`,
  ]);
  const at = stdout.lastIndexOf('\n');
  const [answer, status] = [stdout.slice(0, at), Number(stdout.slice(at + 1))];
  const named = answer.includes('The stand-in does not model');
  const hoped =
    call.status === 501 || (call.says?.source.includes('stand-in') ?? false) ? 'refused' : 'right';
  const fits =
    status === call.status && (call.says?.test(answer) ?? true) && named === (hoped === 'refused');
  return {
    client: 'curl',
    call: `${method} ${path}`,
    hoped,
    came: fits ? hoped : `${status} ${answer.slice(0, 300)}`,
  };
}

function report(tried: readonly Tried[]): void {
  for (const client of new Set(tried.map((each) => each.client)))
    console.log(
      inWords(
        client,
        tried.filter((each) => each.client === client),
      ),
    );
  console.log(inWords('Together', tried));
  const wrong = tried.filter(({ hoped, came }) => hoped !== came);
  for (const { client, call, hoped, came } of wrong)
    console.log(
      `wrong: ${client}: ${call}: ${hoped === 'right' ? 'should work' : 'should be refused by name'}, ${came}`,
    );
  if (wrong.length > 0) process.exitCode = 1;
}

function inWords(name: string, tried: readonly Tried[]): string {
  const count = (word: string) =>
    tried.filter(({ hoped, came }) => hoped === word && came === word).length;
  const [right, refused] = [count('right'), count('refused')];
  return `${name}: ${tried.length} calls tried · ${right} right · ${refused} refused by name · ${tried.length - right - refused} wrong`;
}

main().catch((problem: unknown) => {
  console.error(problem instanceof Error ? problem.message : problem);
  process.exitCode = 1;
});
