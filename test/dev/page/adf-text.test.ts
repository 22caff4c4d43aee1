import { blocksOf, documentOf, textOf } from '../../../dev/page/src/jira/adf-text';

const text = (words: string) => ({ type: 'text', text: words });
const doc = (...content: readonly object[]) => ({ type: 'doc', version: 1, content });

test('what a person types comes back as typed', () => {
  expect(textOf(documentOf('First line\nsecond line\n\nAnother paragraph'))).toBe(
    'First line\nsecond line\n\nAnother paragraph',
  );
});

test('nothing typed is an empty document', () => {
  expect(documentOf(' \n\n ')).toEqual({ type: 'doc', version: 1, content: [] });
});

test('lists, quotes, headings and code keep what they are', () => {
  const document = doc(
    { type: 'heading', attrs: { level: 2 }, content: [text('Steps')] },
    {
      type: 'bulletList',
      content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [text('open it')] }] }],
    },
    { type: 'blockquote', content: [{ type: 'paragraph', content: [text('it broke')] }] },
    { type: 'codeBlock', content: [text('<script>alert(1)</script>')] },
  );
  expect(blocksOf(document)).toEqual([
    { kind: 'heading', text: 'Steps' },
    { kind: 'item', text: 'open it' },
    { kind: 'quote', text: 'it broke' },
    { kind: 'code', text: '<script>alert(1)</script>' },
  ]);
});

test('mentions, emoji and links keep their words', () => {
  const document = doc({
    type: 'paragraph',
    content: [
      { type: 'mention', attrs: { id: '1', text: '@Ana' } },
      text(' see '),
      { type: 'inlineCard', attrs: { url: 'https://example.com/' } },
      { type: 'emoji', attrs: { shortName: ':ok:' } },
    ],
  });
  expect(textOf(document)).toBe('@Ana see https://example.com/:ok:');
});

test('unknown nodes give the text inside them', () => {
  expect(
    textOf(
      doc({
        type: 'panelOfTheFuture',
        content: [{ type: 'paragraph', content: [text('still here')] }],
      }),
    ),
  ).toBe('still here');
});

test.each([null, undefined, 7, [], { type: 'doc' }])('%p is no text and no error', (value) => {
  expect(blocksOf(value)).toEqual([]);
});

test('plain text of an older export is read as paragraphs', () => {
  expect(textOf('one\n\n\ntwo')).toBe('one\n\ntwo');
});
