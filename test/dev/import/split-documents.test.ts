import fc from 'fast-check';
import { createDocumentSplitter, type Piece } from '../../../dev/jira/import/split-documents';

function split(text: string, chunkLength = 7): Piece[] {
  const splitter = createDocumentSplitter();
  const pieces: Piece[] = [];
  for (let at = 0; at < text.length; at += chunkLength)
    pieces.push(...splitter.push(text.slice(at, at + chunkLength)));
  return [...pieces, ...splitter.end()];
}
const values = (text: string) =>
  split(text)
    .filter((piece) => piece.kind === 'value')
    .map((piece) => JSON.parse(piece.text) as unknown);
const faults = (text: string) =>
  split(text).flatMap((piece) =>
    piece.kind === 'broken' ? [`${piece.line}: ${piece.reason}`] : [],
  );
const anyObject = fc
  .dictionary(fc.string(), fc.jsonValue())
  .filter((object) => !('issues' in object));

describe('cutting a stream of JSON into issues', () => {
  test('a list, a page, lines and documents in a row give the same values, however the chunks fall', () => {
    fc.assert(
      fc.property(
        fc.array(anyObject, { minLength: 1 }),
        fc.integer({ min: 1, max: 40 }),
        fc.constantFrom(undefined, 0, 1),
        (objects, chunkLength, indent) => {
          const write = (value: unknown) => JSON.stringify(value, null, indent);
          const forms = [
            write(objects),
            write({ total: 1, issues: objects, names: { a: 'b' } }),
            objects.map(write).join('\n'),
            objects.map(write).join(''),
          ];
          for (const form of forms) {
            const pieces = split(form, chunkLength);
            expect(pieces.filter((piece) => piece.kind === 'broken')).toEqual([]);
            expect(
              pieces
                .filter((piece) => piece.kind === 'value')
                .map((piece) => JSON.parse(piece.text) as unknown),
            ).toEqual(JSON.parse(JSON.stringify(objects)));
          }
        },
      ),
    );
  });

  test('each value knows the line it begins on', () => {
    expect(split('\n{"a":\n1}\n\n{"b":2}').map((piece) => piece.line)).toEqual([2, 5]);
  });

  test('a page yields what surrounds its issues too', () => {
    expect(split('{"total":1,"issues":[{"a":1}],"names":{"x":"y"}}').at(-1)).toEqual({
      kind: 'envelope',
      line: 1,
      text: '{"total":1,"issues":[],"names":{"x":"y"}}',
    });
  });

  test('"issues" deeper inside an issue is no page', () => {
    expect(values('{"a":{"issues":[{"b":1}]}}')).toEqual([{ a: { issues: [{ b: 1 }] } }]);
  });

  test('with one issue a line, a broken line does not hide the ones after it', () => {
    const text = '{"a":1}\n{"b":"not closed\n{"c":{"d":1}\n{"e":1}}\nrubbish\n{"f":1}\n';
    expect(values(text)).toEqual([{ a: 1 }, { e: 1 }, { f: 1 }]);
    expect(faults(text)).toEqual([
      '2: a text is not closed at the end of the line',
      '3: the issue that begins here is not complete: the next one starts before it ends',
      '4: "}" closes what was never opened',
      expect.stringContaining('5: an issue is expected here, found "ru'),
    ]);
  });

  test.each([
    ['[{"a":1}{"b":2}]', '1: a comma is missing before this issue'],
    ['[{"a":1},]', '1: a comma stands before the end of the list'],
    ['[{"a":1}\n', '2: the file ends before the list of issues does'],
    ['[{"a":1},\n{"b":', '2: the file ends in the middle of what begins here'],
    ['[null]', '1: an issue is expected here, found "null]"'],
    ['['.repeat(300), '1: more than 256 brackets stand inside each other'],
  ])('%s is broken', (text, fault) => expect(faults(text)).toContain(fault));

  test('any text at all ends without a crash', () => {
    const jsonish = fc.array(
      fc.constantFrom(
        '{',
        '}',
        '[',
        ']',
        '"',
        ',',
        ':',
        '\\',
        '\n',
        ' ',
        '"issues"',
        '{"key":"A-1"}',
        '1',
      ),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(jsonish, fc.integer({ min: 1, max: 9 }), (parts, chunkLength) => {
        const pieces = split(parts.join(''), chunkLength);
        expect(pieces.length > 0 || /^[\s[\]]*$/.test(parts.join(''))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
