import { z } from 'zod';
import { APP, as, aSite, anIssue, SCORE_FIELDS, START, type TestSite } from './a-site';

const text = (words: string) => ({
  type: 'doc',
  version: 1,
  content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }],
});
const names = (world: TestSite) => world.events.map(({ name }) => name.replace('avi:jira:', ''));
const idOf = (world: TestSite, key: string) => String(world.site.peek(key)?.id);
const Transitions = z.object({
  transitions: z.array(z.object({ id: z.string(), name: z.string() })),
});

async function moveTo(world: TestSite, key: string, status: string): Promise<number> {
  const { transitions } = Transitions.parse(
    (await world.ask('GET', `/issue/${key}/transitions`)).body,
  );
  return (
    await world.ask('POST', `/issue/${key}/transitions`, {
      transition: { id: transitions.find(({ name }) => name === status)?.id },
    })
  ).status;
}

describe('creating', () => {
  test('gives the next key, the first status, the middle priority, and tells about it', async () => {
    const world = aSite([anIssue('SHOP-7')]);
    const { status, body } = await world.ask(
      'POST',
      '/issue',
      { fields: { project: { key: 'SHOP' }, issuetype: { name: 'Bug' }, summary: 'It broke' } },
      as('ann'),
    );
    expect([status, body]).toEqual([201, expect.objectContaining({ key: 'SHOP-8' })]);
    expect((await world.ask('GET', '/issue/SHOP-8')).body).toMatchObject({
      fields: {
        status: { name: 'To Do' },
        priority: { name: 'Medium' },
        reporter: { accountId: 'ann' },
        created: '2026-03-04T10:00:00.000+0000',
        resolution: null,
      },
    });
    expect(world.events).toMatchObject([
      {
        name: 'avi:jira:created:issue',
        selfGenerated: false,
        payload: {
          eventType: 'avi:jira:created:issue',
          atlassianId: 'ann',
          issue: { key: 'SHOP-8', fields: { project: { key: 'SHOP' } } },
          associatedUsers: { associatedUsers: [{ accountId: 'ann' }] },
          selfGenerated: false,
        },
      },
    ]);
  });

  test('names every field that is wrong, and creates nothing', async () => {
    const world = aSite();
    const { status, body } = await world.ask('POST', '/issue', {
      fields: {
        project: { key: 'SHOP' },
        issuetype: { name: 'Bug' },
        summary: 'a\nb',
        description: 'plain',
        priority: { name: 'Colossal' },
        assignee: { accountId: 'nobody' },
        duedate: '2026-13-01',
        labels: ['two words'],
        components: [{ name: 'Cellar' }],
        customfield_10016: 'three',
        flavour: 1,
      },
    });
    expect(status).toBe(400);
    expect(body).toEqual({
      errorMessages: [],
      errors: {
        summary: 'The summary is invalid because it contains newline characters.',
        description:
          'Operation value must be an Atlassian Document (see the Atlassian Document Format)',
        priority: 'The priority selected is invalid.',
        assignee: "User 'nobody' does not exist.",
        duedate: 'Error parsing date string: 2026-13-01',
        labels: "The label 'two words' contains spaces which is invalid.",
        components: "Component name 'Cellar' is not valid",
        customfield_10016: 'Operation value must be a number',
        flavour: "Field 'flavour' cannot be set. It is not on the appropriate screen, or unknown.",
      },
    });
    expect([world.site.counts.issues, world.events]).toEqual([0, []]);
  });

  test.each([
    [{}, { project: 'Specify a valid project ID or key' }],
    [{ project: { key: 'SHOP' }, summary: 'x' }, { issuetype: 'Specify a valid issue type' }],
    [
      { project: { key: 'SHOP' }, issuetype: { name: 'Bug' } },
      { summary: 'You must specify a summary of the issue.' },
    ],
    [
      { project: { key: 'SHOP' }, issuetype: { name: 'Sub-task' }, summary: 'x' },
      { parent: 'Issue type is a sub-task but parent issue key or id not specified.' },
    ],
  ])('refuses %j', async (fields, errors) => {
    expect(await aSite().ask('POST', '/issue', { fields })).toMatchObject({
      status: 400,
      body: { errors },
    });
  });

  test('version 2 speaks plain text', async () => {
    const world = aSite();
    await world.ask('POST', '/rest/api/2/issue', {
      fields: {
        project: { key: 'SHOP' },
        issuetype: { name: 'Bug' },
        summary: 'x',
        description: 'one\n\ntwo',
      },
    });
    expect(
      (await world.ask('GET', '/rest/api/2/issue/SHOP-1?fields=description')).body,
    ).toMatchObject({ fields: { description: 'one\n\ntwo' } });
    expect((await world.ask('GET', '/issue/SHOP-1?fields=description')).body).toMatchObject({
      fields: {
        description: {
          type: 'doc',
          content: [{ content: [{ text: 'one' }] }, { content: [{ text: 'two' }] }],
        },
      },
    });
  });
});

describe('editing', () => {
  test('writes one changelog entry and one event for all that differs', async () => {
    const world = aSite([anIssue('SHOP-1', { priority: 'Low', labels: ['a', 'b'] })]);
    world.clock.advance(60_000);
    const { status } = await world.ask(
      'PUT',
      '/issue/SHOP-1',
      {
        fields: { priority: { name: 'High' }, summary: 'Summary of SHOP-1' },
        update: { labels: [{ add: 'c' }, { remove: 'a' }] },
      },
      as('bob'),
    );
    expect(status).toBe(204);
    expect((await world.ask('GET', '/issue/SHOP-1/changelog')).body).toMatchObject({
      total: 1,
      values: [
        {
          author: { accountId: 'bob' },
          created: '2026-03-04T10:01:00.000+0000',
          items: [
            {
              field: 'priority',
              fieldId: 'priority',
              from: '4',
              fromString: 'Low',
              to: '2',
              toString: 'High',
            },
            { field: 'labels', fromString: 'a b', toString: 'b c' },
          ],
        },
      ],
    });
    expect(names(world)).toEqual(['updated:issue']);
    expect(world.events[0]?.payload).toMatchObject({
      changelog: { items: [{ field: 'priority' }, { field: 'labels' }] },
      atlassianId: 'bob',
    });
    expect(world.site.peek('SHOP-1')?.updated).toBe(START + 60_000);
  });

  test('versions and components come and go one item each', async () => {
    const world = aSite([
      anIssue('SHOP-1', { fixVersions: ['1.0', '1.1'] }),
      anIssue('SHOP-2', { fixVersions: ['2.0'] }),
    ]);
    await world.ask('PUT', '/issue/SHOP-1', {
      fields: { fixVersions: [{ name: '1.1' }, { name: '2.0' }] },
    });
    expect(
      world.site
        .peek('SHOP-1')
        ?.history[0]?.items.map(({ field, fromText, toText }) => [field, fromText, toText]),
    ).toEqual([
      ['Fix Version', '1.0', null],
      ['Fix Version', null, '2.0'],
    ]);
  });

  test('says nothing when nothing differs', async () => {
    const world = aSite([anIssue('SHOP-1', { labels: ['a'] })]);
    await world.ask('PUT', '/issue/SHOP-1', {
      fields: { labels: ['a'], summary: 'Summary of SHOP-1' },
    });
    expect([world.events, world.site.peek('SHOP-1')?.history]).toEqual([[], []]);
  });

  test('changes nothing when one field is wrong', async () => {
    const world = aSite([anIssue('SHOP-1')]);
    expect(
      await world.ask('PUT', '/issue/SHOP-1', {
        fields: { summary: 'New', priority: { name: 'None such' } },
      }),
    ).toMatchObject({ status: 400, body: { errors: { priority: expect.any(String) } } });
    expect(world.site.peek('SHOP-1')?.summary).toBe('Summary of SHOP-1');
  });

  test('comments and links ride along, or nothing happens at all', async () => {
    const world = aSite([anIssue('SHOP-1'), anIssue('SHOP-2')]);
    const edit = (other: string) =>
      world.ask('PUT', '/issue/SHOP-1', {
        fields: { summary: 'New' },
        update: {
          comment: [{ add: { body: text('Why') } }],
          issuelinks: [{ add: { type: { name: 'Blocks' }, outwardIssue: { key: other } } }],
        },
      });
    expect((await edit('SHOP-99')).status).toBe(404);
    expect([world.events, world.site.peek('SHOP-1')?.comments]).toEqual([[], []]);
    expect((await edit('SHOP-2')).status).toBe(204);
    expect(names(world)).toEqual(['updated:issue', 'commented:issue', 'created:issuelink']);
    expect(world.site.peek('SHOP-2')?.links).toMatchObject([{ source: { key: 'SHOP-1' } }]);
  });

  test('an assignment is told twice: as an update and as an assignment', async () => {
    const world = aSite([anIssue('SHOP-1')]);
    await world.ask('PUT', '/issue/SHOP-1/assignee', { accountId: 'ann' });
    expect(names(world)).toEqual(['updated:issue', 'assigned:issue']);
  });

  test('status and resolution are no fields to edit', async () => {
    const world = aSite([anIssue('SHOP-1')]);
    expect(
      await world.ask('PUT', '/issue/SHOP-1', {
        fields: { status: { name: 'Done' }, resolution: { name: 'Done' } },
      }),
    ).toMatchObject({
      status: 400,
      body: {
        errors: {
          status: expect.stringContaining('cannot be set'),
          resolution: expect.stringContaining('cannot be set'),
        },
      },
    });
  });

  test('a parent stands one level above its child', async () => {
    const world = aSite([
      anIssue('SHOP-1', { typeName: 'Epic' }),
      anIssue('SHOP-2'),
      anIssue('SHOP-3'),
    ]);
    expect(
      (await world.ask('PUT', '/issue/SHOP-2', { fields: { parent: { key: 'SHOP-3' } } })).status,
    ).toBe(400);
    expect(
      (await world.ask('PUT', '/issue/SHOP-2', { fields: { parent: { key: 'SHOP-1' } } })).status,
    ).toBe(204);
    expect(world.site.peek('SHOP-1')?.children.map(({ key }) => key)).toEqual(['SHOP-2']);
  });
});

describe('moving through the workflow', () => {
  test('done brings a resolution and its date; reopening takes them away', async () => {
    const world = aSite([anIssue('SHOP-1')]);
    expect(await moveTo(world, 'SHOP-1', 'Done')).toBe(204);
    expect(world.site.peek('SHOP-1')).toMatchObject({
      resolution: { name: 'Done' },
      resolved: START,
      statusCategoryChanged: START,
    });
    world.clock.advance(1_000);
    await moveTo(world, 'SHOP-1', 'In Progress');
    expect(world.site.peek('SHOP-1')).toMatchObject({
      resolution: null,
      resolved: null,
      statusCategoryChanged: START + 1_000,
    });
    expect(world.events.map(({ payload }) => payload['changelog'])).toMatchObject([
      {
        items: [
          { field: 'status', fromString: 'To Do', toString: 'Done' },
          { field: 'resolution', fromString: null, toString: 'Done' },
        ],
      },
      {
        items: [
          { field: 'status', fromString: 'Done', toString: 'In Progress' },
          { field: 'resolution', toString: null },
        ],
      },
    ]);
  });

  test('an imported project keeps its own statuses and gets what a workflow lacks', async () => {
    const world = aSite(
      [anIssue('SHOP-1', { statusName: 'Reopened' }), anIssue('SHOP-2', { statusName: 'Closed' })],
      {
        statuses: [
          { name: 'Reopened', category: 'new' },
          { name: 'Closed', category: 'done' },
        ],
      },
    );
    const { transitions } = Transitions.parse(
      (await world.ask('GET', '/issue/SHOP-1/transitions')).body,
    );
    expect(transitions.map(({ name }) => name)).toEqual(['Reopened', 'In Progress', 'Closed']);
  });

  test('refuses a transition that the workflow does not have', async () => {
    const world = aSite([anIssue('SHOP-1')]);
    expect(
      (await world.ask('POST', '/issue/SHOP-1/transitions', { transition: { id: '999' } })).status,
    ).toBe(400);
  });
});

describe('linking', () => {
  test('tells of the link, writes both changelogs, and counts the same link once', async () => {
    const world = aSite([anIssue('SHOP-1'), anIssue('SHOP-2')]);
    const link = {
      type: { name: 'Blocks' },
      inwardIssue: { key: 'SHOP-1' },
      outwardIssue: { key: 'SHOP-2' },
    };
    expect([
      (await world.ask('POST', '/issueLink', link)).status,
      (await world.ask('POST', '/issueLink', link)).status,
    ]).toEqual([201, 201]);
    expect(world.events).toMatchObject([
      {
        name: 'avi:jira:created:issuelink',
        payload: {
          sourceIssueId: idOf(world, 'SHOP-1'),
          destinationIssueId: idOf(world, 'SHOP-2'),
          issueLinkType: { name: 'Blocks', outward: 'blocks' },
        },
      },
    ]);
    expect(
      ['SHOP-1', 'SHOP-2'].map((key) => world.site.peek(key)?.history[0]?.items[0]?.toText),
    ).toEqual(['This issue blocks SHOP-2', 'This issue is blocked by SHOP-1']);
  });

  test('unlinking is told too', async () => {
    const world = aSite([anIssue('SHOP-1'), anIssue('SHOP-2')], {
      links: [{ id: '77', typeName: 'Blocks', sourceKey: 'SHOP-1', destinationKey: 'SHOP-2' }],
    });
    expect((await world.ask('DELETE', '/issueLink/77')).status).toBe(204);
    expect(names(world)).toEqual(['deleted:issuelink']);
    expect(world.site.peek('SHOP-2')?.links).toEqual([]);
  });
});

describe('deleting', () => {
  test('takes sub-tasks and links along, each told', async () => {
    const world = aSite(
      [
        anIssue('SHOP-1'),
        anIssue('SHOP-2', { typeName: 'Sub-task', parentKey: 'SHOP-1' }),
        anIssue('SHOP-3'),
      ],
      {
        links: [{ typeName: 'Blocks', sourceKey: 'SHOP-3', destinationKey: 'SHOP-1' }],
      },
    );
    expect((await world.ask('DELETE', '/issue/SHOP-1')).status).toBe(400);
    expect((await world.ask('DELETE', '/issue/SHOP-1?deleteSubtasks=true')).status).toBe(204);
    expect(names(world)).toEqual(['deleted:issue', 'deleted:issuelink', 'deleted:issue']);
    expect(world.site.counts).toMatchObject({ issues: 1, links: 0 });
    expect((await world.ask('GET', '/issue/SHOP-2')).status).toBe(404);
  });
});

describe('commenting', () => {
  test('keeps public comments and internal notes apart', async () => {
    const world = aSite([anIssue('SHOP-1')]);
    await world.ask('POST', '/issue/SHOP-1/comment', { body: text('To the customer') });
    await world.ask('POST', '/issue/SHOP-1/comment', {
      body: text('Among us'),
      properties: [{ key: 'sd.public.comment', value: { internal: true } }],
    });
    expect((await world.ask('GET', '/issue/SHOP-1/comment')).body).toMatchObject({
      total: 2,
      comments: [{ jsdPublic: true }, { jsdPublic: false }],
    });
    expect(names(world)).toEqual(['commented:issue', 'commented:issue']);
  });

  test('refuses an empty or a plain body', async () => {
    const world = aSite([anIssue('SHOP-1')]);
    expect((await world.ask('POST', '/issue/SHOP-1/comment', {})).status).toBe(400);
    expect((await world.ask('POST', '/issue/SHOP-1/comment', { body: 'plain' })).status).toBe(400);
  });
});

describe("the app's fields", () => {
  const world = () => {
    const made = aSite([anIssue('SHOP-1'), anIssue('SHOP-2')]);
    made.site.installAppFields(SCORE_FIELDS);
    return made;
  };
  const score = 'customfield_25001';
  const idsOf = (made: TestSite) => ['SHOP-1', 'SHOP-2'].map((key) => Number(idOf(made, key)));

  test('are told as changes of its own, and only where the value differs', async () => {
    const made = world();
    const [one] = idsOf(made);
    await made.ask(
      'POST',
      '/app/field/value',
      { updates: [{ customField: score, issueIds: [one], value: 5 }] },
      APP,
    );
    await made.ask(
      'POST',
      '/app/field/value',
      { updates: [{ customField: score, issueIds: idsOf(made), value: 5 }] },
      APP,
    );
    expect(
      made.events.map(({ name, selfGenerated, payload }) => [
        name,
        selfGenerated,
        payload['issue'],
      ]),
    ).toMatchObject([
      ['avi:jira:updated:issue', true, { key: 'SHOP-1' }],
      ['avi:jira:updated:issue', true, { key: 'SHOP-2' }],
    ]);
    expect(made.site.peek('SHOP-1')?.history).toHaveLength(1);
  });

  test('leave no trace when the app asks so', async () => {
    const made = world();
    await made.ask(
      'POST',
      '/app/field/value?generateChangelog=false&generateAppEvents=false',
      { updates: [{ customField: score, issueIds: idsOf(made), value: 5 }] },
      APP,
    );
    expect([
      made.events,
      made.site.peek('SHOP-1')?.history,
      made.site.peek('SHOP-1')?.customs[score],
    ]).toEqual([[], [], 5]);
  });

  test('are written all or none', async () => {
    const made = world();
    const [one = 0] = idsOf(made);
    const refused = await Promise.all([
      made.ask(
        'POST',
        '/app/field/value',
        { updates: [{ customField: score, issueIds: [one, 999_999], value: 5 }] },
        APP,
      ),
      made.ask(
        'POST',
        '/app/field/value',
        { updates: [{ customField: score, issueIds: [one], value: 'five' }] },
        APP,
      ),
      made.ask(
        'POST',
        '/app/field/value',
        {
          updates: [
            { customField: score, issueIds: [one], value: 1 },
            { customField: score, issueIds: [one], value: 2 },
          ],
        },
        APP,
      ),
      made.ask(
        'POST',
        '/app/field/value',
        { updates: [{ customField: 'customfield_99999', issueIds: [one], value: 1 }] },
        APP,
      ),
      made.ask('POST', '/app/field/value', {
        updates: [{ customField: score, issueIds: [one], value: 1 }],
      }),
      made.ask('PUT', '/issue/SHOP-1', { fields: { [score]: 1 } }),
    ]);
    expect(refused.map(({ status }) => status)).toEqual([400, 400, 400, 404, 403, 400]);
    expect(made.site.peek('SHOP-1')?.customs).toEqual({});
  });

  test('keep their ids when the app is installed again', () => {
    const made = world();
    made.site.installAppFields([...SCORE_FIELDS].reverse());
    expect(made.site.peek('SHOP-1')).toBeDefined();
    return expect(
      made.ask('GET', '/field').then(({ body }) =>
        z
          .array(z.object({ id: z.string(), name: z.string() }))
          .parse(body)
          .filter(({ name }) => name === 'Priority score'),
      ),
    ).resolves.toMatchObject([{ id: score }]);
  });
});
