import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bands } from '../../src/core/terms/band';
import { workLanes } from '../../src/core/terms/lane';
import { modules } from './manifest';
import { ROOT } from './source-files';

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** Names that no sheet has a rule for, so that they look like nothing in particular. */
function uncoloured(sheet: string, attribute: string, names: readonly string[]): readonly string[] {
  return names.filter((name) => !sheet.includes(`[${attribute}='${name}']`));
}

describe('a lane or band, where no type reaches', () => {
  it('has a colour of its own in pictures, but for the band that asks for nothing', () => {
    const sheet = read('static/ui/src/charts/series-colors.css');
    expect(uncoloured(sheet, 'data-series', ['a new lane'])).toEqual(['a new lane']);
    expect(uncoloured(sheet, 'data-series', workLanes)).toEqual([]);
    expect(uncoloured(sheet, 'data-series', bands.slice(1))).toEqual([]);
  });

  it('has a colour of its own in the list of the local Jira', () => {
    expect(uncoloured(read('dev/page/src/styles/list.css'), 'data-lane', workLanes)).toEqual([]);
    const looks = read('dev/page/src/parts/issue-look.tsx');
    expect(
      workLanes.filter((lane) => !looks.includes(`${lane}: '`) && !looks.includes(`'${lane}': '`)),
    ).toEqual([]);
  });

  it('is named to whoever writes a rule that pins a work item', () => {
    const said = JSON.stringify(
      modules('action').find(({ key }) => key === 'ballast-override-lane')?.['inputs'],
    );
    expect(said).toContain('workItem');
    expect(workLanes.filter((lane) => !said.includes(lane))).toEqual([]);
  });
});
