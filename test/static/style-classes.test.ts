import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = join(__dirname, '../../static/ui/src');
const files = readdirSync(root, { recursive: true, encoding: 'utf8' });
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** Classes that a sheet has rules for. */
const classesOf = (sheet: string): ReadonlySet<string> =>
  new Set(
    [
      ...read(sheet)
        .replaceAll(/\/\*[^]*?\*\/|\{[^{}]*\}/g, ';')
        .matchAll(/\.([a-zA-Z]\w*)/g),
    ].map(([, name = '']) => name),
  );

interface Use {
  readonly file: string;
  readonly sheet: string;
  readonly name: string;
}

const uses: readonly Use[] = files
  .filter((path) => path.endsWith('.tsx'))
  .flatMap((file) => {
    const text = read(file);
    return [...text.matchAll(/import (\w+) from '([^']+\.module\.css)';/g)].flatMap(
      ([, local = '', specifier = '']) =>
        [...text.matchAll(new RegExp(`\\b${local}\\.(?!module\\.css)(\\w+)`, 'g'))].map(
          ([, name = '']) => ({ file, sheet: join(dirname(file), specifier), name }),
        ),
    );
  });
const sheets = files.filter((path) => path.endsWith('.module.css'));

describe('the classes of a style sheet', () => {
  it('exist where a component names them', () => {
    expect(uses.length).toBeGreaterThan(300);
    expect(uses.filter(({ sheet, name }) => !classesOf(sheet).has(name))).toEqual([]);
  });

  it.each(sheets)('are all used: %s', (sheet) => {
    const used = new Set(uses.filter((use) => use.sheet === sheet).map(({ name }) => name));
    expect([...classesOf(sheet)].filter((name) => !used.has(name))).toEqual([]);
  });
});

/** Declarations of a rule that is worth a name of its own. */
const LONG = 4;

describe('the same rule', () => {
  it('does not stand in two tabs: what several show alike is one of the shared styles', () => {
    const rules = sheets.flatMap((sheet) =>
      [
        ...read(sheet)
          .replaceAll(/\/\*[^]*?\*\//g, '')
          .matchAll(/^(\.\w+) \{([^{}]*)\}/gm),
      ].map(([, selector = '', body = '']) => ({
        place: `${sheet} ${selector}`,
        body: body
          .split(';')
          .map((line) => line.trim())
          .filter(Boolean)
          .sort()
          .join('; '),
      })),
    );
    const placesOf = new Map<string, readonly string[]>();
    for (const { body, place } of rules) placesOf.set(body, [...(placesOf.get(body) ?? []), place]);
    const repeated = [...placesOf]
      .filter(([body, places]) => places.length > 1 && body.split(';').length >= LONG)
      .map(([, places]) => places);
    expect(repeated).toEqual([]);
  });
});
