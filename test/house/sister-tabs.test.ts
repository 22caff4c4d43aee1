import { importsOf } from './imports';
import { importsAcrossSurfaces, importsOfSisters, surfacesWithTabs } from './sister-tabs';
import { sourceFiles } from './source-files';

const files = sourceFiles('static/ui/src');
const imports = files.flatMap(importsOf);
const surfaces = surfacesWithTabs(files);
const SETTINGS = 'static/ui/src/surfaces/settings';

const importing = (path: string, specifier: string) =>
  importsOf({ path, text: `import styles from '${specifier}';` });

describe('the tabs of a surface', () => {
  it('are known by its list of tabs', () => {
    expect(
      surfaces.map(({ folder, tabs }) => [folder.split('/').at(-1), [...tabs].sort()]),
    ).toEqual([
      ['panel', ['customer-update', 'decisions', 'lane', 'post-mortem', 'score']],
      [
        'settings',
        ['calibration', 'customers', 'pilot', 'rubric-tab', 'setup', 'versions', 'work'],
      ],
    ]);
  });

  it('never import each other, style sheets included', () => {
    expect(importsOfSisters(imports, surfaces)).toEqual([]);
  });

  it.each([
    [`${SETTINGS}/versions/compare.tsx`, '../work/work-tab'],
    [`${SETTINGS}/versions/compare.tsx`, '../work/work.module.css'],
    [`${SETTINGS}/jobs/use-job.ts`, '../work/work-tab'],
  ])('would be caught: %s imports %s', (path, specifier) => {
    expect(importsOfSisters(importing(path, specifier), surfaces)).toHaveLength(1);
  });

  it.each([
    [`${SETTINGS}/tab-list.ts`, './work/work-tab'],
    [`${SETTINGS}/work/work-tab.tsx`, '../jobs/use-job'],
    [`${SETTINGS}/work/work-tab.tsx`, '../tab-list'],
  ])('may import: %s imports %s', (path, specifier) => {
    expect(importsOfSisters(importing(path, specifier), surfaces)).toEqual([]);
  });
});

describe('surfaces', () => {
  it('never import each other, nor does what they share import them', () => {
    expect(importsAcrossSurfaces(imports)).toEqual([]);
    expect(
      importsAcrossSurfaces(
        importing('static/ui/src/shared/components/copy-text.tsx', '../../surfaces/panel/a/b'),
      ),
    ).toHaveLength(1);
  });
});

describe('a folder of the UI', () => {
  it('has at most 20 files, so that it can be read at a glance', () => {
    const sizes = new Map<string, number>();
    for (const { path } of files) {
      const folder = path.slice(0, path.lastIndexOf('/'));
      sizes.set(folder, (sizes.get(folder) ?? 0) + 1);
    }
    expect([...sizes].filter(([, size]) => size > 20)).toEqual([]);
  });
});
