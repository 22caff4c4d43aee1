import { inheritAll } from '../core/builders/inherit-all';
import { endsOfChain, expectedEnds, oneByOne, tangled } from '../core/blockers/large-graphs';

describe('what all issues inherit at once', () => {
  it('holds for three thousand issues in chains, diamonds and circles', () => {
    const graph = tangled(3_000);
    expect(new Map(inheritAll(graph))).toEqual(oneByOne(graph));
  });

  it('follows a chain of two hundred thousand issues to its end, and a circle of as many', () => {
    expect(endsOfChain(200_000)).toEqual(expectedEnds(200_000));
  });
});
