import { readFileSync } from 'node:fs';
import { pilot, type PilotReport } from './pilot';
import { realData } from './real-data';

const OPTIONS = ['--as-of', '2017-12-31', '--support-project', 'AC'];

/** Tenths of a point: what a line shows, without the noise of binary fractions. */
function tenths(points: number): number {
  return Math.round(points * 10);
}

function wronglyAdded({ issues }: PilotReport): readonly string[] {
  return issues
    .filter(
      ({ score, lines }) =>
        score !== null &&
        tenths(score) !== lines.reduce((sum, { contribution }) => sum + tenths(contribution), 0),
    )
    .map(({ key }) => key);
}

function outsideTheirRange({ issues }: PilotReport): readonly string[] {
  return issues
    .filter(({ score, low, high }) => score !== null && (score < low || score > high))
    .map(({ key }) => key);
}

/** Truth that the export's own links do not spell out: the tickets of each engineering issue. */
function knownTickets(): ReadonlyMap<string, ReadonlySet<string>> {
  const tickets = new Map<string, Set<string>>();
  for (const row of readFileSync(realData('titanium/truth/support_links.csv'), 'utf8')
    .trim()
    .split('\n')
    .slice(1)) {
    const [ticket = '', , issue = ''] = row.trim().split(',');
    tickets.set(issue, (tickets.get(issue) ?? new Set()).add(ticket));
  }
  return tickets;
}

function ticketsOn(lines: PilotReport['issues'][number]['lines']): number {
  const said = lines.find(({ id }) => id === 'demand')?.value ?? '';
  return Number(/(\d+) tickets?/.exec(String(said))?.[1] ?? 0);
}

describe('the pilot over 527 real issues', () => {
  let found: PilotReport;
  beforeAll(async () => {
    found = await pilot(realData('titanium/sample.jsonl.gz'), ...OPTIONS);
  });

  it('reads them all and finds 208 open on the day', () => {
    expect(found.totals).toMatchObject({ issues: 527, open: 208 });
    expect(found.asOf).toMatch(/^2017-12-31/);
  });

  it('scores every open issue, or leaves it unsorted and says why', () => {
    const { byLane, open, scored, unsorted } = found.totals;
    expect(Object.values(byLane).reduce((sum, count) => sum + count, 0)).toBe(open);
    expect(byLane.unsorted ?? 0).toBe(unsorted);
    expect(scored).toBeGreaterThan(0);
    const placed = found.issues.filter(({ score, lane }) => score !== null || lane === 'unsorted');
    expect(placed).toHaveLength(open);
    expect(placed.filter(({ because }) => because.trim() === '').map(({ key }) => key)).toEqual([]);
  });

  it('adds every line table up to its score, within its range', () => {
    expect(wronglyAdded(found)).toEqual([]);
    expect(outsideTheirRange(found)).toEqual([]);
  });

  it('tells issues apart: the scores are not all alike', () => {
    const scores = found.issues.flatMap(({ score }) => score ?? []);
    expect(new Set(scores).size).toBeGreaterThan(20);
    expect(Math.max(...scores) - Math.min(...scores)).toBeGreaterThan(20);
  });

  it('counts the support tickets that are known to speak for an open issue', () => {
    const tickets = knownTickets();
    const spokenFor = found.issues.filter(({ key }) => tickets.has(key));
    expect(spokenFor.length).toBeGreaterThan(10);
    const counted = spokenFor.map(({ key, lines }) => ({ key, tickets: ticketsOn(lines) }));
    expect(counted.filter((issue) => issue.tickets < (tickets.get(issue.key)?.size ?? 0))).toEqual(
      [],
    );
  });

  it('writes nothing when it scores everything a second time', () => {
    expect(found.secondPass).toEqual({ fieldWrites: 0, ledgerWrites: 0 });
  });
});

describe('the pilot over the whole archive of 6,435 issues', () => {
  it('scores it in one go within 1 GB', async () => {
    const found = await pilot(realData('titanium/issues.jsonl.gz'), ...OPTIONS);
    expect(found.totals.issues).toBe(6435);
    expect(wronglyAdded(found)).toEqual([]);
    expect(outsideTheirRange(found)).toEqual([]);
    expect(found.cost.peakMemoryMb).toBeGreaterThan(50);
    expect(found.cost.peakMemoryMb).toBeLessThanOrEqual(1024);
    expect(found.secondPass.fieldWrites).toBe(0);
    const { seconds, standInShare, peakMemoryMb, points } = found.cost;
    console.log(
      `6,435 issues in ${seconds} s (${Math.round(standInShare * 100)} % of it in the stand-ins) with ${peakMemoryMb} MB and ${points} points`,
    );
  });
});

describe('the pilot over another real export', () => {
  it('scores 33 issues of a site with other languages, renamed statuses and sprints', async () => {
    const found = await pilot(realData('devlake-changelog/issues.json'));
    expect(found.totals.issues).toBe(33);
    expect(found.totals.open).toBeGreaterThan(0);
    expect(wronglyAdded(found)).toEqual([]);
    expect(outsideTheirRange(found)).toEqual([]);
    expect(found.secondPass.fieldWrites).toBe(0);
  });
});

describe('the pilot as of a day before two linked issues were there', () => {
  it.each([
    ['both-later.jsonl', '2 issues were created after 2017-06-30: left out'],
    ['one-outside.jsonl', '1 issue was created after 2017-06-30: left out'],
  ])('scores what there was: %s', async (file, warning) => {
    const path = realData(`cases/27-as-of-before-links/${file}`);
    const found = await pilot(path, '--as-of', '2017-06-30');
    expect(found.issues.map(({ key, score }) => [key, score !== null])).toEqual([['A-1', true]]);
    expect(found.warnings).toContain(warning);
  });
});
