import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(__dirname, '../../..');
const start = (...args: string[]): ChildProcess =>
  spawn(process.execPath, [join(root, 'node_modules/tsx/dist/cli.mjs'), 'dev/host.ts', ...args], {
    cwd: root,
  });

/** Everything the process says until it ends. */
async function ending(
  child: ChildProcess,
): Promise<{ readonly code: unknown; readonly said: string }> {
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
  const [code] = (await once(child, 'close')) as unknown[];
  return { code, said };
}

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'host-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('serves an export until it is stopped', async () => {
  const file = join(folder, 'export.json');
  await writeFile(
    file,
    JSON.stringify([
      {
        id: '1',
        key: 'BIKE-1',
        fields: {
          summary: 'Chain falls off',
          created: '2026-01-01T00:00:00.000+0000',
          project: { key: 'BIKE', name: 'Bike' },
          issuetype: { name: 'Bug' },
          status: { name: 'Open', statusCategory: { key: 'new' } },
        },
      },
    ]),
  );
  const child = start('--port', '0', '--import', file);
  const ended = ending(child);
  const [line] = (await once(child.stdout!, 'data')) as [Buffer];
  const [url] = /http:\S+/.exec(line.toString()) ?? [];
  const response = await fetch(`${url ?? ''}/issue/BIKE-1?fields=summary`, {
    headers: {
      authorization: `Basic ${Buffer.from('admin@example.com:local').toString('base64')}`,
    },
  });
  expect(await response.json()).toMatchObject({
    key: 'BIKE-1',
    self: expect.stringContaining('http://127.0.0.1:'),
    fields: { summary: 'Chain falls off' },
  });
  child.kill('SIGINT');
  expect(await ended).toMatchObject({ code: 0, said: expect.stringContaining('1 issues') });
});

test.each([
  [[], 'Say which port to listen on'],
  [['--port', '70000'], 'from 0 to 65535'],
  [['--port', '0', '--improt', 'x'], "Unknown option '--improt'"],
  [['--port', '0', '--import', 'no-such-file.json'], 'no-such-file.json cannot be imported'],
])('with %j it says what to do and ends with 2', async (args, words) => {
  expect(await ending(start(...args))).toMatchObject({
    code: 2,
    said: expect.stringContaining(words),
  });
});
