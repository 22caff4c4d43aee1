import { follow } from '../../src/core/evidence-feeds/merge-report';
import { aReport } from '../../src/core/evidence-feeds/report';
import type { KeptEvidence } from '../../src/core/evidence-feeds/kept-evidence';
import { storedBytes } from '../../src/core/terms/stored-bytes';
import { digest } from '../../src/storage/digest';
import { kvsEvidence } from '../../src/storage/evidence';
import { recordOf } from '../../src/storage/evidence-record';
import { storageOf, type Storage } from './inside-storage';

const DAY_MS = 86_400_000;
const NOW = Date.parse('2026-11-16T09:00:00Z');
const LONG_AGO = 1_000;

/** The nth was resolved so many days before the thousandth day: one a day, each at a level in letters of three bytes. */
const piece = (n: number, state: 'open' | 'resolved' = 'resolved', issueId = '10001') =>
  follow(
    null,
    aReport({
      source: 'desk',
      externalId: `T-${n}`,
      occurred: NOW - DAY_MS * (LONG_AGO - Math.floor(n / 10)),
      state,
      level: '障'.repeat(10 + (n % 40)),
    }),
    [issueId],
  );

async function keep(at: Storage, kept: KeptEvidence): Promise<string> {
  const key = await digest('desk', kept.externalId);
  at.host.damageKvs({ entity: 'evidence', key, value: recordOf(kept, [], 1) });
  return key;
}

/** As an older version left it, just about full. */
async function full(at: Storage, count = 3_265, besides: object = {}): Promise<void> {
  const keys: string[] = [];
  for (let n = 0; n < count; n += 1) keys.push(await keep(at, piece(n)));
  const body = JSON.stringify({ evidence: keys, overrides: [], votes: {}, ...besides });
  at.host.damageKvs({ entity: 'attached', key: '10001', value: { revision: 9, body } });
}

const attachedTo = async (at: Storage) =>
  (await at.run(() => kvsEvidence().ofIssues(['10001']))).get('10001')!;
const counted = async (at: Storage) =>
  ((await attachedTo(at)).summedUp ?? [])
    .flatMap(({ spans }) => spans)
    .reduce((sum, [, , count]) => sum + count, 0);

describe('resolved evidence for which a record has no more room', () => {
  const at = storageOf({});
  beforeAll(async () => {
    await full(at);
    await at.run(async () => {
      await kvsEvidence().attach('10001', piece(3_265));
      await kvsEvidence().write(piece(3_265), [], null);
    });
  }, 120_000);

  it('is summed up: each piece is listed or counted', async () => {
    const { evidence, summedUp = [] } = await attachedTo(at);
    const sum = await counted(at);
    expect(sum).toBeGreaterThan(1_000);
    expect(evidence.length + sum).toBe(3_266);
    const latest = Math.max(...summedUp.flatMap(({ spans }) => spans.map(([, until]) => until)));
    const oldest = Math.min(...evidence.map(({ state }) => Math.floor(state.at / DAY_MS)));
    expect(latest).toBeLessThanOrEqual(oldest);
  });

  it('is counted once, though it is told of again, taken away and taken away again', async () => {
    const before = await counted(at);
    await at.run(() => kvsEvidence().attach('10001', piece(5)));
    await at.run(() => kvsEvidence().attach('10001', piece(5)));
    expect(await counted(at)).toBe(before - 1);
    await at.run(() => kvsEvidence().detach('10001', piece(5)));
    expect(await counted(at)).toBe(before - 1);
    await at.run(() => kvsEvidence().detach('10001', piece(6)));
    expect(await counted(at)).toBe(before - 2);
  });

  it('counts nothing that was never among it', async () => {
    const before = await counted(at);
    const elsewhere = piece(9_001, 'resolved', '10002');
    await keep(at, elsewhere);
    await keep(at, piece(9_002, 'open'));
    for (const one of [elsewhere, piece(9_002, 'open')])
      await at.run(() => kvsEvidence().detach('10001', one));
    expect(await counted(at)).toBe(before);
  });

  it('stays within the bytes of a record beside long texts, however often it is full', async () => {
    const edge = storageOf({});
    const override = { id: 'o', reason: '理'.repeat(45_000) };
    await full(edge, 1_320, { overrides: [override] });
    let told = 1_320;
    for (let round = 0; round < 3; round += 1) {
      await edge.run(() => kvsEvidence().attach('10001', piece(told)));
      await keep(edge, piece(told));
      told += 1;
      const { evidence, summedUp = [], overrides } = await attachedTo(edge);
      expect(overrides).toEqual([override]);
      const keys = await Promise.all(evidence.map((one) => digest('desk', one.externalId)));
      expect(keys.length + (await counted(edge))).toBe(told);
      expect(keys.length).toBeLessThan(900);
      expect(storedBytes(JSON.stringify(summedUp))).toBeLessThan(10 * 1_024);
      for (; keys.length < 1_320; told += 1) keys.push(await keep(edge, piece(told)));
      const body = JSON.stringify({ evidence: keys, summedUp, overrides, votes: {} });
      edge.host.damageKvs({ entity: 'attached', key: '10001', value: { revision: 90, body } });
    }
  }, 120_000);
});
