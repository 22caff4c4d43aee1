import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { imported, problemsOf } from './exports';

const HEADER =
  'Summary,Issue key,Issue id,Parent id,Issue Type,Status,Project key,Project name,Priority,Resolution,Assignee,Assignee Id,Reporter,Created,Updated,Resolved,Due Date,Votes,Labels,Labels,Component/s,Component/s,Fix Version/s,Watchers,Watchers,Original Estimate,Inward issue link (Blocks),Outward issue link (Blocks),Outward issue link (Blocks),Custom field (Story Points),Custom field (Severity),Custom field (Epic Link),Custom field (Organizations),Custom field (Organizations),Custom field (Start date),Sprint,Sprint,Custom field (Flagged),Comment,Comment,Σ Time Spent';
const FULL =
  'Export fails,PAY-2,10002,,Bug,In Progress,PAY,Payments,High,,Ada,5b1,fred,31/Dec/17 3:04 PM,2017-12-31 15:05,,05/Jan/18 12:00 AM,3,api,csv,Ledger,Web,2.0,fred,ada,7200,PAY-3,PAY-4,PAY-5,5,SEV1,PAY-1,Acme,Initech,02/Jan/18 12:00 AM,Sprint 1,Sprint 2,Impediment,"31/Dec/17 4:04 PM;fred;It says ""no""\nand stops",second comment,60'.replace(
    '\\n',
    '\n',
  );
const PLAIN =
  'Done thing,PAY-3,10003,10002,Sub-task,Closed,PAY,Payments,,Fixed,Unassigned,,fred,30/Dec/17 3:04 PM,30/Dec/17 3:04 PM,31/Dec/17 1:00 AM,,,,,,,,,,,,PAY-2,,8,,,,,,Sprint 1,,,,,';

describe('importing CSV', () => {
  test('reads a whole row of Jira’s export', async () => {
    const { issue, summary } = await imported(`${HEADER}\n${FULL}\n${PLAIN}\n`);
    expect(issue('PAY-2')).toMatchObject({
      id: '10002',
      projectKey: 'PAY',
      typeName: 'Bug',
      statusName: 'In Progress',
      summary: 'Export fails',
      priority: 'High',
      resolution: null,
      assignee: '5b1',
      reporter: 'fred',
      created: '2017-12-31T15:04:00.000Z',
      updated: '2017-12-31T15:05:00.000Z',
      duedate: '2018-01-05',
      votes: 3,
      watches: 2,
      labels: ['api', 'csv'],
      components: ['Ledger', 'Web'],
      fixVersions: ['2.0'],
      timeoriginalestimate: 7200,
      epicKey: 'PAY-1',
      flagged: true,
      sprints: [
        { id: 1, name: 'Sprint 1', state: 'closed' },
        { id: 2, name: 'Sprint 2', state: 'active' },
      ],
      comments: [
        { author: 'fred', created: '2017-12-31T16:04:00.000Z', body: 'It says "no"\nand stops' },
        { author: null, created: '2017-12-31T15:04:00.000Z', body: 'second comment' },
      ],
    });
    expect(summary).toMatchObject({
      issues: 2,
      format: 'csv',
      warnings: [{ reason: expect.stringContaining('which sprints are running') }],
    });
  });

  test('custom fields have their names, and numbers are numbers', async () => {
    const { snapshot, issue } = await imported(`${HEADER}\n${FULL}\n${PLAIN}\n`);
    expect(snapshot.fields.map(({ name, type }) => [name, type])).toEqual([
      ['Story Points', 'number'],
      ['Severity', 'string'],
      ['Organizations', 'any'],
      ['Start date', 'date'],
      ['Sprint', 'sprint'],
    ]);
    const idOf = (name: string) => snapshot.fields.find((field) => field.name === name)!.id;
    expect(issue('PAY-2').customs).toEqual({
      [idOf('Story Points')]: 5,
      [idOf('Severity')]: 'SEV1',
      [idOf('Organizations')]: [{ name: 'Acme' }, { name: 'Initech' }],
      [idOf('Start date')]: '2018-01-02',
    });
  });

  test('links have their direction, and both ends make one', async () => {
    const { snapshot } = await imported(`${HEADER}\n${FULL}\n${PLAIN}\n`);
    expect([...snapshot.links]).toEqual(
      [
        { typeName: 'Blocks', sourceKey: 'PAY-2', destinationKey: 'PAY-4' },
        { typeName: 'Blocks', sourceKey: 'PAY-2', destinationKey: 'PAY-5' },
        { typeName: 'Blocks', sourceKey: 'PAY-3', destinationKey: 'PAY-2' },
      ].sort((one, other) =>
        one.sourceKey === 'PAY-3' ? -1 : other.sourceKey === 'PAY-3' ? 1 : 0,
      ),
    );
    expect(snapshot.linkTypes).toEqual([
      { name: 'Blocks', outward: 'blocks', inward: 'is blocked by' },
    ]);
    expect([...(snapshot.stubs ?? [])].map((stub) => stub.key).sort()).toEqual(['PAY-4', 'PAY-5']);
  });

  test('a sub-task finds its parent by id', async () => {
    const { issue } = await imported(`${HEADER}\n${FULL}\n${PLAIN}\n`);
    expect(issue('PAY-3')).toMatchObject({
      parentKey: 'PAY-2',
      assignee: null,
      resolution: 'Fixed',
    });
  });

  test.each([
    [';', 'a semicolon'],
    ['\t', 'a tab'],
  ])('cells may be separated by %p', async (delimiter) => {
    const { issue } = await imported(
      `Issue key${delimiter}Summary${delimiter}Created\nA-1${delimiter}One, two${delimiter}2017-12-31\n`,
    );
    expect(issue('A-1').summary).toBe('One, two');
  });

  test('gzip, a byte order mark, CR LF and a raw NUL do no harm', async () => {
    const { issue, summary } = await imported(
      gzipSync(
        '\uFEFFIssue key,Summary,Issue Type,Status,Created\r\nA-1,a\0b,Bug,Open,2017-12-31\r\n',
      ),
    );
    expect(issue('A-1').summary).toBe('ab');
    expect(summary.warnings).toEqual([{ line: 2, reason: 'NUL characters are removed' }]);
  });

  test.each([
    ['no key column', 'Summary,Status\nA,B\n', 1, /no column "Issue key"/],
    ['a row without key', 'Issue key,Summary\n,One\n', 2, /no key/],
    [
      'a row too short',
      'Issue key,Summary,Status\nA-1,"two\nlines",Open\nA-2,One\n',
      4,
      /2 cells and the header 3/,
    ],
    [
      'a quote that is never closed',
      'Issue key,Summary\nA-1,One\nA-2,"open\nand on\n',
      3,
      /never closed/,
    ],
    ['a quote in the wrong place', 'Issue key,Summary\nA-1,"One"two\n', 2, /quote/i],
    ['an unknown date', 'Issue key,Created\nA-1,soon\n', 2, /created: "soon" is not a date/],
    ['an ambiguous date', 'Issue key,Created\nA-1,05/12/2017\n', 2, /day or the month first/],
    ['a duplicate key', 'Issue key,Summary\nA-1,One\na-1,Two\n', 3, /line 2 already/],
    ['a header alone', 'Issue key,Summary\n', undefined, /no issues/],
  ])('%s is reported with its line', async (_, content, line, reason) => {
    const problems = await problemsOf(content);
    expect(problems[0]).toMatchObject({ reason: expect.stringMatching(reason) });
    expect(problems[0]?.line).toBe(line);
  });

  test('any text survives quoting', async () => {
    const text = fc.string({
      unit: fc.constantFrom('a', '"', ',', ';', '\n', '\r\n', 'ü', '{', '<', '\t', ' '),
      minLength: 1,
      maxLength: 30,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 5 }), async (texts) => {
        const rows = texts.map(
          (written, index) => `A-${index},"${written.replaceAll('"', '""')}",Open`,
        );
        const { issues } = await imported(`Issue key,Description,Status\n${rows.join('\n')}\n`);
        expect(issues.map((each) => each.description ?? '')).toEqual(
          texts.map((written) => written.trim()),
        );
      }),
      { numRuns: 40 },
    );
  });

  test('several exports put together are read with the header of each', async () => {
    const { issue, snapshot } = await imported(
      [
        'Issue key,Summary,Labels,Custom field (Team),Custom field (Story Points)',
        'A-1,One,x,Red,3',
        'Issue key,Summary,Custom field (Story Points)',
        'A-2,Two,5',
      ].join('\n'),
    );
    const points = snapshot.fields.find((field) => field.name === 'Story Points')!.id;
    expect([issue('A-1').customs?.[points], issue('A-2').customs?.[points]]).toEqual([3, 5]);
  });

  test('the order of days and months can be given', async () => {
    const { issue } = await imported('Issue key,Created\nA-1,05/12/2017\n', {
      dateOrder: 'month-first',
    });
    expect(issue('A-1').created).toBe('2017-05-12T00:00:00.000Z');
  });
});
