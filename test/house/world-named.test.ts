import { sourceFiles } from './source-files';
import { worldNamed } from './world-named';

const FEATURE = 'src/usecases/ratings/cast-rating.ts';
const NEEDS = 'src/usecases/ratings/needs.ts';

describe('the whole world', () => {
  it('is named only where the app is put together and where any feature is run', () => {
    const files = sourceFiles('src');
    expect(files.some(({ path, text }) => /\/needs\.ts$/.test(path) && /World/.test(text))).toBe(
      true,
    );
    expect(files.flatMap(worldNamed)).toEqual([]);
  });

  it.each([
    ['as an argument', FEATURE, `export function rate(world: World): void {}`],
    ['in part, beside the needs of the room', FEATURE, `type Mine = Pick<World, 'votes'>;`],
    ['under another name', FEATURE, `import type { World as All } from '../ports/world';`],
    ['through its module', FEATURE, `function rate(world: import('../ports/world').World) {}`],
    ['through somebody who asks', FEATURE, `function rate(world: Asking['world']) {}`],
    ['whole, as the needs of a room', NEEDS, `export type Needs = World;`],
    ['but for a part', NEEDS, `export type Needs = Omit<World, 'votes'>;`],
    ['whole by all its keys', NEEDS, `export type Needs = Pick<World, keyof World>;`],
  ])('is not named %s', (_, path, text) => {
    expect(worldNamed({ path, text }).length).toBeGreaterThan(0);
  });

  it.each([
    [NEEDS, `import type { World } from '../ports/world'; type Needs = Pick<World, 'a' | 'b'>;`],
    [NEEDS, `export type Needs = ScoringNeeds & Pick<World, 'votes'>;`],
    [FEATURE, `// The World is large.\nexport function rate(world: Needs): void {}`],
    ['src/entrypoints/daily.ts', `export function daily(world: World): void {}`],
  ])('has nothing against %s: %s', (path, text) => {
    expect(worldNamed({ path, text })).toEqual([]);
  });
});
