import { aSite, anIssue, type Asked } from './a-site';

const doc = (...content: readonly unknown[]) => ({ type: 'doc', version: 1, content });
const paragraph = (...content: readonly unknown[]) => ({ type: 'paragraph', content });
const text = (words: string, marks?: readonly unknown[]) => ({
  type: 'text',
  text: words,
  ...(marks === undefined ? {} : { marks }),
});
const item = (...content: readonly unknown[]) => ({ type: 'listItem', content });

const WRONG = {
  'an empty text': doc(paragraph(text(''))),
  'no node at all': doc(null),
  'a text outside a block': doc(text('x')),
  'an unknown node': doc({ type: 'marquee', content: [] }),
  'an unknown mark': doc(paragraph(text('x', [{ type: 'blink' }]))),
  'a link to nowhere': doc(paragraph(text('x', [{ type: 'link', attrs: {} }]))),
  'a heading of level 9': doc({ type: 'heading', attrs: { level: 9 }, content: [text('x')] }),
  'a heading without a level': doc({ type: 'heading', content: [text('x')] }),
  'a list without items': doc({ type: 'bulletList', content: [] }),
  'a list of paragraphs': doc({ type: 'bulletList', content: [paragraph(text('x'))] }),
  'a mention of nobody': doc(paragraph({ type: 'mention', attrs: { text: '@Ann' } })),
  'a panel without its kind': doc({ type: 'panel', attrs: {}, content: [paragraph(text('x'))] }),
  'a code block with marks': doc({ type: 'codeBlock', content: [text('x', [{ type: 'strong' }])] }),
  'another version': { ...doc(), version: 2 },
  'content that is no list': { type: 'doc', version: 1, content: 'x' },
} as const;

const RIGHT = {
  'nothing in it': doc(),
  'an empty paragraph': doc({ type: 'paragraph' }),
  'marked text': doc(paragraph(text('x', [{ type: 'strong' }, { type: 'em' }]))),
  'a link': doc(paragraph(text('x', [{ type: 'link', attrs: { href: 'https://example.com' } }]))),
  'lists and headings': doc(
    { type: 'heading', attrs: { level: 2 }, content: [text('x')] },
    { type: 'bulletList', content: [item(paragraph(text('x')))] },
    { type: 'orderedList', content: [item(paragraph(text('x')))] },
  ),
  'a mention': doc(paragraph({ type: 'mention', attrs: { id: 'ann', text: '@Ann' } })),
  'a table': doc({
    type: 'table',
    content: [
      {
        type: 'tableRow',
        content: [
          { type: 'tableHeader', attrs: {}, content: [paragraph(text('x'))] },
          { type: 'tableCell', attrs: {}, content: [paragraph()] },
        ],
      },
    ],
  }),
  'a rule and a code block': doc(
    { type: 'rule' },
    { type: 'codeBlock', attrs: { language: 'sql' }, content: [text('select 1')] },
  ),
} as const;

const DOORS: Readonly<Record<string, (document: unknown) => readonly [string, string, unknown]>> = {
  'a comment': (body) => ['POST', '/issue/SHOP-1/comment', { body }],
  'an edit': (description) => ['PUT', '/issue/SHOP-1', { fields: { description } }],
  'an update': (description) => [
    'PUT',
    '/issue/SHOP-1',
    { update: { description: [{ set: description }] } },
  ],
  'a new issue': (description) => [
    'POST',
    '/issue',
    {
      fields: { project: { key: 'SHOP' }, issuetype: { name: 'Story' }, summary: 'x', description },
    },
  ],
  'a text field': (customfield_10060) => [
    'PUT',
    '/issue/SHOP-1',
    { fields: { customfield_10060 } },
  ],
};

const aShop = () =>
  aSite([anIssue('SHOP-1')], {
    fields: [{ id: 'customfield_10060', name: 'Impact', type: 'text' }],
  });

describe.each(Object.entries(DOORS))('%s', (_, door) => {
  test.each(Object.entries(WRONG))('with %s is refused', async (__, document) => {
    expect((await aShop().ask(...door(document))).status).toBe(400);
  });
  test.each(Object.entries(RIGHT))('with %s is taken', async (__, document) => {
    expect((await aShop().ask(...door(document))).status).toBeLessThan(300);
  });
  test('is refused where it is plain text in version 3, or a document in version 2', async () => {
    const [method, path, body] = door('plain');
    expect((await aShop().ask(method, path, body)).status).toBe(400);
    expect((await aShop().ask(method, `/rest/api/2${path}`, body)).status).toBeLessThan(300);
    const [, , whole] = door(RIGHT['marked text']);
    expect((await aShop().ask(method, `/rest/api/2${path}`, whole)).status).toBe(400);
  });
  test('is refused above 32,767 characters', async () => {
    const long = (length: number) => door(doc(paragraph(text('x'.repeat(length)))));
    expect((await aShop().ask(...long(32_768))).status).toBe(400);
    // Nobody says whether Jira counts the words or the whole document: here it is the document.
    expect((await aShop().ask(...long(32_600))).status).toBeLessThan(300);
  });
});

test('Jira says that it is no valid input, or no valid comment', async () => {
  const { ask } = aShop();
  const said = ({ body }: Asked) => (body as { errorMessages: string[] }).errorMessages;
  const wrong = WRONG['an empty text'];
  expect(said(await ask('PUT', '/issue/SHOP-1', { fields: { description: wrong } }))).toEqual([
    'INVALID_INPUT',
  ]);
  expect(said(await ask('POST', '/issue/SHOP-1/comment', { body: wrong }))).toEqual([
    'Comment body is not valid!',
  ]);
});

test('a document nested as deep as JSON can be is refused, and stops nothing', async () => {
  const { site, ask } = aShop();
  const depth = 4_000;
  const open = '{"type":"blockquote","content":['.repeat(depth);
  const { status } = await site.handle({
    method: 'POST',
    path: '/rest/api/3/issue/SHOP-1/comment',
    headers: { 'content-type': 'application/json' },
    body: `{"body":{"type":"doc","version":1,"content":[${open}${']}'.repeat(depth)}]}}`,
    principal: { kind: 'app' },
  });
  expect(status).toBe(400);
  expect((await ask('GET', '/issue/SHOP-1')).status).toBe(200);
});

test('a document that an import brought as it was spoils no search and no reading', async () => {
  const { ask } = aSite([
    anIssue('SHOP-1', {
      description: { type: 'doc', version: 1, content: [null, { type: 'text' }] },
    }),
    anIssue('SHOP-2', { description: 'Sound words' }),
  ]);
  expect(
    (await ask('POST', '/search/jql', { jql: 'text ~ sound', fields: ['key'] })).body,
  ).toMatchObject({ issues: [{ key: 'SHOP-2' }] });
  expect((await ask('GET', '/rest/api/2/issue/SHOP-1')).status).toBe(200);
});

test('the two versions show one text in their own ways', async () => {
  const { ask } = aShop();
  await ask('PUT', '/rest/api/2/issue/SHOP-1', {
    fields: { description: 'One', customfield_10060: 'Two' },
    update: { comment: [{ add: { body: 'Three' } }] },
  });
  const shown = async (version: number): Promise<readonly unknown[]> => {
    const { body } = await ask('GET', `/rest/api/${version}/issue/SHOP-1`);
    const { description, customfield_10060, comment } = (
      body as { fields: Record<string, unknown> }
    ).fields;
    return [
      description,
      customfield_10060,
      (comment as { comments: { body: unknown }[] }).comments[0]?.body,
    ];
  };
  expect(await shown(2)).toEqual(['One', 'Two', 'Three']);
  expect(await shown(3)).toEqual(
    ['One', 'Two', 'Three'].map((words) => doc(paragraph(text(words)))),
  );
});
