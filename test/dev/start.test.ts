import { spawnSync } from 'node:child_process';
import { createServer } from 'node:http';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readOptions, UsageProblem } from '../../dev/start-options';

describe('the command line', () => {
  test('nothing said means the sample on the usual port', () => {
    expect(readOptions([])).toEqual({ importFile: null, asOf: null, port: 4520, undecided: false });
  });

  test('a day means its noon, a time means itself', () => {
    expect(readOptions(['--as-of', '2017-12-31']).asOf).toBe(Date.parse('2017-12-31T12:00:00Z'));
    expect(readOptions(['--as-of', '2017-12-31T08:30:00Z']).asOf).toBe(
      Date.parse('2017-12-31T08:30:00Z'),
    );
  });

  test.each([
    [['--as-of', '2017-02-30'], '"2017-02-30" is not a date: write it as 2026-11-20.'],
    [['--as-of', 'soon'], '"soon" is not a date: write it as 2026-11-20.'],
    [['--port', 'http'], '"http" is not a port: give a whole number from 0 to 65535.'],
    [['--port', '70000'], '"70000" is not a port: give a whole number from 0 to 65535.'],
    [['--verbose'], /Unknown option '--verbose'[\s\S]*npm start \[-- --import FILE/],
    [['file.json'], /file\.json[\s\S]*npm start \[-- --import FILE/],
  ])('%j is refused in words', (args, words) => {
    expect(() => readOptions(args)).toThrow(UsageProblem);
    expect(() => readOptions(args)).toThrow(words);
  });
});

describe('npm start', () => {
  const start = (...args: readonly string[]) =>
    spawnSync(process.execPath, ['--import', 'tsx', 'dev/start.ts', ...args], {
      cwd: join(__dirname, '../..'),
      encoding: 'utf8',
      timeout: 25_000,
    });

  test('names every fault of a file with its line and ends with 2', () => {
    const folder = mkdtempSync(join(tmpdir(), 'start-'));
    writeFileSync(
      join(folder, 'broken.jsonl'),
      '{"key":"A-1","fields":{"summary":"x"}}\n{"key":\n',
    );
    const { status, stderr } = start('--port', '0', '--import', join(folder, 'broken.jsonl'));
    rmSync(folder, { recursive: true });
    expect(stderr).toMatch(/broken\.jsonl cannot be imported:\n\s+line 2/);
    expect(status).toBe(2);
  });

  test('says that the port is taken and ends with 2', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => {
      other.listen(0, '127.0.0.1', resolve);
    });
    const { port } = other.address() as AddressInfo;
    const { status, stderr } = start('--port', String(port));
    other.close();
    expect(stderr.trim()).toBe(
      `Port ${String(port)} cannot be used: something else listens there. Choose another with --port.`,
    );
    expect(status).toBe(2);
  });
});
