import { exportedTypes, privateNames, STORED } from './private-words';
import { sourceFiles } from './source-files';

const files = [...sourceFiles('src'), ...sourceFiles('static/ui/src')];
const found = files.flatMap(privateNames);

describe('a word that is nobody else’s', () => {
  it('names nothing but what is stored or asked for under it', () => {
    expect(found.filter(({ file, word }) => STORED[word]?.includes(file) !== true)).toEqual([]);
  });

  it('has no exception that is not needed', () => {
    const needless = Object.entries(STORED).flatMap(([word, places]) =>
      places.filter((place) => !found.some((one) => one.word === word && one.file === place)),
    );
    expect(needless).toEqual([]);
  });

  it.each([
    'const held = 1;',
    'function lastTold(): void {}',
    'export interface Wish {}',
    'const { id: mark } = one;',
    'const made = { scene: 1 };',
    'function f(desk: string): void {}',
  ])('is noticed in %s', (text) => {
    expect(privateNames({ path: 'src/core/x.ts', text })).toHaveLength(1);
  });

  it.each(['const holding = 1;', 'const remarks = input;', "const kind = 'held';"])(
    'is not seen in %s',
    (text) => {
      expect(privateNames({ path: 'src/core/x.ts', text })).toEqual([]);
    },
  );
});

describe('the name of an exported type', () => {
  /** Each room has its own, by agreement. */
  const AGREED = ['Needs'];

  it('stands for three things at most', () => {
    const same = [1, 2, 3, 4].map((n) => ({
      path: `src/core/${String(n)}.ts`,
      text: 'export interface Outcome {}',
    }));
    expect(exportedTypes(same).get('Outcome')).toHaveLength(4);
    const often = [...exportedTypes(files)].filter(
      ([name, places]) => places.length > 3 && !AGREED.includes(name),
    );
    expect(often).toEqual([]);
  });
});
