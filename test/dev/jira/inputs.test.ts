import { documentedInputs, nameOf, UNMODELLED } from '../../../dev/jira/rest/inputs/documented';
import { READ, WITHOUT_EFFECT } from '../../../dev/jira/rest/inputs/read';
import { ROUTES } from '../../../dev/jira/rest/router';
import { APP, aSite, anIssue, SCORE_FIELDS, type Asked } from './a-site';

const OPERATIONS = [...new Set(ROUTES.map(({ method, pattern }) => nameOf(method, pattern)))];
const words = (line = ''): readonly string[] => line.split(' ').filter((each) => each !== '');

/** Asks the operation of issue SHOP-1, its project or its role, whatever it is, with one more input. */
async function asking(operation: string, query: string, body?: unknown): Promise<Asked> {
  const { ask, site } = aSite(
    [anIssue('SHOP-1'), anIssue('SHOP-2', { typeName: 'Sub-task', parentKey: 'SHOP-1' })],
    {
      projects: [{ key: 'SHOP', name: 'Shop', roles: [{ name: 'Members', accountIds: ['ann'] }] }],
    },
  );
  site.installAppFields(SCORE_FIELDS);
  if (operation === 'GET /project/{}/role/{}') {
    const roles = (await ask('GET', '/project/SHOP/role')).body as Readonly<Record<string, string>>;
    return ask('GET', new URL(roles['Members'] ?? '').pathname + query);
  }
  const [method = '', path = ''] = operation.split(' ');
  const named = path
    .replace(/^\/(issue|issue\/createmeta)\/\{\}/, (_, room: string) =>
      room === 'issue' ? '/issue/SHOP-1' : '/issue/createmeta/SHOP',
    )
    .replace('/project/{}', '/project/SHOP')
    .replace('/app/field/{}', '/app/field/customfield_25001')
    .replaceAll('{}', '1');
  return ask(method, named + query, body, named.startsWith('/app/') ? APP : undefined);
}

const refusal = ({ status, body }: Asked): string =>
  `${status} ${(body as { readonly errorMessages?: readonly string[] } | undefined)?.errorMessages?.join(' ') ?? ''}`;

const REFUSED = /^501 The stand-in does not model |GDPR strict mode/;

const inputs = OPERATIONS.filter((each) => !each.endsWith(' /search')).flatMap((operation) => {
  const documented = documentedInputs(operation);
  const read = READ[operation] ?? {};
  return [
    ...(documented.query ?? [])
      .filter((name) => !words(read.query).includes(name) && !(name in WITHOUT_EFFECT))
      .map((name) => ({ operation, what: `?${name}`, name, query: `?${name}=x`, body: undefined })),
    ...(documented.expand ?? [])
      .filter((name) => !words(read.expand).includes(name))
      .map((name) => ({
        operation,
        what: `expand ${name}`,
        name,
        query: documented.query?.includes('expand') === true ? `?expand=${name}` : '',
        body: documented.body?.includes('expand') === true ? { expand: [name] } : undefined,
      })),
    ...(documented.body ?? [])
      .filter((name) => !words(read.body).includes(name))
      .map((name) => ({ operation, what: `{${name}}`, name, query: '', body: { [name]: 'x' } })),
  ];
});

test.each(inputs)(
  '$operation refuses $what by its name',
  async ({ operation, name, query, body }) => {
    const said = refusal(await asking(operation, query, body));
    expect(said).toMatch(REFUSED);
    expect(said).toContain(name === 'name' || name === 'key' ? 'GDPR' : name);
  },
);

test('what is said to be read is documented', () => {
  const strange = Object.entries(READ).flatMap(([operation, read]) => {
    const documented = documentedInputs(operation);
    return [
      ...words(read.query).filter((name) => documented.query?.includes(name) !== true),
      ...words(read.body).filter((name) => documented.body?.includes(name) !== true),
      // The expand of an edit is that of the issue it gives back.
      ...words(read.expand).filter(
        (name) => documented.expand?.includes(name) !== true && operation !== 'PUT /issue/{}',
      ),
    ].map((name) => `${operation}: ${name}`);
  });
  expect(strange).toEqual([]);
  expect(Object.keys(READ).filter((operation) => !OPERATIONS.includes(operation))).toEqual([]);
});

test('what is taken without effect is documented somewhere', () => {
  const documented = new Set(OPERATIONS.flatMap((each) => documentedInputs(each).query ?? []));
  expect(Object.keys(WITHOUT_EFFECT).filter((name) => !documented.has(name))).toEqual([]);
});

/** The words by which a handler asks for a parameter, found where it was asked. */
test.each(Object.entries(READ).filter(([, { query }]) => query !== undefined))(
  '%s asks its query for what it is said to read',
  async (operation, { query }) => {
    const asked = new Set<string>();
    const { get, getAll, has } = URLSearchParams.prototype;
    const asks = <T>(real: (this: URLSearchParams, name: string) => T) =>
      function (this: URLSearchParams, name: string): T {
        asked.add(name);
        return real.call(this, name);
      };
    const spies = [
      jest.spyOn(URLSearchParams.prototype, 'get').mockImplementation(asks(get)),
      jest.spyOn(URLSearchParams.prototype, 'getAll').mockImplementation(asks(getAll)),
      jest.spyOn(URLSearchParams.prototype, 'has').mockImplementation(asks(has)),
    ];
    await asking(operation, NEEDED[operation] ?? '', BODIES[operation]);
    for (const spy of spies) spy.mockRestore();
    expect(words(query).filter((name) => !asked.has(name))).toEqual([]);
  },
);

const NEEDED: Readonly<Record<string, string>> = {
  'GET /issuetypescreenscheme/project': '?projectId=1',
  'GET /user/bulk': '?accountId=ann',
  'GET /user/search': '?query=a',
  'GET /user/assignable/search': '?project=SHOP',
  'GET /mypermissions': '?permissions=BROWSE_PROJECTS',
  'GET /user': '?accountId=ann',
  'GET /user/groups': '?accountId=ann',
  'GET /search/jql': '?jql=project=SHOP',
  'PUT /issue/{}': '?returnIssue=true',
};
const BODIES: Readonly<Record<string, unknown>> = {
  'PUT /issue/{}': { fields: { summary: 'Other' } },
  'POST /jql/parse': { queries: ['project = SHOP'] },
  'POST /app/field/value': {
    updates: [{ customField: 'customfield_25001', issueIds: [10_001], value: 1 }],
  },
  'PUT /app/field/{}/value': { updates: [{ issueIds: [10_001], value: 1 }] },
};

test('what Jira does not document is passed over, unless the body takes nothing else', async () => {
  const { ask } = aSite([anIssue('SHOP-1')]);
  expect((await ask('GET', '/issue/SHOP-1?colour=red')).status).toBe(200);
  expect(
    (await ask('PUT', '/issue/SHOP-1', { fields: { summary: 'x' }, colour: 'red' })).status,
  ).toBe(204);
  for (const [path, body] of [
    ['/search/jql', { jql: 'project = SHOP', startAt: 0 }],
    ['/search/approximate-count', { jql: 'project = SHOP', maxResults: 1 }],
    ['/issue/bulkfetch', { issueIdsOrKeys: ['SHOP-1'], jql: '' }],
  ] as const)
    expect(refusal(await ask('POST', path, body))).toMatch(/^400 Invalid request payload/);
});

test('what Jira alone sets is passed over', async () => {
  const { ask } = aSite([anIssue('SHOP-1')]);
  const { status, body } = await ask('POST', '/rest/api/2/issue/SHOP-1/comment', {
    body: 'Hello',
    id: '7',
    author: { accountId: 'ann' },
  });
  expect([status, (body as { author: { accountId: string } }).author.accountId]).toEqual([
    201,
    'local-admin',
  ]);
});

test.each(UNMODELLED)('%s is another operation than the one it looks like', async (operation) => {
  const [method = '', path = ''] = operation.split(' ');
  expect(refusal(await aSite().ask(method, path))).toBe(
    `501 The stand-in does not model ${method} /rest/api/3${path}.`,
  );
});
