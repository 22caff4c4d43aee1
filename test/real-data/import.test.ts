import { readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { importFile } from '../../dev/jira/import/import-file';
import { issuesIn } from '../../dev/jira/import/issues-in';
import { parseIssue } from '../../dev/jira/import/parse-issue';
import { realData } from './real-data';

async function taken(path: string) {
  const result = await importFile(path);
  if (!result.ok) throw new Error(`${path} was refused: ${JSON.stringify(result.problems)}`);
  return {
    ...result,
    issues: [...result.snapshot.issues],
    links: [...result.snapshot.links],
    stubs: [...(result.snapshot.stubs ?? [])],
  };
}

interface RawIssue {
  readonly key: string;
  readonly fields: {
    readonly issuelinks: readonly { readonly id: string }[];
    readonly status: { readonly statusCategory: { readonly key: string } };
  };
}

function rawLines(path: string): RawIssue[] {
  return gunzipSync(readFileSync(path))
    .toString()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as RawIssue);
}

describe('the titanium backlog (REST version 2, one issue a line, gzipped)', () => {
  test.each([
    ['issues.jsonl.gz', 6435],
    ['sample.jsonl.gz', 527],
  ])('%s is imported whole', async (name, count) => {
    const raw = rawLines(realData(`titanium/${name}`));
    const { issues, links, snapshot, summary } = await taken(realData(`titanium/${name}`));
    expect(issues).toHaveLength(count);
    expect(links).toHaveLength(
      new Set(raw.flatMap((issue) => issue.fields.issuelinks.map((link) => link.id))).size,
    );
    const done = new Set(
      snapshot.statuses.filter((status) => status.category === 'done').map((status) => status.name),
    );
    expect(issues.filter((issue) => done.has(issue.statusName)).length).toBe(
      raw.filter((issue) => issue.fields.status.statusCategory.key === 'done').length,
    );
    expect(summary.projects).toEqual(expect.arrayContaining(['AC', 'TIMOB']));
  });

  test('an issue without summary and those without priority or description are kept', async () => {
    const { issues, summary } = await taken(realData('titanium/issues.jsonl.gz'));
    expect(summary.warnings).toEqual([
      { line: 292, key: 'AC-523', reason: 'the summary is empty' },
    ]);
    expect(issues.filter((issue) => issue.description === null)).toHaveLength(239);
    expect(issues.filter((issue) => issue.projectKey === 'AC' && issue.priority !== null)).toEqual(
      [],
    );
  });

  test('every true link between a support ticket and an engineering issue is there', async () => {
    const { links, issues, stubs } = await taken(realData('titanium/issues.jsonl.gz'));
    const known = new Set([...issues, ...stubs].map((issue) => issue.key));
    const joined = new Set(
      links.flatMap(({ sourceKey, destinationKey }) => [
        `${sourceKey} ${destinationKey}`,
        `${destinationKey} ${sourceKey}`,
      ]),
    );
    const truth = readFileSync(realData('titanium/truth/support_links.csv'), 'utf8')
      .trim()
      .split(/\r?\n/)
      .slice(1)
      .map((row) => row.split(','));
    expect(truth.length).toBeGreaterThan(50);
    for (const [ticket, , engineering] of truth) {
      expect(joined).toContain(`${ticket} ${engineering}`);
      expect(known).toContain(engineering);
    }
  });
});

describe('the devlake issues (Cloud, full changelogs)', () => {
  const path = realData('devlake-changelog/issues.json');

  test('are imported with history, sprints, votes and watches', async () => {
    const { issues, summary } = await taken(path);
    expect(summary).toMatchObject({ issues: 33, changes: 522, projects: ['EE', 'K5'] });
    expect(issues.filter((issue) => issue.sprints).length).toBeGreaterThanOrEqual(30);
    expect(issues.every((issue) => issue.votes !== undefined && issue.watches !== undefined)).toBe(
      true,
    );
  });

  test('a NUL character in a summary is taken out and named with its line', async () => {
    const { issues, summary } = await taken(path);
    expect(summary.warnings).toEqual([
      { line: 3521, reason: 'NUL characters are removed from its texts' },
    ]);
    expect(JSON.stringify(issues)).not.toContain('\\u0000');
  });

  test('a renamed status whose category is told in two ways counts as what most issues say', async () => {
    const { snapshot } = await taken(path);
    expect(snapshot.statuses.find((status) => status.id === '10068')?.category).toBe('done');
  });

  test('a number once in quotes is a number, and the Epic Link without a name is found', async () => {
    const { issues, snapshot } = await taken(path);
    expect(snapshot.fields).toContainEqual({
      id: 'customfield_10024',
      name: 'customfield_10024',
      type: 'number',
    });
    expect(issues.flatMap((issue) => issue.customs?.['customfield_10024'] ?? [])).toEqual([-1, 2]);
    expect(issues.filter((issue) => issue.epicKey === 'K5-1').map((issue) => issue.key)).toEqual([
      'K5-2',
    ]);
  });
});

describe('recorded webhooks (Cloud, Server, old Server)', () => {
  const names = readdirSync(realData('jira-webhooks')).filter((name) => name.endsWith('.json'));
  const documentOf = (name: string) =>
    JSON.parse(readFileSync(realData(`jira-webhooks/${name}`), 'utf8')) as {
      issue?: RawIssue;
      changelog?: { items: unknown[] };
      timestamp?: number;
    };

  test.each(names)('%s is parsed', (name) => {
    const document = documentOf(name);
    const { issues } = issuesIn(document);
    expect(issues).toHaveLength(document.issue === undefined ? 0 : 1);
    for (const issue of issues) {
      const reading = parseIssue(issue);
      expect(reading).toMatchObject({ ok: true, parsed: { issue: { key: document.issue?.key } } });
      const items = reading.ok
        ? (reading.parsed.issue.changelog ?? []).flatMap((change) => change.items)
        : [];
      expect(items).toHaveLength(
        document.timestamp === undefined ? 0 : (document.changelog?.items.length ?? 0),
      );
    }
  });

  test('all 55 are there, and a comment without its issue is refused as a file', async () => {
    expect(names).toHaveLength(55);
    const result = await importFile(realData('jira-webhooks/webhook-server-comment-created.json'));
    expect(result).toMatchObject({
      ok: false,
      problems: [{ reason: 'there are no issues in the file' }],
    });
  });

  test('an issue with six fields gets the rest from defaults', () => {
    const [issue] = issuesIn(documentOf('webhook-cloud-comment-created.json')).issues;
    const reading = parseIssue(issue);
    expect(reading).toMatchObject({
      ok: true,
      parsed: { createdIsKnown: false, issue: { key: 'TES-41', labels: [] } },
    });
  });
});
