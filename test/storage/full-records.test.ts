import { kvsDrafts, kvsProposals } from '../../src/storage/drafts';
import { kvsEvidence } from '../../src/storage/evidence';
import { kvsOverrides } from '../../src/storage/overrides';
import { follow } from '../../src/core/evidence-feeds/merge-report';
import { aReport } from '../../src/core/evidence-feeds/report';
import { digest } from '../../src/storage/digest';
import { storageOf } from './inside-storage';
import { namesAsTheyAre } from './names-as-they-are';

const NOW = Date.parse('2026-11-16T09:00:00Z');
const piece = (n: number, state: 'open' | 'resolved') =>
  follow(
    null,
    aReport({
      source: 'desk',
      externalId: `T-${n}`,
      occurred: NOW - 3_600_000 * (5_000 - n),
      state,
    }),
    ['10001'],
  );

describe('a record at its edge', () => {
  it('takes new evidence and an override after 3,600 resolved pieces, and loses none that is open', async () => {
    const at = storageOf({});
    const keys: string[] = [];
    for (let n = 0; n < 3_560; n += 1) {
      const kept = piece(n, n % 100 === 0 ? 'open' : 'resolved');
      const key = await digest('desk', kept.externalId);
      const body = JSON.stringify({ v: 1, kept, owes: [] });
      const value = { revision: 1, source: 'desk', customer: '-', raisedDay: 1, open: true, body };
      at.host.damageKvs({ entity: 'evidence', key, value });
      keys.push(key);
    }
    const body = JSON.stringify({ evidence: keys, overrides: [], votes: {} });
    at.host.damageKvs({ entity: 'attached', key: '10001', value: { revision: 9, body } });
    await at.run(async () => {
      const next = piece(4_000, 'open');
      await kvsEvidence().attach('10001', next);
      await kvsEvidence().write(next, [], null);
    });
    const { evidence } = (await at.run(() => kvsEvidence().ofIssues(['10001']))).get('10001')!;
    const open = evidence.filter(({ state }) => state.value.is === 'open');
    expect(open).toHaveLength(37);
    expect(evidence.length).toBeGreaterThan(1_000);
    const ids = new Set(evidence.map(({ externalId }) => externalId));
    expect([ids.has('T-3559'), ids.has('T-1')]).toEqual([true, false]);
    const override = { id: 'o', reason: '理'.repeat(500) } as never;
    expect(await at.run(() => kvsOverrides().replace('10001', [override], []))).toBe(true);
  }, 120_000);

  it('takes a proposal of 220 KiB beside refusals of a thousand letters that are three bytes each', async () => {
    const at = storageOf({});
    const refused = Array.from({ length: 20 }, (_, n) => ({
      author: `person-${n}`,
      reason: '理'.repeat(1_000),
    }));
    const waiting = { document: { name: 'x'.repeat(220 * 1_024) } };
    const next = { waiting, refused, revision: 0 } as never;
    expect(await at.run(() => kvsProposals(namesAsTheyAre).write('site', next))).toBe(true);
    const kept = await at.run(() => kvsProposals(namesAsTheyAre).read('site'));
    expect(kept.refused.length).toBeGreaterThan(2);
    expect(kept.refused[0]).toEqual(refused[0]);
    await at.run(() => kvsDrafts(namesAsTheyAre).mine('site', 'ann'));
  });
});
