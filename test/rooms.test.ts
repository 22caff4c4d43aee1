import { Rubric } from '../src/core/rubric/schema/schema';
import { importsOf } from './house/imports';
import { leavesOf, unread } from './house/leaves';
import { listsWrittenOut } from './house/lists';
import { climbs, crowded, homeless, meetings } from './house/rooms';
import { sourceFiles, type SourceFile } from './house/source-files';

const app = sourceFiles('src');
const browser = sourceFiles('static/ui/src');
const all = [...app, ...browser, ...sourceFiles('dev')];

function aFile(path: string, text: string): SourceFile {
  return { path, text };
}

describe('the rooms of core and use cases', () => {
  it('import nothing from a room above them, types included', () => {
    const climbing = aFile(
      'src/core/lanes/lane.ts',
      `import type { Line } from '../score-card/score-card';`,
    );
    expect(climbs(importsOf(climbing))).toEqual([
      'src/core/lanes/lane.ts:1 climbs from lanes to score-card',
    ]);
    expect(climbs(app.flatMap(importsOf))).toEqual([]);
  });

  it('are all on their list, and no file stands outside of them', () => {
    expect(
      homeless(['src/core/score.ts', 'src/usecases/attic/a.ts', 'src/jira/client.ts']),
    ).toEqual(['src/core/score.ts', 'src/usecases/attic/a.ts']);
    expect(homeless(app.map(({ path }) => path))).toEqual([]);
  });

  it('hold at most twenty files each', () => {
    const many = Array.from({ length: 21 }, (_, n) => `src/core/lanes/lane-${n}.ts`);
    expect(crowded(many, 20)).toEqual(['src/core/lanes: 21']);
    const paths = app
      .map(({ path }) => path)
      .filter((path) => /^src\/(core|usecases)\//.test(path));
    expect(crowded(paths, 20)).toEqual([]);
  });

  it('know nothing of their sisters: features of the project page meet in its overview alone', () => {
    const sisters = aFile(
      'src/core/flow/cycle-time.ts',
      `import { inbox } from '../triage/inbox'; import { day } from '../time/utc-day';`,
    );
    const overview = aFile(
      'src/usecases/project-page/overview/view-overview.ts',
      `import { viewInbox } from '../triage/view-inbox'; import { decline } from '../triage/decline';`,
    );
    expect(meetings(importsOf(sisters))).toHaveLength(1);
    expect(meetings(importsOf(overview))).toEqual([expect.stringContaining('triage/decline')]);
    expect(meetings(all.flatMap(importsOf))).toEqual([]);
  });
});

describe('what is written once', () => {
  it('is the list of lanes, of bands and of horizons', () => {
    const again = aFile('src/core/lanes/x.ts', `const lanes = ['stability', 'hot fix'];`);
    const type = aFile('src/core/lanes/x.ts', `type When = 'now' | 'later';`);
    expect([again, type].flatMap(listsWrittenOut)).toHaveLength(2);
    expect(
      all.flatMap(listsWrittenOut).filter((found) => !found.startsWith('src/core/terms/')),
    ).toEqual([]);
  });

  it.each([
    ['a day in milliseconds', /\b86_?400_?000\b/],
    ['the day of an ISO time', /\.slice\(0, 10\)/],
  ])('is %s', (_, pattern) => {
    const places = [...app, ...browser].filter(({ text }) => pattern.test(text));
    expect(
      places.map(({ path }) => path).filter((path) => !path.startsWith('src/core/time/')),
    ).toEqual([]);
  });
});

describe('every setting', () => {
  /** Checked, edited and kept by the rubric's own rooms: what counts is who acts on it. */
  const actors = [...app, ...browser].filter(
    ({ path }) =>
      !path.startsWith('src/core/rubric/') && !path.startsWith('static/ui/src/surfaces/settings/'),
  );
  /** Read by nothing yet: bets get their approval and their scope creep with the project page's strategy. */
  const YET_TO_COME = ['capacity.scopeCreep', 'decisionRights.approveBet'];

  it('of the rubric has an effect', () => {
    const idle = unread(leavesOf(Rubric), actors);
    expect(idle.filter((leaf) => !YET_TO_COME.some((yet) => leaf.startsWith(yet)))).toEqual([]);
    expect(YET_TO_COME.filter((yet) => idle.some((leaf) => leaf.startsWith(yet)))).toEqual(
      YET_TO_COME,
    );
  });
});
