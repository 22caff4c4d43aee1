import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../../static/ui/src');
const sheets = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) =>
  path.endsWith('.css'),
);
const known = new Set(
  readFileSync(require.resolve('@atlaskit/tokens/token-names'), 'utf8').match(/--ds-[\w-]+/g),
);

describe('our style sheets', () => {
  it('exist, so that the checks below have something to check', () => {
    expect(sheets.length).toBeGreaterThan(3);
    expect(known.size).toBeGreaterThan(300);
  });

  it.each(sheets)('%s names only tokens that Atlaskit has', (sheet) => {
    const used = readFileSync(join(root, sheet), 'utf8').match(/--ds-[\w-]+/g) ?? [];
    expect(used.filter((token) => !known.has(token))).toEqual([]);
  });

  it.each(sheets)('%s has no colour of its own, so that light and dark both work', (sheet) => {
    const declarations =
      readFileSync(join(root, sheet), 'utf8')
        .replaceAll(/var\([^)]*\)/g, 'token')
        .match(/(?:color|background|border[\w-]*|box-shadow|outline)\s*:[^;]+;/g) ?? [];
    expect(
      declarations.filter((one) =>
        /#[0-9a-f]{3}|rgb|hsl|oklch|\b(?:white|black|red|blue|gray|grey)\b/i.test(one),
      ),
    ).toEqual([]);
  });
});
