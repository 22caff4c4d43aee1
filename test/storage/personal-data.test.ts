import { kvs } from '@forge/kvs';
import { newJob } from '../../src/core/jobs/job';
import { kvsDecisions } from '../../src/storage/decisions';
import { kvsDrafts, kvsProposals } from '../../src/storage/drafts';
import { kvsJobs } from '../../src/storage/jobs';
import { opened, withOtherIds } from '../../src/storage/personal-data/opened-record';
import { kindOf } from '../../src/storage/personal-data/stored-kinds';
import { kvsStoredPeople } from '../../src/storage/personal-data/stored-people';
import { kvsPreviews } from '../../src/storage/previews';
import { records as earlier } from './records-of-4bccf78.json';
import { READINGS, storageOf } from './inside-storage';
import { aDecision } from './records';
import { namesAsTheyAre } from './names-as-they-are';

const GONE = '5b10ac8d82e05b22cc7d4ef5';
const MATE = '712020:0c5a4c1e-2f0e-4b7e-9d31-6a7b8c9d0e1f';
const IDS = new Map([[GONE, 'former-user-aaaaaaaa']]);
const PAY = { project: 'PAY' };
const NOW = new Date('2026-11-16T09:00:00Z');

const place = (entity: string | null, key: string): string => JSON.stringify([entity, key]);
const text = (host: ReturnType<typeof storageOf>['host']): string =>
  JSON.stringify([...host.dumpKvs()]);

describe.each(READINGS)('people in storage, %s', (_, readings) => {
  it('are taken out of what others work on, which goes on as if nothing had happened', async () => {
    const { run, host } = storageOf(readings);
    await run(async () => {
      const drafts = kvsDrafts(namesAsTheyAre);
      const document = { capacity: { lanes: { stability: { owner: GONE } } } };
      const draft = { document, inherits: [], base: 1, savedAt: NOW.toISOString() };
      await drafts.save(PAY, GONE, draft, 0);
      await drafts.save(PAY, MATE, draft, 0);
      await kvsProposals(namesAsTheyAre).write(PAY, {
        waiting: {
          id: '1',
          document,
          inherits: [],
          base: 1,
          reason: 'r',
          by: GONE,
          at: '2026-11-16',
          of: null,
        },
        refused: [],
        revision: 0,
      });
    });
    const keys = [...host.dumpKvs()].map(({ entity, key }) => place(entity, key));
    await run(async () => {
      // Twice is once.
      for (const one of [...keys, ...keys])
        expect(await kvsStoredPeople().replace(one, IDS)).toBe(true);
    });
    expect(text(host)).not.toContain(GONE);
    await run(async () => {
      expect(await kvsDrafts(namesAsTheyAre).mine(PAY, GONE)).toBeNull();
      const mine = await kvsDrafts(namesAsTheyAre).mine(PAY, MATE);
      expect(mine?.document).toEqual({
        capacity: { lanes: { stability: { owner: 'former-user-aaaaaaaa' } } },
      });
      expect(
        await kvsDrafts(namesAsTheyAre).save(
          PAY,
          MATE,
          { document: {}, inherits: [], base: 1, savedAt: '' },
          1,
        ),
      ).toBe(2);
      const proposals = await kvsProposals(namesAsTheyAre).read(PAY);
      expect(proposals.waiting?.by).toBe('former-user-aaaaaaaa');
      expect(await kvsProposals(namesAsTheyAre).write(PAY, { ...proposals, waiting: null })).toBe(
        true,
      );
    });
  });

  it('take their own runs with them, and leave entries of the log under another key', async () => {
    const { run, host } = storageOf(readings);
    const id = `preview:PAY:${GONE}:1763283600000`;
    await run(async () => {
      const scope = `preview:PAY:${GONE}`;
      const job = newJob({ id, scope, cause: 'requested', steps: ['preview'], by: GONE }, NOW);
      await kvsJobs(namesAsTheyAre).give({ scope, wish: 'run', job });
      await kvsJobs(namesAsTheyAre).write(job);
      await kvsPreviews().keepDraft(id, { rubric: {}, cost: {} } as never);
      await kvsPreviews().keepResult(id, {} as never);
      await kvsDecisions(namesAsTheyAre).record([
        aDecision(`10001:override:${GONE}-1763283600000:made`, {
          by: GONE,
          reason: `As [~accountid:${GONE}] said`,
        }),
        aDecision(`10001:override:${MATE}-1763283600000:made`, {
          by: GONE,
          reason: `As [~accountid:${GONE}] said`,
        }),
      ]);
    });
    const found = [...host.dumpKvs()].map(({ entity, key }) => place(entity, key));
    await run(async () => {
      for (const one of found) expect(await kvsStoredPeople().replace(one, IDS)).toBe(true);
    });
    expect(text(host)).not.toContain(GONE);
    expect([...host.dumpKvs()].map(({ key }) => key).sort()).toEqual([
      '10001:override:712020:0c5a4c1e-2f0e-4b7e-9d31-6a7b8c9d0e1f-1763283600000:made',
      '10001:override:former-user-aaaaaaaa-1763283600000:made',
    ]);
  });

  it('is done again where somebody else has written meanwhile', async () => {
    const { run, host } = storageOf(readings);
    await run(async () => {
      const body = JSON.stringify({
        evidence: [],
        overrides: [],
        votes: { fit: [{ by: GONE, value: 3, at: '2026-11-16' }] },
      });
      await kvs.entity('attached').set('10001', { revision: 7, body });
      expect(await kvsStoredPeople().replace(place('attached', '10001'), IDS)).toBe(true);
      expect(await kvs.entity('attached').get('10001')).toMatchObject({ revision: 8 });
    });
    expect(text(host)).toContain('former-user-aaaaaaaa');
  });
});

describe('a register of people', () => {
  it('gives each once, some at a time, and what stands for those who are gone', async () => {
    const { run } = storageOf({});
    const all = Array.from({ length: 500 }, (_, n) => n.toString(16).padStart(24, '0'));
    await run(async () => {
      const { register } = kvsStoredPeople();
      await register.add('one', all.slice(0, 300));
      await register.add('one', all.slice(200));
      const found: string[] = [];
      let from: number | null = 0;
      while (from !== null) {
        const { accountIds, next }: { accountIds: readonly string[]; next: number | null } =
          await register.portion('one', from);
        found.push(...accountIds);
        from = next;
      }
      expect(found.sort()).toEqual(all);
      await register.close('one', new Map([[all[3] ?? '', 'x']]));
      await register.close('one', new Map([[all[3] ?? '', 'y']]));
      expect(await register.closed('one', all.slice(0, 5))).toEqual(new Map([[all[3], 'x']]));
      await register.forget('one');
      expect(await register.portion('one', 0)).toEqual({ accountIds: [], next: null });
    });
  });
});

describe('records of an earlier version', () => {
  it('are each of a known kind, and name nobody at a place that is not', () => {
    const entries = earlier.map(({ entity, key, value }) => ({ entity, key, value }));
    expect(
      entries.filter(
        ({ entity, key }) =>
          entity !== 'mark' && entity !== 'intake' && kindOf(entity, key) === null,
      ),
    ).toEqual([]);
    const ids = new Map([['local-admin', 'nobody']]);
    const left = entries.flatMap((entry) => {
      const found = opened(entry);
      const now = found === null ? entry : withOtherIds(found, ids);
      return JSON.stringify(now).includes('local-admin')
        ? [`${String(entry.entity)} ${entry.key}`]
        : [];
    });
    expect(left).toEqual([]);
    expect(JSON.stringify(entries)).toContain('local-admin');
  });
});
