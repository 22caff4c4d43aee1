import { kvsCustomers } from '../../src/storage/customers';
import { kvsDecisions } from '../../src/storage/decisions';
import { kvsEvidence } from '../../src/storage/evidence';
import { kvsLedger } from '../../src/storage/ledger';
import { Declined } from '../../src/usecases/ports/failures';
import type { LedgerPage, LedgerQuestion } from '../../src/usecases/ports/world';
import { queriesCaughtUp, READINGS, storageOf, type Storage } from './inside-storage';
import { aDecision, anEntry } from './records';

const TOMORROW = anEntry('10001').wakeDay ?? 0;
const HOURS_MS = 3 * 3_600_000;
type Page = Awaited<ReturnType<ReturnType<typeof kvsDecisions>['page']>>;
const later = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 14 * 60_000));

/** Walks as a job does: a page an invocation, hours apart. */
async function walked(
  at: Storage,
  question: LedgerQuestion,
  after: (issueIds: readonly string[]) => Promise<void> = async () => undefined,
): Promise<readonly string[]> {
  const found: string[] = [];
  let place: string | null = null;
  do {
    const kept: string | null = place;
    const { entries, next }: LedgerPage = await at.run(() => kvsLedger().page(question, kept));
    found.push(...entries.map(({ issueId }) => issueId));
    await after(entries.map(({ issueId }) => issueId));
    place = next;
    await at.run(later);
    await at.run(later);
  } while (place !== null);
  return found;
}

async function filled(at: Storage, count: number, project = 'PAY'): Promise<readonly string[]> {
  const ids = Array.from({ length: count }, (_, n) => `${10_001 + n}`);
  await at.run(() => kvsLedger().write(ids.map((id) => anEntry(id, { project }))));
  await at.run(queriesCaughtUp);
  return ids;
}

describe.each(READINGS)('a walk that goes on hours later, with storage read %s', (_n, readings) => {
  it.each<LedgerQuestion>([
    { by: 'open' },
    { by: 'project', project: 'PAY' },
    { by: 'wake', untilDay: TOMORROW },
  ])('finds each issue once by $by', async (question) => {
    const at = storageOf(readings);
    const ids = await filled(at, 250);
    const found = await walked(at, question);
    expect([...found].sort()).toEqual(ids);
  });

  it('of what is to be woken finds each once while the first are woken, and ends when they stay', async () => {
    const at = storageOf(readings);
    const ids = await filled(at, 250);
    const found = await walked(at, { by: 'wake', untilDay: TOMORROW + 3 }, async (some) => {
      const woken = some.filter((id) => Number(id) % 3 > 0);
      await at.run(async () => {
        const before = await kvsLedger().read(woken);
        await kvsLedger().write(
          [...before.values()].map((one) => ({ ...one, wakeDay: TOMORROW + 30 })),
        );
      });
      await at.run(queriesCaughtUp);
    });
    expect([...found].sort()).toEqual(ids);
  });

  it('begins anew with the cursor that an earlier version kept, and says so', async () => {
    const at = storageOf(readings);
    await filled(at, 3);
    const older = 'WyJieS1zaGVsZi1pc3N1ZSIsIltcIm9wZW5cIl0iLCIxMDA5OSIsIjEwMDk5Il0';
    for (const question of [{ by: 'open' }, { by: 'project', project: 'PAY' }] as const)
      expect(await at.run(() => kvsLedger().page(question, older))).toMatchObject({
        entries: [{ issueId: '10001' }, { issueId: '10002' }, { issueId: '10003' }],
        next: null,
        anew: true,
      });
    const wake = { by: 'wake', untilDay: TOMORROW } as const;
    expect((await at.run(() => kvsLedger().page(wake, older))).entries).toHaveLength(3);
  });
});

describe.each(READINGS)('the decision log, with storage read %s', (_n, readings) => {
  const time = (n: number): string => new Date(Date.UTC(2026, 10, 1) + n * HOURS_MS).toISOString();

  async function logged(at: Storage): Promise<void> {
    // Three share each moment, so that a page ends among them.
    const ours = Array.from({ length: 250 }, (_, n) =>
      aDecision(`10001:${String(n).padStart(3, '0')}`, { at: time(Math.floor(n / 3)) }),
    );
    const theirs = Array.from({ length: 120 }, (_, n) =>
      aDecision(`10007:${n}`, { issueId: '10007', at: time(n) }),
    );
    await at.run(() => kvsDecisions().record([...ours, ...theirs]));
    await at.run(queriesCaughtUp);
  }

  it('is read page by page, days later, each entry once and the newest first', async () => {
    const at = storageOf(readings);
    await logged(at);
    const seen: string[] = [];
    let place: string | null = null;
    do {
      const before: string | null = place;
      const page: Page = await at.run(() => kvsDecisions().page('10001', before));
      seen.push(...page.decisions.map((one) => `${one.at} ${one.id}`));
      place = page.next;
      await at.run(later);
    } while (place !== null);
    expect(new Set(seen).size).toBe(250);
    const times = seen.map((one) => one.split(' ')[0]);
    expect(times).toEqual([...times].sort().reverse());
  });

  it.each([
    ['nonsense', 'xyz'],
    [
      'a cursor of the storage',
      Buffer.from(JSON.stringify(['by-issue', '["10007"]', time(9), 'x'])).toString('base64'),
    ],
    [
      'a place without a time',
      Buffer.from('{"issueId":"10001","at":"x","shown":[]}').toString('base64url'),
    ],
    ['an empty text', ''],
  ])('refuses %s as a place, in words', async (_name, place) => {
    const at = storageOf(readings);
    await logged(at);
    await expect(at.run(() => kvsDecisions().page('10001', place))).rejects.toThrow(Declined);
    await expect(at.run(() => kvsDecisions().page('10001', place))).rejects.toThrow(
      'This page of the decision log cannot be opened',
    );
  });

  it('never leads into the log of another issue', async () => {
    const at = storageOf(readings);
    await logged(at);
    const theirs = (await at.run(() => kvsDecisions().page('10007', null))).next;
    expect(theirs).not.toBeNull();
    await expect(at.run(() => kvsDecisions().page('10001', theirs))).rejects.toThrow(Declined);
  });
});

describe.each(READINGS)('what has no text, with storage read %s', (_n, readings) => {
  const customer = (name: string, segment: string | null) =>
    ({ name, segment, weight: 2, revenue: null }) as const;

  it('is a customer without a segment: kept, read and listed', async () => {
    const at = storageOf(readings);
    const all = [customer('Acme', null), customer('Bolt', 'growth'), customer('Cent', ' ')];
    await at.run(() => kvsCustomers().write(all));
    await at.run(() => kvsCustomers().replace(customer('Acme Ltd', null), 'Acme', 1));
    await at.run(queriesCaughtUp);
    expect(await at.run(() => kvsCustomers().all())).toEqual([
      customer('Acme Ltd', null),
      customer('Bolt', 'growth'),
      customer('Cent', null),
    ]);
  });

  it('is a customer that an earlier version kept with an empty segment', async () => {
    const at = storageOf(readings);
    const value = { name: 'Acme', segment: '', weight: 2, revenue: -1 };
    at.host.damageKvs({ entity: 'customer', key: 'acme', value });
    await at.run(queriesCaughtUp);
    expect(await at.run(() => kvsCustomers().all())).toEqual([customer('Acme', null)]);
  });

  it('is evidence of nobody, and nobody’s evidence is no customer’s', async () => {
    const at = storageOf(readings);
    const piece = {
      source: 'Tool',
      externalId: 'T-1',
      customer: { value: '  ', at: '2026-11-16' },
      raised: '2026-11-16',
      state: { value: { is: 'open' }, at: '2026-11-16' },
    } as never;
    expect(await at.run(() => kvsEvidence().write(piece, [], null))).toBe(true);
    await at.run(queriesCaughtUp);
    for (const name of ['', ' ', '-'])
      expect(await at.run(() => kvsEvidence().ofCustomer(name))).toEqual([]);
  });
});
