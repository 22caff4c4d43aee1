import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { aRestIssue, imported, jsonLines } from './exports';

const two = [aRestIssue('A-1'), aRestIssue('A-2')];

describe('importing JSON', () => {
  test.each([
    ['a list', JSON.stringify(two)],
    ['an indented list', JSON.stringify(two, null, 2)],
    ['a search page', JSON.stringify({ startAt: 0, total: 2, issues: two })],
    ['one issue a line', jsonLines(two)],
    [
      'lines ended by CR LF and a byte order mark',
      `\uFEFF${jsonLines(two).replaceAll('\n', '\r\n')}`,
    ],
    ['one document after another', two.map((issue) => JSON.stringify(issue, null, 2)).join('\n')],
    ['several pages in a row', two.map((issue) => JSON.stringify({ issues: [issue] })).join('')],
    ['a list of pages', JSON.stringify(two.map((issue) => ({ issues: [issue] })))],
    ['gzip', gzipSync(jsonLines(two))],
    ['UTF-16', Buffer.from(`\uFEFF${jsonLines(two)}`, 'utf16le')],
  ])('takes %s', async (_, content) => {
    const { issues, summary } = await imported(content);
    expect(issues.map((issue) => issue.key)).toEqual(['A-1', 'A-2']);
    expect(summary).toMatchObject({ issues: 2, projects: ['A'], warningCount: 0, format: 'json' });
  });

  test('the same issues give the same snapshot in every form', async () => {
    const field = fc.record(
      {
        summary: fc.string(),
        labels: fc.array(fc.string()),
        priority: fc.constantFrom(null, { name: 'Low' }),
        description: fc.constantFrom(null, 'h1. Wiki', { type: 'doc', version: 1, content: [] }),
        customfield_10050: fc.jsonValue(),
        votes: fc.record({ votes: fc.nat() }),
        duedate: fc.constantFrom(null, '2018-01-01'),
      },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.nat(50), { minLength: 1, maxLength: 6 }),
        fc.array(field, { minLength: 6, maxLength: 6 }),
        async (numbers, fields) => {
          const issues = numbers.map((number, index) => aRestIssue(`A-${number}`, fields[index]));
          const forms = [
            JSON.stringify(issues),
            JSON.stringify({ issues }, null, 1),
            jsonLines(issues),
            gzipSync(jsonLines(issues)),
          ];
          const snapshots = [];
          for (const form of forms) {
            const { snapshot, issues: taken } = await imported(form);
            snapshots.push({ ...snapshot, issues: taken });
          }
          for (const snapshot of snapshots.slice(1)) expect(snapshot).toEqual(snapshots[0]);
        },
      ),
      { numRuns: 25 },
    );
  });

  test('a link that both ends list is one link, with its direction', async () => {
    const type = { id: '1', name: 'Blocks', inward: 'is blocked by', outward: 'blocks' };
    const { snapshot } = await imported(
      jsonLines([
        aRestIssue('A-1', { issuelinks: [{ id: '7', type, outwardIssue: { key: 'A-2' } }] }),
        aRestIssue('A-2', { issuelinks: [{ id: '7', type, inwardIssue: { key: 'A-1' } }] }),
      ]),
    );
    expect([...snapshot.links]).toEqual([
      { id: '7', typeName: 'Blocks', sourceKey: 'A-1', destinationKey: 'A-2' },
    ]);
    expect(snapshot.linkTypes).toEqual([type]);
    expect(snapshot.stubs).toEqual([]);
  });

  test('an issue outside the file that is linked to stays as a stub', async () => {
    const other = {
      id: '9',
      key: 'B-9',
      fields: {
        summary: 'Elsewhere',
        status: { name: 'Open' },
        priority: { name: null },
        issuetype: { name: 'Bug' },
      },
    };
    const { snapshot } = await imported(
      jsonLines([
        aRestIssue('A-1', {
          issuelinks: [{ id: '7', type: { name: 'Relates' }, inwardIssue: other }],
        }),
      ]),
    );
    expect([...snapshot.links]).toMatchObject([{ sourceKey: 'B-9', destinationKey: 'A-1' }]);
    expect(snapshot.stubs).toEqual([
      { id: '9', key: 'B-9', summary: 'Elsewhere', typeName: 'Bug', statusName: 'Open' },
    ]);
  });

  test('custom fields take their names from the page and their types from their values', async () => {
    const { snapshot, issue } = await imported(
      JSON.stringify({
        issues: [
          aRestIssue('A-1', {
            customfield_1: 5,
            customfield_2: [{ id: '3', name: 'Acme', _links: {} }],
            customfield_3: { self: 'x', value: 'SEV1', id: '4' },
            customfield_4: '2',
          }),
          aRestIssue('A-2', {
            customfield_1: '8',
            customfield_4: '3',
            customfield_5: { type: 'doc', version: 1, content: [] },
            customfield_6: null,
            customfield_7: {
              id: '1',
              name: 'Time to resolution',
              completedCycles: [],
              ongoingCycle: { breached: true },
            },
          }),
        ],
        names: {
          customfield_1: 'Story Points',
          customfield_2: 'Organizations',
          customfield_3: 'Severity',
          summary: 'Summary',
        },
      }),
    );
    expect(snapshot.fields).toEqual([
      { id: 'customfield_1', name: 'Story Points', type: 'number' },
      { id: 'customfield_2', name: 'Organizations', type: 'any' },
      { id: 'customfield_3', name: 'Severity', type: 'option' },
      { id: 'customfield_4', name: 'customfield_4', type: 'string' },
      { id: 'customfield_5', name: 'customfield_5', type: 'text' },
      { id: 'customfield_7', name: 'customfield_7', type: 'sla' },
    ]);
    expect(issue('A-1').customs).toEqual({
      customfield_1: 5,
      customfield_2: [{ id: '3', name: 'Acme' }],
      customfield_3: { value: 'SEV1', id: '4' },
      customfield_4: '2',
    });
    expect(issue('A-2').customs).toMatchObject({ customfield_1: 8 });
  });

  test('names and schema that an issue brings along are used as well', async () => {
    const rest = {
      names: { customfield_1: 'Impact' },
      schema: { customfield_1: { type: 'option', custom: 'x' } },
    };
    const { snapshot } = await imported(
      jsonLines([aRestIssue('A-1', { customfield_1: { value: 'Big' } }, rest)]),
    );
    expect(snapshot.fields).toEqual([{ id: 'customfield_1', name: 'Impact', type: 'option' }]);
  });

  test('the old Epic Link field, sub-tasks and parents all become parents', async () => {
    const { issue, snapshot } = await imported(
      JSON.stringify({
        issues: [
          aRestIssue('A-1', { subtasks: [{ key: 'A-4' }] }),
          aRestIssue('A-2', { customfield_9: 'A-1' }),
          aRestIssue('A-3', { parent: { id: '1', key: 'A-1' } }),
          aRestIssue('A-4'),
        ],
        names: { customfield_9: 'Epic Link' },
      }),
    );
    expect([issue('A-2').epicKey, issue('A-3').parentKey, issue('A-4').parentKey]).toEqual([
      'A-1',
      'A-1',
      'A-1',
    ]);
    expect(issue('A-2').customs).toBeUndefined();
    expect(snapshot.fields.map((field) => field.name)).toEqual(['Epic Link']);
  });

  test('sprints are found in the Agile fields, in a custom field, and in the words of old servers', async () => {
    const old =
      'com.atlassian.greenhopper.service.sprint.Sprint@1f[id=3,rapidViewId=1,state=CLOSED,name=Old, but gold,startDate=2017-01-01T00:00:00.000Z,completeDate=<null>,sequence=3]';
    const { issue, snapshot } = await imported(
      jsonLines([
        aRestIssue('A-1', {
          closedSprints: [{ id: 1, name: 'First', state: 'closed' }],
          customfield_10: [old],
          customfield_11: [{ id: 1, name: 'First', state: 'closed', boardId: 2 }],
          sprint: { id: 4, name: 'Now', state: 'active', startDate: '2017-12-20T00:00:00.000Z' },
        }),
      ]),
    );
    expect(issue('A-1').sprints).toEqual([
      { id: 1, name: 'First', state: 'closed' },
      { id: 3, name: 'Old, but gold', state: 'closed', startDate: '2017-01-01T00:00:00.000Z' },
      { id: 4, name: 'Now', state: 'active', startDate: '2017-12-20T00:00:00.000Z' },
    ]);
    expect(snapshot.fields.filter((field) => field.type === 'sprint').length).toBeGreaterThan(0);
  });

  test('people of a server are known by their user name', async () => {
    const fred = {
      name: 'fred',
      key: 'JIRAUSER1',
      displayName: 'Fred F.',
      emailAddress: 'fred@example.com',
      active: false,
    };
    const { issue, snapshot } = await imported(
      jsonLines([
        aRestIssue('A-1', {
          reporter: fred,
          assignee: { accountId: '5b1', displayName: 'Ada' },
          creator: { accountId: '', displayName: '' },
        }),
      ]),
    );
    expect(issue('A-1')).toMatchObject({ reporter: 'fred', assignee: '5b1', creator: null });
    expect(snapshot.users).toEqual([
      { accountId: 'fred', displayName: 'Fred F.', email: 'fred@example.com', active: false },
      { accountId: '5b1', displayName: 'Ada' },
    ]);
  });

  test('statuses without category get one from the others, from their name, or from their resolutions', async () => {
    const { snapshot } = await imported(
      jsonLines([
        aRestIssue('A-1', { status: { name: 'Erledigt' }, resolution: { name: 'Fertig' } }),
        aRestIssue('A-2', { status: { name: 'Code Review' } }),
        aRestIssue('A-3', { status: { name: 'Selected for Development' } }),
        aRestIssue('A-4', { status: { name: 'Closed' } }),
        aRestIssue('A-5', { status: { name: 'X', statusCategory: { id: 4 } } }),
      ]),
    );
    expect(
      Object.fromEntries(snapshot.statuses.map((status) => [status.name, status.category])),
    ).toEqual({
      Erledigt: 'done',
      'Code Review': 'indeterminate',
      'Selected for Development': 'new',
      Closed: 'done',
      X: 'indeterminate',
    });
  });

  test('priorities are listed from highest to lowest', async () => {
    const names = ['None', 'Minor', 'Blocker', 'Whenever', 'Major', 'Critical'];
    const { snapshot } = await imported(
      jsonLines(
        names.map((name, index) =>
          aRestIssue(`A-${index}`, { priority: { name, id: String(index) } }),
        ),
      ),
    );
    expect(snapshot.priorities.map((priority) => priority.name)).toEqual([
      'Blocker',
      'Critical',
      'Major',
      'Minor',
      'Whenever',
      'None',
    ]);
  });

  test('history and comments come in order, in wiki text or ADF', async () => {
    const adf = { type: 'doc', version: 1, content: [] };
    const author = { accountId: 'u1', displayName: 'U' };
    const { issue } = await imported(
      jsonLines([
        aRestIssue(
          'A-1',
          {
            description: adf,
            comment: {
              total: 2,
              comments: [
                { id: '1', author, created: '2017-12-03T00:00:00.000+0000', body: 'h1. wiki' },
                { id: '2', created: '2017-12-04T00:00:00.000+0000', body: adf, jsdPublic: false },
              ],
            },
          },
          {
            changelog: {
              total: 2,
              histories: [
                {
                  id: '12',
                  author,
                  created: '2017-12-05T00:00:00.000+0000',
                  items: [
                    {
                      field: 'status',
                      fieldId: 'status',
                      from: '1',
                      fromString: 'Open',
                      to: '3',
                      toString: 'In Progress',
                    },
                  ],
                },
                {
                  id: '11',
                  author,
                  created: '2017-12-04T00:00:00.000+0000',
                  items: [{ field: 'labels', to: null }],
                },
              ],
            },
          },
        ),
      ]),
    );
    expect(issue('A-1').description).toEqual(adf);
    const research = await imported(
      jsonLines([
        aRestIssue('A-2', { comments: [{ created: '2017-12-03T00:00:00.000+0000', body: 'b' }] }),
      ]),
    );
    expect(research.issue('A-2').comments).toMatchObject([{ body: 'b' }]);
    expect(issue('A-1').comments).toMatchObject([
      { author: 'u1', body: 'h1. wiki' },
      { author: null, body: adf, isPublic: false },
    ]);
    expect(issue('A-1').changelog).toEqual([
      {
        id: '11',
        author: 'u1',
        created: '2017-12-04T00:00:00.000Z',
        items: [{ field: 'labels', from: null, fromText: null, to: null, toText: null }],
      },
      {
        id: '12',
        author: 'u1',
        created: '2017-12-05T00:00:00.000Z',
        items: [
          {
            field: 'status',
            fieldId: 'status',
            from: '1',
            fromText: 'Open',
            to: '3',
            toText: 'In Progress',
          },
        ],
      },
    ]);
  });

  test('numbers in quotes, flags, estimates, votes and watches are read', async () => {
    const { issue } = await imported(
      jsonLines([
        aRestIssue('A-1', {
          votes: { votes: '3' },
          watches: { watchCount: 4 },
          timeoriginalestimate: '7200',
          timetracking: { timeSpentSeconds: 60 },
          customfield_8: [{ value: 'Impediment', id: '1' }],
          attachment: [{}, {}],
          components: [{ name: 'API' }],
          fixVersions: [{ id: 5, name: '1.0', released: true, releaseDate: '2018-01-01' }],
          labels: ['a'],
          duedate: '2018-02-01',
        }),
      ]),
    );
    expect(issue('A-1')).toMatchObject({
      votes: 3,
      watches: 4,
      timeoriginalestimate: 7200,
      timespent: 60,
      flagged: true,
      attachmentCount: 2,
      components: ['API'],
      fixVersions: ['1.0'],
      labels: ['a'],
      duedate: '2018-02-01',
    });
  });

  test('an export with hardly any fields gets sensible ones, and says so', async () => {
    const { issue, summary } = await imported(
      jsonLines([
        { key: 'A-1', fields: { summary: null, resolution: { name: 'Fixed' } } },
        aRestIssue('A-2'),
      ]),
    );
    expect(issue('A-1')).toMatchObject({
      typeName: 'Task',
      statusName: 'Done',
      summary: '',
      created: '2017-12-02T10:00:00.000Z',
    });
    expect(summary.warnings.map((warning) => warning.reason)).toEqual([
      'the issue type is missing: taken as Task',
      'the status is missing: taken as Done',
      'the summary is empty',
    ]);
  });

  test('NUL characters are taken out of texts with a warning', async () => {
    const { issue, summary } = await imported(
      jsonLines([aRestIssue('A-1', { summary: 'a\0b \\u0000' })]),
    );
    expect(issue('A-1').summary).toBe('ab \\u0000');
    expect(summary.warnings).toEqual([
      { line: 1, reason: 'NUL characters are removed from its texts' },
    ]);
  });

  test('a webhook is read as the issue it is about, with its change', async () => {
    const webhook = {
      webhookEvent: 'jira:issue_updated',
      timestamp: 1_514_732_640_000,
      user: { name: 'fred' },
      issue: aRestIssue('A-1'),
      changelog: { id: '5', items: [{ field: 'status', toString: 'Done' }] },
    };
    const { issue } = await imported(JSON.stringify(webhook, null, 2));
    expect(issue('A-1').changelog).toMatchObject([
      {
        id: '5',
        author: 'fred',
        created: '2017-12-31T15:04:00.000Z',
        items: [{ field: 'status', toText: 'Done' }],
      },
    ]);
  });

  test.each([
    [
      { total: 7, issues: [aRestIssue('A-1')] },
      'the search found 7 issues, the file has 1: pages are missing',
    ],
    [
      { isLast: false, issues: [aRestIssue('A-1')] },
      'the last page says that more follow: pages are missing',
    ],
  ])('says when pages of a search are missing', async (page, reason) => {
    expect((await imported(JSON.stringify(page))).summary.warnings).toEqual([{ reason }]);
  });

  test('says nothing of the kind when all pages are there', async () => {
    const pages = ['A-1', 'A-2'].map((key, startAt) =>
      JSON.stringify({ startAt, total: 2, isLast: startAt === 1, issues: [aRestIssue(key)] }),
    );
    expect((await imported(pages.join('\n'))).summary.warnings).toEqual([]);
  });

  test('an odd field costs that field and not the issue', async () => {
    const { issue, summary } = await imported(
      jsonLines([aRestIssue('A-1', { votes: 'many', components: 'API', labels: [1] })]),
    );
    expect(issue('A-1')).toMatchObject({ components: [], labels: [] });
    expect(summary.warnings.map((warning) => warning.reason)).toEqual(
      expect.arrayContaining([
        'components has an unexpected shape and is left out',
        'labels has an unexpected shape and is left out',
        'votes has an unexpected shape and is left out',
      ]),
    );
  });
});
