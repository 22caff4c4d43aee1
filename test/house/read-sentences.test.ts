import { READERS, readSentences } from './read-sentences';
import { sourceFiles } from './source-files';

const found = (text: string): readonly string[] =>
  readSentences({ path: 'src/core/some-file.ts', text }).map((one) => one.text);

describe('sentences for people', () => {
  const all = sourceFiles('src').flatMap(readSentences);

  it('are read by nothing in the app', () => {
    expect(all.filter(({ file }) => !Object.hasOwn(READERS, file))).toEqual([]);
  });

  it('are read on purpose only where it says why', () => {
    expect(Object.keys(READERS).filter((file) => !all.some((one) => one.file === file))).toEqual(
      [],
    );
  });

  it.each([
    "card.because.includes('SEV1')",
    'entry.cause.match(/votes/u)',
    "line.text.replace('a', 'b')",
    "card.reasons.startsWith('paused')",
    '/^paused/u.test(card.reasons)',
    '/(\\d+) votes/u.exec(source.text)',
  ])('are seen to be read by: %s', (text) => {
    expect(found(text)).toEqual([text]);
  });

  it('are seen to be read once they are taken out of what holds them', () => {
    expect(found("each.map(({ what }) => what.startsWith('lane'));")).toEqual([
      "what.startsWith('lane')",
    ]);
    expect(found("const { cause: said } = entry; said.includes('votes');")).toEqual([
      "said.includes('votes')",
    ]);
    expect(found("const what = nameOf(field); what.includes('votes');")).toEqual([]);
  });

  it('may be shown, joined and measured', () => {
    expect(found('`${card.because}`; [line.text].join(); entry.cause.length;')).toEqual([]);
  });
});
