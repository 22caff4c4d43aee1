import { kvs } from '@forge/kvs';
import { readingsByName } from '../../dev/forge/kvs/readings';
import type { LedgerEntry } from '../../src/usecases/ports/world';
import type { Draft } from '../../src/core/rubric/document/draft';
import { kvsDrafts, kvsProposals } from '../../src/storage/drafts';
import { kvsEvidenceIntake } from '../../src/storage/evidence-intake';
import { kvsLedger } from '../../src/storage/ledger';
import { kvsPostMortems } from '../../src/storage/post-mortems';
import { kvsRubrics } from '../../src/storage/rubrics';
import { kvsUpdates } from '../../src/storage/updates';
import { kvsVotes } from '../../src/storage/votes';
import { NotKept } from '../../src/usecases/ports/failures';
import { READINGS, storageOf } from './inside-storage';
import { anEntry, aRubric } from './records';
import { namesAsTheyAre, nothingNamed } from './names-as-they-are';

const ids = (count: number): string[] => Array.from({ length: count }, (_, n) => `${10_001 + n}`);
const entries = (count: number): LedgerEntry[] => ids(count).map((id) => anEntry(id));
const draft = (name: string): Omit<Draft, 'revision'> =>
  ({ base: 0, savedAt: '2026-11-16T09:00:00.000Z', document: { name } }) as never;

describe.each(READINGS)('first records, with storage read %s', (_name, readings) => {
  const storage = () => storageOf(readings);

  it('of the ledger are written, 60 at once', async () => {
    const at = storage();
    expect(await at.run(() => kvsLedger(namesAsTheyAre).write(entries(60)))).toEqual([]);
    const found = await at.run(() => kvsLedger(namesAsTheyAre).read(ids(60)));
    expect([...found.values()].map(({ revision }) => revision)).toEqual(ids(60).map(() => 1));
  });

  it('of the ledger that somebody else made are told, and not written over', async () => {
    const at = storage();
    await at.run(() => kvsLedger(namesAsTheyAre).write([anEntry('10007', { key: 'PAY-7' })]));
    const late = await at.run(() => kvsLedger(namesAsTheyAre).write(entries(30)));
    expect(late).toEqual(['10007']);
    const found = await at.run(() => kvsLedger(namesAsTheyAre).read(ids(30)));
    expect(found.size).toBe(30);
    expect(found.get('10007')?.key).toBe('PAY-7');
  });

  it('beside later ones are told apart: overtaken is who read an older revision', async () => {
    const at = storage();
    await at.run(() => kvsLedger(namesAsTheyAre).write(entries(3)));
    await at.run(() => kvsLedger(namesAsTheyAre).write([anEntry('10002', { revision: 1 })]));
    const second = ['10001', '10002', '10003'].map((id) => anEntry(id, { revision: 1 }));
    const late = await at.run(() => kvsLedger(namesAsTheyAre).write([...second, anEntry('10004')]));
    expect(late).toEqual(['10002']);
    const found = await at.run(() =>
      kvsLedger(namesAsTheyAre).read(['10001', '10002', '10003', '10004']),
    );
    expect([...found.values()].map(({ revision }) => revision)).toEqual([2, 2, 2, 1]);
  });

  it('are tombstones for issues of which nothing is known', async () => {
    const at = storage();
    await at.run(() =>
      kvsLedger(namesAsTheyAre).keepTombstones(['10001'], new Date('2026-11-16T09:00:00Z')),
    );
    expect(
      (await at.run(() => kvsLedger(namesAsTheyAre).read(['10001']))).get('10001'),
    ).toMatchObject({
      key: '',
      project: '',
      open: false,
      revision: 1,
    });
    // Who read the issue before it was gone does not bring it back.
    expect(await at.run(() => kvsLedger(namesAsTheyAre).write([anEntry('10001')]))).toEqual([
      '10001',
    ]);
  });

  it('of a draft are written, and the second by an older window is not', async () => {
    const at = storage();
    const save = (name: string, seen: number) =>
      at.run(() => kvsDrafts(namesAsTheyAre).save({ project: 'PAY' }, 'ann', draft(name), seen));
    expect(await save('one', 0)).toBe(1);
    expect(await save('other window', 0)).toBeNull();
    expect(await save('two', 1)).toBe(2);
    expect(
      await at.run(() => kvsDrafts(namesAsTheyAre).mine({ project: 'PAY' }, 'ann')),
    ).toMatchObject({
      revision: 2,
      document: { name: 'two' },
    });
    expect(
      await at.run(() => kvsDrafts(namesAsTheyAre).discard({ project: 'PAY' }, 'ann', 1)),
    ).toBe(false);
    expect(
      await at.run(() => kvsDrafts(namesAsTheyAre).discard({ project: 'PAY' }, 'ann', 2)),
    ).toBe(true);
    expect(
      await at.run(() => kvsDrafts(namesAsTheyAre).mine({ project: 'PAY' }, 'ann')),
    ).toBeNull();
  });

  it('of two at once, one is written and the other is told', async () => {
    const at = storage();
    const both = await at.run(() =>
      Promise.all(
        ['one', 'two'].map((name) => kvsDrafts(namesAsTheyAre).save('site', 'ann', draft(name), 0)),
      ),
    );
    expect(both.filter((revision) => revision === 1)).toHaveLength(1);
    expect(both.filter((revision) => revision === null)).toHaveLength(1);
  });

  it('of proposals, rubrics, post-mortems, updates, votes and counts are written once', async () => {
    const at = storage();
    const proposal = { waiting: null, refused: [], revision: 0 };
    const postMortem = { issueId: '10001', project: 'PAY', revision: 1, due: null } as never;
    const rounds = { issueId: '10001', revision: 1, rounds: [] };
    const writes: (() => Promise<boolean>)[] = [
      () => kvsProposals(namesAsTheyAre).write('site', proposal),
      () => kvsPostMortems(namesAsTheyAre).write(postMortem),
      () => kvsUpdates().write(rounds),
    ];
    for (const write of writes) {
      expect(await at.run(write)).toBe(true);
      expect(await at.run(write)).toBe(false);
    }
    await at.run(() => kvsRubrics(namesAsTheyAre, nothingNamed).publish('site', aRubric(1)));
    await expect(
      at.run(() => kvsRubrics(namesAsTheyAre, nothingNamed).publish('site', aRubric(1))),
    ).rejects.toThrow('Somebody else published version 1');
    const vote = [{ by: 'ann', value: 3, at: '2026-11-16' }];
    await at.run(() => kvsVotes().change('10001', () => ({ fit: vote })));
    expect(await at.run(() => kvsVotes().of('10001'))).toEqual({ fit: vote });
    const taken = { at: '2026-11-16', outcome: 'recorded', reason: null, stranger: false };
    await at.run(() => kvsEvidenceIntake(() => 0.5).count(taken));
    expect(await at.run(() => kvsEvidenceIntake(() => 0.5).read())).toEqual({
      counts: { recorded: 1 },
      refusals: [],
      lastTaken: '2026-11-16',
    });
  });

  it('that are too large fail in words, at once, and say of what', async () => {
    const at = storage();
    const long = 'x'.repeat(241 * 1_024);
    const failure = at.run(() => kvsDrafts(namesAsTheyAre).save('site', 'ann', draft(long), 0));
    await expect(failure).rejects.toThrow(NotKept);
    await expect(failure).rejects.toThrow(
      'Storage refused while writing the draft: it is larger than one record may be',
    );
    const votes = () =>
      at.run(() =>
        kvsVotes().change('10001', () => ({ fit: [{ by: long, value: 3, at: '2026-11-16' }] })),
      );
    await expect(votes()).rejects.toThrow(
      'writing what people and tools said about issue 10001: it is larger',
    );
    await at.run(() => kvsVotes().change('10001', () => ({ fit: [] })));
    await expect(votes()).rejects.toThrow(NotKept);
  });

  it('that are too large keep no other of their batch from being written', async () => {
    const at = storage();
    // Random enough not to be packed.
    const long = Array.from({ length: 40_000 }, (_, n) => Math.sin(n).toString(36)).join('');
    for (const revision of [0, 1]) {
      const some = ids(8).map((id) =>
        anEntry(id, {
          revision: id === '10003' ? 0 : revision,
          ...(id === '10003' && { evidence: long }),
        }),
      );
      await expect(at.run(() => kvsLedger(namesAsTheyAre).write(some))).rejects.toThrow(
        'Storage refused while writing the score of issue 10003: it is larger',
      );
      const found = await at.run(() => kvsLedger(namesAsTheyAre).read(ids(8)));
      expect([...found.values()].map((one) => one.revision)).toEqual(Array(7).fill(revision + 1));
    }
  });
});

describe('what first records of the ledger cost', () => {
  const unitsOf = async (reading: 'lenient' | 'strict', count: number) => {
    const at = storageOf(readingsByName[reading] ?? {});
    await at.run(() => kvsLedger(namesAsTheyAre).write(entries(count)));
    const { kvsReads, kvsWrites } = at.host.invocations.totals();
    return { kvsReads, kvsWrites };
  };

  it('is a transaction for 25 where conditions on absent keys hold, and nothing is read', async () => {
    const { kvsReads, kvsWrites } = await unitsOf('lenient', 100);
    expect(kvsReads).toBe(0);
    expect(kvsWrites).toBeLessThan(20);
  });

  it('is a request each where they do not, learnt once', async () => {
    const { kvsReads, kvsWrites } = await unitsOf('strict', 100);
    expect(kvsReads).toBe(1);
    expect(kvsWrites).toBe(100);
  });
});

describe.each(READINGS)(
  'a first record that is cut off, with storage read %s',
  (_name, readings) => {
    const ends = ['before', 'after'] as const;

    it.each(ends)('is there with its guard or not at all, killed %s any call', async (end) => {
      for (let n = 1; ; n += 1) {
        const at = storageOf(readings);
        const save = () => kvsDrafts(namesAsTheyAre).save('site', 'ann', draft('one'), 0);
        const cut = await at.killedAt(n, end, save);
        const [document, listed] = [
          await at.run(() => kvsDrafts(namesAsTheyAre).mine('site', 'ann')),
          await at.run(() =>
            kvs.entity<{ revision: number }>('settings').get('guard:draft:site:ann'),
          ),
        ];
        expect(listed?.revision ?? 0).toBe(document === null ? 0 : 1);
        // And whoever tries again gets through, or learns that it is done.
        expect(await at.run(save)).toBe(document === null ? 1 : null);
        if (!cut) break;
      }
    });

    it.each(ends)('of a published rubric too, killed %s any call', async (end) => {
      for (let n = 1; ; n += 1) {
        const at = storageOf(readings);
        const publish = () => kvsRubrics(namesAsTheyAre, nothingNamed).publish('site', aRubric(1));
        const cut = await at.killedAt(n, end, publish);
        const read = await at.run(() => kvsRubrics(namesAsTheyAre, nothingNamed).read('site'));
        const notes = await at.run(() =>
          kvsRubrics(namesAsTheyAre, nothingNamed).notes('site', [1]),
        );
        expect([notes.length, read?.version ?? 0]).toEqual(read === null ? [0, 0] : [1, 1]);
        if (read === null) await at.run(publish);
        expect(
          (await at.run(() => kvsRubrics(namesAsTheyAre, nothingNamed).read('site')))?.version,
        ).toBe(1);
        if (!cut) break;
      }
    });

    it.each(ends)('of the ledger is whole or absent, killed %s any call', async (end) => {
      for (let n = 1; n < 9; n += 1) {
        const at = storageOf(readings);
        const cut = await at.killedAt(n, end, () => kvsLedger(namesAsTheyAre).write(entries(3)));
        const found = await at.run(() => kvsLedger(namesAsTheyAre).read(ids(3)));
        expect(new Set([...found.values()].map(({ revision }) => revision)).size).toBeLessThan(2);
        const missing = ids(3).filter((id) => !found.has(id));
        expect(
          await at.run(() => kvsLedger(namesAsTheyAre).write(missing.map((id) => anEntry(id)))),
        ).toEqual([]);
        if (!cut) break;
      }
    });
  },
);
