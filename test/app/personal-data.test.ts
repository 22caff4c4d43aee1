import { opened, withOtherIds } from '../../src/storage/personal-data/opened-record';
import { kindOf, NOBODY_IN } from '../../src/storage/personal-data/stored-kinds';
import { WALKED } from '../../src/storage/personal-data/walk-records';
import type { PersonalDataPart, StoredOfPerson } from '../../src/contract/personal-data';
import type { VirtualClock } from '../../dev/clock';
import { fullStore, GONE, MATE, tell } from './full-store';
import { aWeek, cutOffAfter, standing, stored, textOf } from './closed-account';
import type { SmallSite } from './small-site';

const DAY_MS = 86_400_000;
const PEOPLE = [GONE, MATE];

describe('the list of places where people stand', () => {
  let site: SmallSite;
  beforeAll(async () => {
    site = await fullStore();
  });

  it('knows every kind of record that there is', () => {
    expect(
      stored(site).flatMap(({ entity, key }) =>
        kindOf(entity, key) === null && !(entity !== null && entity in NOBODY_IN)
          ? [`${entity ?? 'value'} ${key}`]
          : [],
      ),
    ).toEqual([]);
  });

  it('names every place at which one of them does', () => {
    const overlooked = stored(site).flatMap((entry) => {
      const found = opened(entry);
      const left =
        found === null
          ? textOf(entry)
          : JSON.stringify(withOtherIds(found, new Map(PEOPLE.map((id) => [id, 'nobody']))));
      return PEOPLE.some((who) => left.includes(who))
        ? [`${entry.entity ?? 'value'} ${entry.key}: ${left}`]
        : [];
    });
    expect(overlooked).toEqual([]);
  });

  it('is tried by a store in which someone stands in every kind of record but one', () => {
    const met = new Set(
      stored(site).flatMap((entry) => {
        const kind = kindOf(entry.entity, entry.key);
        return kind !== null && kind !== 'register' && textOf(entry).includes(GONE)
          ? [kind.name]
          : [];
      }),
    );
    expect([...met].sort()).toEqual([
      'Draft of a rubric',
      'Log of decisions',
      'Pilot of a project',
      'Post-mortem',
      'Ratings and overrides of an issue',
      'Removal of a customer',
      'Rubric that waits for approval',
      'Score of an issue',
      'Updates to customers',
      'Version of a rubric',
      'Work on many issues',
    ]);
  });

  it('walks every entity in which there is anybody', () => {
    const entities = new Set(stored(site).map(({ entity }) => entity));
    expect(
      [...entities].filter((one) => !WALKED.includes(one) && !(String(one) in NOBODY_IN)),
    ).toEqual([]);
  });
});

describe('the report of personal data', () => {
  it('names everybody once a week, at most ninety at once, and asks since the last one', async () => {
    const site = await fullStore();
    await site.dev.host.runSchedule('daily');
    await site.settle();
    const [first, ...more] = site.dev.host.accounts.reported;
    expect(more).toEqual([]);
    expect(first?.accounts.map(({ accountId }) => accountId).sort()).toEqual(
      expect.arrayContaining([...PEOPLE].sort()),
    );
    await (site.dev.clock as VirtualClock).advance(DAY_MS);
    await site.dev.host.runSchedule('daily');
    await site.settle();
    expect(site.dev.host.accounts.reported).toHaveLength(1);
    await aWeek(site);
    const [, second] = site.dev.host.accounts.reported;
    expect(
      second?.accounts.find(({ accountId }) => accountId === MATE)?.updatedAt.slice(0, 10),
    ).toBe('2026-11-16');
    expect(stored(site).filter(({ key }) => key.startsWith('people:'))).toEqual([]);
  });

  /** What is left of a site after the week in which somebody closed the account, or nobody did. */
  async function afterAWeek(closing: boolean) {
    const site = await fullStore();
    if (closing) site.dev.host.accounts.close(GONE);
    await aWeek(site);
    const keys = ['PAY-1', 'PAY-2', 'PAY-3', 'OPS-1'];
    return {
      site,
      fields: await Promise.all(keys.map((key) => site.fields(key))),
      decisions: stored(site).filter(({ entity }) => entity === 'decision').length,
    };
  }

  it('takes whoever closed the account out of everything, and leaves the rest as it was', async () => {
    const { site: _, ...without } = await afterAWeek(false);
    const { site, ...withOne } = await afterAWeek(true);
    expect(standing(site, [GONE])).toEqual([]);
    expect(standing(site, [MATE])).not.toEqual([]);
    expect(withOne).toEqual(without);
    const issueIds = ['PAY-1', 'PAY-2'].map((key) => String(site.dev.site.peek(key)?.id));
    const [one, two] = issueIds;
    for (const [question, payload] of [
      ['votes.view', { issueId: one }],
      ['decisions.list', { issueId: two, before: null }],
      ['postmortem.view', { issueId: one }],
      ['rubric.versions', { project: 'PAY', before: null }],
      ['override.view', { issueId: two }],
    ] as const) {
      const answer = JSON.stringify(await tell(site, MATE, question, payload));
      expect([question, answer]).toEqual([question, expect.stringContaining('Former user')]);
      // A post-mortem shows the comments of the issue, which are Jira's.
      if (question !== 'postmortem.view')
        expect([question, answer]).toEqual([question, expect.not.stringContaining('Gwen')]);
    }
    // Everything goes on: what was read with an older revision, and what stands beside it.
    await tell(site, MATE, 'votes.cast', { issueId: one, criterion: 'strategy', value: 4 });
    await tell(site, MATE, 'postmortem.change', {
      issueId: one,
      seen: 100,
      change: { kind: 'owner', owner: MATE },
    });
    await site.settle();
    expect(
      site.dev.host.invocations.recent().filter(({ outcome }) => outcome === 'failed'),
    ).toEqual([]);
  });

  // Every sixtieth call is among the fault runs.
  it('cut off after any of its calls goes on within the hour, and comes to the same', async () => {
    const whole = (await afterAWeek(true)).fields.slice(0, 2);
    for (const cut of [1, 62])
      expect([cut, await cutOffAfter(cut)]).toEqual([cut, { left: [], fields: whole }]);
  });

  it('waits while Atlassian refuses for a while, and tries again the next day when it refuses for good', async () => {
    const site = await fullStore();
    site.dev.host.accounts.close(GONE);
    site.dev.host.accounts.refuse(429, 2);
    site.dev.host.accounts.refuse(500, 1);
    site.dev.host.accounts.refuse(403, 1);
    await site.dev.host.runSchedule('daily');
    await site.settle();
    expect(site.dev.host.accounts.reported).toEqual([]);
    expect(standing(site, [GONE])).not.toEqual([]);
    await (site.dev.clock as VirtualClock).advance(DAY_MS);
    await site.dev.host.runSchedule('daily');
    await site.settle();
    expect(site.dev.host.accounts.reported).toHaveLength(1);
    expect(standing(site, [GONE])).toEqual([]);
  });

  it('of an account that has changed reads nothing again, as no name is kept', async () => {
    const site = await fullStore();
    site.dev.host.accounts.change(MATE);
    await aWeek(site);
    expect(standing(site, [MATE])).not.toEqual([]);
    expect(stored(site).filter((entry) => /Gwen|Max Mate/u.test(textOf(entry)))).toEqual([]);
  });
});

describe('what is stored of a person', () => {
  it('is told to an administrator whole: every place of theirs, and nothing of anybody else', async () => {
    const site = await fullStore();
    const whole: StoredOfPerson[] = [];
    let from: string | null = null;
    do {
      const part: PersonalDataPart = await tell(site, site.dev.adminId, 'personalData.export', {
        accountId: GONE,
        from,
      });
      whole.push(...part.entries);
      from = part.next;
    } while (from !== null);
    expect(JSON.stringify(whole)).not.toContain(MATE);
    expect(new Set(whole.map(({ kind }) => kind))).toEqual(
      new Set(
        stored(site).flatMap((entry) => {
          const kind = kindOf(entry.entity, entry.key);
          return kind !== null && kind !== 'register' && textOf(entry).includes(GONE)
            ? [kind.name]
            : [];
        }),
      ),
    );
    const PAY1 = String(site.dev.site.peek('PAY-1')?.id);
    expect(whole).toContainEqual({
      kind: 'Ratings and overrides of an issue',
      as: 'who rated',
      member: 'body.votes.strategy.0.by',
      issueId: PAY1,
      project: null,
      at: '2026-11-16',
      beside: { value: 5 },
    });
    expect(whole).toContainEqual(
      expect.objectContaining({
        kind: 'Pilot of a project',
        project: String(site.dev.site.peek('OPS-1')?.project.id),
        beside: { reason: 'To try' },
      }),
    );
  });

  it('says nothing of an issue that the administrator may not see but that the person stands in a record of it', async () => {
    const site = await fullStore();
    const all = async (): Promise<readonly StoredOfPerson[]> => {
      const found: StoredOfPerson[] = [];
      let from: string | null = null;
      do {
        const part: PersonalDataPart = await tell(site, site.dev.adminId, 'personalData.export', {
          accountId: GONE,
          from,
        });
        found.push(...part.entries);
        from = part.next;
      } while (from !== null);
      return found;
    };
    const id = String(site.dev.site.peek('PAY-1')?.id);
    const before = await all();
    site.dev.site.secure('PAY-1', { name: 'Board', accountIds: ['app-ballast'], roles: [] });
    const after = await all();
    expect(after).toHaveLength(before.length);
    expect(before.some(({ issueId }) => issueId === id)).toBe(true);
    expect(after.some(({ issueId }) => issueId === id)).toBe(false);
    const hidden = after.filter((one) => one.hidden === true);
    expect(hidden).toHaveLength(before.filter(({ issueId }) => issueId === id).length);
    expect(hidden.every(({ beside }) => Object.keys(beside).length === 0)).toBe(true);
  });

  it('is not read on from a place that is none', async () => {
    const site = await fullStore();
    for (const from of ['x', Buffer.from('{"part":99,"cursor":null}').toString('base64url')])
      await expect(
        tell(site, site.dev.adminId, 'personalData.export', { accountId: GONE, from }),
      ).rejects.toThrow('cannot be continued from here');
    await expect(
      tell(site, site.dev.adminId, 'personalData.export', {
        accountId: GONE,
        from: Buffer.from('{"part":0,"cursor":"rubbish"}').toString('base64url'),
      }),
    ).resolves.toBeDefined();
  });
});
