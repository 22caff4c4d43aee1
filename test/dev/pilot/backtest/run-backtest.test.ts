import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readArguments } from '../../../../dev/pilot/arguments';
import type { BacktestOutcome } from '../../../../dev/pilot/backtest/outcome';
import { backtestReport } from '../../../../dev/pilot/backtest/report';
import { runBacktest } from '../../../../dev/pilot/backtest/run-backtest';

interface Row {
  readonly key: string;
  readonly priority: string;
  readonly created: string;
  readonly closed?: string;
  readonly resolution?: string;
  readonly project?: string;
}

const folder = mkdtempSync(join(tmpdir(), 'backtest-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Without any changelog, as many exports are. */
function line({ key, priority, created, closed, resolution = 'Fixed' }: Row): string {
  const status = closed === undefined ? ['Open', 'new'] : ['Closed', 'done'];
  return JSON.stringify({
    key,
    fields: {
      summary: key,
      issuetype: { name: 'Bug' },
      priority: { name: priority },
      created: `${created}T00:00:00.000+0000`,
      updated: `${closed ?? created}T00:00:00.000+0000`,
      status: { name: status[0], statusCategory: { key: status[1] } },
      resolution: closed === undefined ? null : { name: resolution },
      resolutiondate: closed === undefined ? null : `${closed}T00:00:00.000+0000`,
    },
  });
}

const rows: readonly Row[] = [
  { key: 'SEA-1', priority: 'High', created: '2020-01-01', closed: '2020-08-01' },
  { key: 'SEA-2', priority: 'Low', created: '2020-02-01', closed: '2020-09-01' },
  { key: 'SEA-3', priority: 'High', created: '2020-03-01' },
  { key: 'SEA-4', priority: 'Low', created: '2020-04-01' },
  {
    key: 'SEA-5',
    priority: 'Low',
    created: '2020-05-01',
    closed: '2020-07-20',
    resolution: 'Duplicate',
  },
  { key: 'SEA-6', priority: 'High', created: '2020-05-01', closed: '2020-06-01' },
  { key: 'SEA-7', priority: 'High', created: '2020-10-01', closed: '2021-01-01' },
  { key: 'HELP-1', priority: 'High', created: '2020-01-01', closed: '2020-08-01' },
];

async function run(...options: readonly string[]): Promise<BacktestOutcome> {
  const file = join(folder, 'sea.jsonl');
  writeFileSync(file, rows.map(line).join('\n'));
  const args = readArguments([file, ...options]);
  if (args.backtest === null) throw new Error('No backtest was asked for');
  return runBacktest(args, args.backtest);
}

describe('a backtest', () => {
  it('compares the issues open on the day with those fixed afterwards', async () => {
    const outcome = await run('--backtest', '2020-06-30', '--support-project', 'HELP');
    const [day] = outcome.days;
    expect(day).toMatchObject({
      ...{ day: '2020-06-30', open: 5, evidence: 1 },
      fixed: { within90: 2, within365: null },
    });
    expect(outcome.resolutions).toEqual({ fixed: ['Fixed'], other: ['Duplicate'] });
    const auc = Object.fromEntries(
      (day?.orders ?? []).map(({ id, within90 }) => [id, within90.auc?.value]),
    );
    // Fixed: SEA-1 (High) and SEA-2 (Low); others: SEA-3 (High), SEA-4 and SEA-5 (Low).
    expect(auc['priority alone']).toBeCloseTo((0.5 + 1 + 1 + 0 + 0.5 + 0.5) / 6);
    // As it counts: on the two oldest it has faded, so that SEA-1 comes after SEA-3, and SEA-2 after all.
    expect(auc['criterion priority']).toBeCloseTo(2 / 6);
    // They are the two oldest, and nobody touched anything until then.
    expect(auc['newest first']).toBe(0);
    expect(auc['last touched first']).toBe(0);
    expect(auc['criterion stated-value']).toBe(0.5);
  });

  it('goes on in steps, and leaves out the days of which the end is not known', async () => {
    const outcome = await run('--backtest', '2020-06-30', '--to', '2020-12-31', '--step', '60d');
    expect(outcome.days.map(({ day }) => day)).toEqual(['2020-06-30', '2020-08-29']);
    expect(outcome.tooLate).toEqual(['2020-10-28', '2020-12-27']);
    expect(outcome.days[1]?.open).toBe(3);
  });

  it('says when every day is too late', async () => {
    await expect(run('--backtest', '2020-12-31')).rejects.toThrow(
      /2020-12-31: too late, since the file ends on 2021-01-01.*Take 2020-10-03 or earlier/u,
    );
  });

  it('gives the same figures each time', async () => {
    const [one, other] = [
      await run('--backtest', '2020-06-30'),
      await run('--backtest', '2020-06-30'),
    ];
    expect(one).toEqual(other);
  });

  it('is told as text that says what counts as fixed and what nobody can tell', async () => {
    const text = backtestReport(
      await run('--backtest', '2020-06-30', '--to', '2020-12-31', '--step', '60d'),
    );
    expect(text).toContain('Fixed means resolved as Fixed; not Duplicate');
    expect(text).toContain('left out: 2020-10-28, 2020-12-27');
    expect(text).toMatch(
      /2020-06-30: 6 open issues, 3 of them fixed within 90 days; the file ends/u,
    );
    expect(text).toMatch(
      /4 issues were edited after 2020-06-30: .*; 4 of them without any change/u,
    );
    expect(text).toMatch(/^ {2}Priority alone +\.\d{3} \(\.?\d/mu);
    expect(text).toMatch(/the largest tie \d+\.\d %/u);
  });
});
