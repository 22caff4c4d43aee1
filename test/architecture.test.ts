import { circlesIn } from './house/circles';
import { habitsOf, type Habit } from './house/habits';
import { objection, ROWS, rowOf } from './house/import-rules';
import { importsOf } from './house/imports';
import { sourceFiles, type SourceFile } from './house/source-files';

const app = sourceFiles('src');
const all = [...app, ...sourceFiles('static/ui/src', 'dev')];
const imports = all.flatMap(importsOf);

function aFile(path: string, text: string): SourceFile {
  return { path, text };
}

function objectionsTo(file: SourceFile): readonly string[] {
  return importsOf(file).flatMap((found) => objection(found) ?? []);
}

describe('who imports whom', () => {
  it('follows the table in every file of src, static/ui/src and dev', () => {
    expect(imports.length).toBeGreaterThan(100);
    expect(imports.flatMap((found) => objection(found) ?? [])).toEqual([]);
  });

  it.each(ROWS)(
    'refuses in $from what its row forbids: $refuses.text',
    ({ from, refuses, because }) => {
      const file = aFile(refuses.file, refuses.text);
      expect(rowOf(file.path)?.from).toBe(from);
      expect(objectionsTo(file)).toEqual([expect.stringContaining(because)]);
    },
  );

  it.each(
    ROWS.map(({ from }) => from).filter((from) => !['dev', 'dev/bench/points'].includes(from)),
  )('lets nothing under %s import dev', (from) => {
    const file = aFile(
      `${from}/some-file.ts`,
      `import { readIt } from '${'../'.repeat(from.split('/').length)}dev/clock';`,
    );
    expect(objectionsTo(file)).toHaveLength(1);
  });

  it('tells types from values', () => {
    const values = aFile('src/jira/parse.ts', `import { kind } from '../core/signals/signal';`);
    const types = aFile(
      'src/jira/parse.ts',
      `import type { Kind } from '../core/signals/signal'; import { type Kind } from '../core/signals/signal';`,
    );
    expect(objectionsTo(values)).toEqual([expect.stringContaining('only its types')]);
    expect(objectionsTo(types)).toEqual([]);
  });

  it('sees dynamic, re-exporting, required and in-type imports', () => {
    const text = `export * from 'a'; export const b = import('b'); const c = require('c'); export type D = import('d').D; import 'e';`;
    expect(importsOf(aFile('src/core/x.ts', text)).map(({ specifier }) => specifier)).toEqual([
      'a',
      'b',
      'c',
      'd',
      'e',
    ]);
  });

  it.each([
    ['src/jira/client.ts', `import { Text } from '@forge/ui';`],
    ['static/ui/src/surfaces/panel/panel.tsx', `import { invoke } from '@forge/bridge';`],
    ['dev/forge/host.ts', `import { kvs } from '@forge/kvs';`],
    ['src/entrypoints/daily.ts', `import * as events from '@forge/events';`],
    ['static/ui/src/surfaces/panel/panel.tsx', `import { scaleLinear } from 'd3-scale';`],
  ])(
    'keeps platform packages and the chart library in their one room: not %s with %s',
    (path, text) => {
      expect(objectionsTo(aFile(path, text))).toHaveLength(1);
    },
  );

  it('has no circle', () => {
    const circle = [
      aFile('src/core/a.ts', `import { b } from './b';`),
      aFile('src/core/b.ts', `import { a } from './a';`),
    ];
    expect(circlesIn(circle.flatMap(importsOf))).toEqual(['src/core/a → src/core/b → src/core/a']);
    expect(circlesIn(imports)).toEqual([]);
  });
});

describe('what a room may do', () => {
  const habits = app.flatMap(habitsOf);
  const said = (wanted: (habit: Habit) => boolean) =>
    habits.filter(wanted).map(({ file, line, what, text }) => `${file}:${line} ${what}: ${text}`);

  it('reads the clock and throws dice in index.ts alone: below it, now is an argument', () => {
    expect(
      said(({ what, file }) => (what === 'clock' || what === 'chance') && file !== 'src/index.ts'),
    ).toEqual([]);
  });

  it('makes requests in src/jira alone', () => {
    expect(said(({ what, file }) => what === 'request' && !file.startsWith('src/jira/'))).toEqual(
      [],
    );
  });

  it('keeps nothing between calls: a warm process serves several sites', () => {
    expect(said(({ what }) => what === 'module state')).toEqual([]);
  });

  it('leaves process and console alone in the core', () => {
    expect(said(({ what, file }) => what === 'process' && file.startsWith('src/core/'))).toEqual(
      [],
    );
  });

  it.each([
    ['new Date()', 'clock'],
    ['Date.now()', 'clock'],
    ['Math.random()', 'chance'],
    ['api.asApp().requestJira(path)', 'request'],
    ['console.log(1)', 'process'],
    ['let seen = 0', 'module state'],
    ['const seen = new Map<string, number>()', 'module state'],
  ])('notices %s', (text, what) => {
    expect(habitsOf(aFile('src/core/x.ts', text)).map((habit) => habit.what)).toEqual([what]);
  });

  it('has nothing against dates that are given and tables that are written out', () => {
    expect(
      habitsOf(
        aFile('src/core/x.ts', `const day = new Date(0); const table = new Map([['a', 1]]);`),
      ),
    ).toEqual([]);
  });
});

describe('the size and name of a file', () => {
  const VAGUE = /(^|[/-])(utils?|helpers?|common|types|misc|managers?|services?)(\.|\/|$)/;
  const NAME = /^[a-z0-9]+(-[a-z0-9]+)*(\.(test|config|d))?\.tsx?$/;
  const everything = [...all, ...sourceFiles('test')];

  /** A suite is a list of cases, the sample is data: both may be longer. */
  const limitOf = (path: string): number =>
    path.startsWith('test/') ? 600 : path.startsWith('dev/sample/') ? 450 : 300;

  it('is at most 300 lines', () => {
    const long = everything.map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }));
    expect(long.filter(({ path, lines }) => lines > limitOf(path))).toEqual([]);
  });

  it('is kebab-case and says what the file does', () => {
    const names = everything.map(({ path }) => path);
    expect(names.filter((path) => !NAME.test(path.slice(path.lastIndexOf('/') + 1)))).toEqual([]);
    expect(names.filter((path) => VAGUE.test(path))).toEqual([]);
  });

  it.each(['src/core/date-utils.ts', 'src/common/dates.ts', 'src/jira/types.ts', 'dev/service.ts'])(
    'is not %s',
    (path) => {
      expect(VAGUE.test(path)).toBe(true);
      expect(NAME.test('scoreIssue.ts')).toBe(false);
    },
  );
});
