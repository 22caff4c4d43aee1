import fc from 'fast-check';
import { halveOnFailure } from '../../../src/core/attempts/halve-on-failure';

class Refused extends Error {}

/** Refuses every part with one of these items in it. */
function refusing(broken: ReadonlySet<number>) {
  const calls: number[] = [];
  const work = async (part: readonly number[]): Promise<readonly string[]> => {
    calls.push(part.length);
    if (part.some((item) => broken.has(item))) throw new Refused('one of these');
    return part.map((item) => `did ${item}`);
  };
  return { calls, work };
}

const halving = (work: (part: readonly number[]) => Promise<readonly string[]>) => ({
  work,
  mayHalve: (failure: unknown) => failure instanceof Refused,
  alone: (item: number) => [`left ${item}`],
});

describe('work on many items that is refused because of some of them', () => {
  it('is done for all others, whichever they are, and in their order', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.nat(50)),
        fc.uniqueArray(fc.nat(50)),
        async (items, bad) => {
          const broken = new Set(bad);
          const done = await halveOnFailure(items, halving(refusing(broken).work));
          expect(done.flat()).toEqual(
            items.map((item) => `${broken.has(item) ? 'left' : 'did'} ${item}`),
          );
        },
      ),
    );
  });

  it('is one call where nothing is refused, and none for no items', async () => {
    const all = refusing(new Set());
    await halveOnFailure([1, 2, 3], halving(all.work));
    await halveOnFailure([], halving(all.work));
    expect(all.calls).toEqual([3]);
  });

  it('halves down to the culprit', async () => {
    const one = refusing(new Set([3]));
    await halveOnFailure([0, 1, 2, 3, 4, 5, 6, 7], halving(one.work));
    expect(one.calls).toEqual([8, 4, 2, 2, 1, 1, 4]);
  });

  it('throws any other failure at once', async () => {
    const work = () => Promise.reject(new TypeError('a bug'));
    await expect(halveOnFailure([1, 2], halving(work))).rejects.toThrow('a bug');
  });
});
