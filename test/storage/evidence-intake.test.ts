import { kvs } from '@forge/kvs';
import { kvsEvidenceIntake } from '../../src/storage/evidence-intake';
import { storageOf } from './inside-storage';

/** Even steps through 0 to 1, each shard after the other. */
function steps(): () => number {
  let at = 0;
  return () => (at = (at + 0.618_033_988_75) % 1);
}
const at = (second: number) => new Date(Date.UTC(2026, 10, 16, 9, 0, second)).toISOString();
const arrival = (outcome: string, stranger: boolean, second = 0) => ({
  at: at(second),
  outcome,
  reason: outcome === 'recorded' ? null : `why ${second}`,
  stranger,
});

describe('counting what comes from outside', () => {
  it('counts everything that is signed, many at once', async () => {
    const intake = await storageOf({}).run(async () => {
      const kept = kvsEvidenceIntake(steps());
      for (let n = 0; n < 10; n += 1)
        await Promise.all(Array.from({ length: 10 }, () => kept.count(arrival('recorded', false))));
      return kept.read();
    });
    expect(intake.counts).toEqual({ recorded: 100 });
    expect(intake.lastTaken).toBe(at(0));
  });

  it('writes a few of many strangers down, which stand for all of them', async () => {
    let revision = 0;
    const intake = await storageOf({}).run(async () => {
      const kept = kvsEvidenceIntake(steps());
      for (let n = 0; n < 4_000; n += 1) await kept.count(arrival('unsigned', true, n % 60));
      const record = await kvs.entity<{ revision: number }>('intake').get('evidence:strangers');
      revision = record?.revision ?? 0;
      return kept.read();
    });
    expect(revision).toBeLessThan(25);
    expect(intake.counts['unsigned']).toBeGreaterThan(1_000);
    expect(intake.counts['unsigned']).toBeLessThan(16_000);
  });

  it('shows what became of signed deliveries, however many strangers come besides', async () => {
    const { refusals } = await storageOf({}).run(async () => {
      const kept = kvsEvidenceIntake(steps());
      for (let n = 0; n < 6; n += 1) await kept.count(arrival('malformed', false, n));
      for (let n = 10; n < 40; n += 1)
        await kept.count({ ...arrival('unsigned', true, n), at: `2026-11-16T10:${n}:00.000Z` });
      return kept.read();
    });
    expect(refusals.filter(({ outcome }) => outcome === 'malformed')).toHaveLength(6);
    expect(refusals.filter(({ outcome }) => outcome === 'unsigned')).toHaveLength(5);
    expect(refusals[0]?.at).toBe('2026-11-16T10:39:00.000Z');
  });

  it('goes on from what an earlier version has counted', async () => {
    const intake = await storageOf({}).run(async () => {
      const counts = { recorded: 7, unsigned: 2 };
      const body = JSON.stringify({ counts, refusals: [], lastTaken: at(1) });
      await kvs.entity('intake').set('evidence', { revision: 9, body });
      const kept = kvsEvidenceIntake(() => 0);
      await kept.count(arrival('recorded', false, 2));
      return kept.read();
    });
    expect(intake).toEqual({
      counts: { recorded: 8, unsigned: 2 },
      refusals: [],
      lastTaken: at(2),
    });
  });
});
