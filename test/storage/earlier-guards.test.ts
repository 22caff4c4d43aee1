import { kvs } from '@forge/kvs';
import { kvsDrafts, kvsProposals } from '../../src/storage/drafts';
import { queriesCaughtUp, READINGS, storageOf, type Storage } from './inside-storage';
import { namesAsTheyAre } from './names-as-they-are';

const PAY = { project: 'PAY' } as const;
const KEY = 'draft:project:PAY:ann';
const note = { by: 'ann', base: 1, savedAt: '2026-11-15T09:00:00.000Z' };
const document = { document: { name: 'theirs' }, inherits: [], base: 1, savedAt: note.savedAt };

/** As they were kept while guard and document still shared one key. */
function earlierDraft({ host }: Storage): void {
  host.damageKvs({
    entity: 'settings',
    key: KEY,
    value: { revision: 3, shelf: 'drafts:project:PAY', name: 'ann', body: JSON.stringify(note) },
  });
  host.damageKvs({ entity: null, key: KEY, value: { ...document, revision: 3 } });
}
const next = { ...document, base: 1, document: { name: 'ours' } };
const save = (seen: number) => kvsDrafts(namesAsTheyAre).save(PAY, 'ann', next, seen);

describe.each(READINGS)('a draft of an earlier version, with storage read %s', (_n, readings) => {
  it('is found, listed, and saved over by who has read it alone', async () => {
    const at = storageOf(readings);
    earlierDraft(at);
    expect(await at.run(() => kvsDrafts(namesAsTheyAre).mine(PAY, 'ann'))).toMatchObject({
      revision: 3,
    });
    await at.run(queriesCaughtUp);
    expect(await at.run(() => kvsDrafts(namesAsTheyAre).everybody(PAY))).toEqual([note]);
    expect(await at.run(() => save(2))).toBeNull();
    expect(await at.run(() => save(3))).toBe(4);
    expect(await at.run(() => save(3))).toBeNull();
    expect(await at.run(() => save(4))).toBe(5);
    expect(await at.run(() => kvs.entity('settings').get(KEY))).toBeUndefined();
  });

  it('is discarded once', async () => {
    const at = storageOf(readings);
    earlierDraft(at);
    expect(await at.run(() => kvsDrafts(namesAsTheyAre).discard(PAY, 'ann', 3))).toBe(true);
    expect(await at.run(() => kvsDrafts(namesAsTheyAre).mine(PAY, 'ann'))).toBeNull();
    expect(await at.run(() => save(3))).toBeNull();
    expect(await at.run(() => save(0))).toBe(5);
  });

  it('goes to one of two who save at once', async () => {
    const at = storageOf(readings);
    earlierDraft(at);
    const both = await at.run(() => Promise.all([save(3), save(3)]));
    expect([...both].sort()).toEqual([4, null]);
  });

  it.each(['before', 'after'] as const)('is not lost, killed %s any call', async (end) => {
    for (let n = 1; ; n += 1) {
      const at = storageOf(readings);
      earlierDraft(at);
      const cut = await at.killedAt(n, end, () => save(3));
      const kept = await at.run(() => kvsDrafts(namesAsTheyAre).mine(PAY, 'ann'));
      expect([3, 4]).toContain(kept?.revision);
      expect(await at.run(() => save(kept?.revision ?? 0))).toBe((kept?.revision ?? 0) + 1);
      if (!cut) break;
    }
  });

  it('and what waited for approval is found and answered', async () => {
    const at = storageOf(readings);
    const key = 'proposal:project:PAY';
    const guard = { revision: 2, shelf: 'none', name: key, body: 'null' };
    at.host.damageKvs({ entity: 'settings', key, value: guard });
    const context = { waiting: null, refused: null, revision: 2 };
    at.host.damageKvs({ entity: null, key, value: context });
    const read = await at.run(() => kvsProposals(namesAsTheyAre).read(PAY));
    expect(read).toEqual({ waiting: null, refused: [], revision: 2 });
    expect(await at.run(() => kvsProposals(namesAsTheyAre).write(PAY, read))).toBe(true);
    expect(await at.run(() => kvsProposals(namesAsTheyAre).write(PAY, read))).toBe(false);
    expect((await at.run(() => kvsProposals(namesAsTheyAre).read(PAY))).revision).toBe(3);
  });
});
