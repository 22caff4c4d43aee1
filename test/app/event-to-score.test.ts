import { unpacked } from '../../src/storage/ledger-body';
import { smallSite, type SmallSite } from './small-site';

/** The story that every test tells in some order: a request, an outage that it would have prevented, and what it blocks. */
async function story(
  site: SmallSite,
): Promise<{ readonly work: string; readonly incident: string; readonly blocker: string }> {
  const work = await site.create('PAY', 'Story', { priority: { name: 'Medium' } });
  const incident = await site.create('INC', 'Incident', { priority: { name: 'Highest' } });
  const blocker = await site.create('PAY', 'Story', { priority: { name: 'Low' } });
  await site.link('Relates', work, incident);
  await site.link('Blocks', blocker, work);
  await site.edit(work, { priority: { name: 'High' }, duedate: '2026-11-20' });
  return { work, incident, blocker };
}

const scoreOf = async (site: SmallSite, key: string): Promise<number> =>
  (await site.fields(key)).score ?? NaN;

describe('from event to score', () => {
  it('scores an issue that is created, in all four fields', async () => {
    const site = smallSite();
    const key = await site.create('PAY', 'Bug', { priority: { name: 'High' } });
    await site.settle();
    expect(await site.fields(key)).toEqual({
      score: expect.any(Number) as number,
      lane: 'stability',
      horizon: expect.stringMatching(/now|next|later/u) as string,
      reasons: expect.stringContaining('priority High') as string,
    });
  });

  it('follows an edit, a link, a transition, an unlink and a deletion', async () => {
    const site = smallSite();
    // A due date that a person set stays, so that becoming a hot fix leaves nothing behind which would move the score.
    const key = await site.create('PAY', 'Story', {
      priority: { name: 'Low' },
      duedate: '2027-06-30',
    });
    await site.settle();
    const low = await scoreOf(site, key);
    await site.edit(key, { priority: { name: 'High' } });
    await site.settle();
    const high = await scoreOf(site, key);
    expect(high).toBeGreaterThan(low);

    const incident = await site.create('INC', 'Incident', { priority: { name: 'Highest' } });
    await site.link('Relates', key, incident);
    await site.settle();
    const burning = await scoreOf(site, key);
    expect(burning).toBeGreaterThan(high);
    expect((await site.fields(key)).lane).toBe('hot fix');

    await site.transition(incident, 'Done');
    await site.settle();
    const resolved = await scoreOf(site, key);
    expect(resolved).toBeLessThan(burning);
    expect((await site.fields(key)).lane).not.toBe('hot fix');

    await site.unlink(key, incident);
    await site.settle();
    expect(await scoreOf(site, key)).toBe(high);

    await site.link('Relates', key, incident);
    await site.transition(incident, 'To Do');
    await site.settle();
    expect(await scoreOf(site, key)).toBe(burning);
    await site.remove(incident);
    await site.settle();
    expect(await scoreOf(site, key)).toBe(high);
  });

  it('lets a blocker inherit, and lets go when the blocked issue is closed or deleted', async () => {
    const site = smallSite();
    const { work, blocker } = await story(site);
    await site.settle();
    expect(await scoreOf(site, blocker)).toBe(await scoreOf(site, work));
    await site.transition(work, 'Done');
    await site.settle();
    const alone = await scoreOf(site, blocker);
    expect(alone).toBeLessThan(await scoreOf(site, work));
    await site.transition(work, 'To Do');
    await site.settle();
    expect(await scoreOf(site, blocker)).toBe(await scoreOf(site, work));
    await site.remove(work);
    await site.settle();
    expect(await scoreOf(site, blocker)).toBe(alone);
  });

  it('comes to the same fields when every event is delivered twice, late and shuffled', async () => {
    const calm = smallSite();
    const keys = await story(calm);
    await calm.settle();
    for (const shuffle of [1, 2, 3]) {
      const stormy = smallSite();
      stormy.dev.host.setDelivery({ duplicate: true, shuffle, eventDelayMs: 180_000 });
      await story(stormy);
      await stormy.settle();
      for (const key of Object.values(keys))
        expect([key, await stormy.fields(key)]).toEqual([key, await calm.fields(key)]);
    }
  });

  it('comes to the same fields when Jira refuses, fails and drops connections', async () => {
    const calm = smallSite();
    const keys = await story(calm);
    await calm.settle();
    const stormy = smallSite();
    stormy.dev.site.faults.set({
      faults: [
        { every: 3, effect: { kind: 'status', status: 429, retryAfterSeconds: 5 } },
        { every: 4, effect: { kind: 'status', status: 503 } },
        { every: 5, effect: { kind: 'drop', when: 'after' } },
      ],
    });
    await story(stormy);
    await stormy.settle();
    expect(stormy.dev.site.faults.struck.every((times) => times > 0)).toBe(true);
    stormy.dev.site.faults.clear();
    for (const key of Object.values(keys))
      expect([key, await stormy.fields(key)]).toEqual([key, await calm.fields(key)]);
  });

  it('writes nothing to Jira for an event that changes no score, and only that it knows of the edit to the ledger', async () => {
    const site = smallSite();
    const key = await site.create('PAY', 'Bug');
    await site.settle();
    const ledger = (): unknown[] =>
      [...site.dev.host.dumpKvs()].flatMap(({ entity, value }) => {
        if (entity !== 'ledger') return [];
        const { body, revision, ...rest } = value as Readonly<Record<string, unknown>>;
        const { updated, readAt, scoredAt, ...known } = unpacked(String(body)) ?? {};
        return [{ ...rest, ...known, told: [updated, readAt, scoredAt, revision].length }];
      });
    const before = ledger();
    const seen: string[] = [];
    site.dev.site.onEvent(({ selfGenerated, name }) => {
      if (selfGenerated) seen.push(name);
    });
    await site.edit(key, { summary: 'Another title', labels: [] });
    await site.settle();
    expect(seen).toEqual([]);
    expect(ledger()).toEqual(before);
  });

  it('does not wake for its own writes', async () => {
    const site = smallSite();
    await site.create('PAY', 'Bug');
    await site.settle();
    expect(site.dev.host.invocations.totalsByFunction()['on-issue-changed']?.invocations).toBe(1);
  });

  it('sends Jira only requests that its own schemas accept', async () => {
    const site = smallSite();
    const { work } = await story(site);
    site.dev.announceInstalled();
    await site.settle();
    await site.dev.host.invoke({
      resolverFunction: 'resolver',
      functionKey: 'score.view',
      payload: { issueId: String(site.dev.site.peek(work)?.id) },
      context: {},
      accountId: site.dev.adminId,
    });
    expect(site.dev.host.invocations.totals().jiraCalls).toBeGreaterThan(5);
    expect(site.badRequests).toEqual([]);
  });
});
