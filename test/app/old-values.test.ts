import { ask } from '../../dev/bench/rescore/asking';
import type { VirtualClock } from '../../dev/clock';
import { smallSite, type SmallSite } from './small-site';

const HOUR_MS = 3_600_000;
const NO_SCORE = {
  score: null,
  lane: 'feature improvement',
  horizon: expect.any(String) as string,
};

/** Asks for one number alone: an issue without it has no score. */
const byPoints = {
  name: 'By points alone',
  pillars: [{ id: 'size', label: 'Size' }],
  lanes: [{ lane: 'feature improvement', any: [{ kind: 'workType', names: ['Story'] }] }],
  criteria: [
    {
      id: 'points',
      label: 'Points',
      pillar: 'size',
      weight: 1,
      absence: 'unknown',
      signal: { kind: 'number', fields: ['Story Points'] },
      curve: { kind: 'linear', from: { x: 0, points: 0 }, to: { x: 10, points: 100 } },
    },
  ],
};

async function scoredSite(): Promise<SmallSite> {
  const site = smallSite([{ priority: 'High' }]);
  site.dev.announceInstalled();
  await site.settle();
  expect((await site.fields('PAY-1')).score).not.toBeNull();
  return site;
}

const publish = (site: SmallSite): Promise<unknown> =>
  ask(site.dev, 'rubric.publish', {
    project: 'PAY',
    document: byPoints,
    reason: 'Points tell enough',
  });

async function later(site: SmallSite): Promise<void> {
  await site.settle();
  await (site.dev.clock as VirtualClock).advance(HOUR_MS);
  await site.settle();
}

describe('a score that a rubric takes away', () => {
  it('leaves Jira’s field', async () => {
    const site = await scoredSite();
    await publish(site);
    await later(site);
    expect(await site.fields('PAY-1')).toMatchObject(NO_SCORE);
  });

  it('leaves it also when the fields could not be written for a while', async () => {
    const site = await scoredSite();
    const { handle } = site.dev.site;
    let refused = 0;
    site.dev.site.handle = async (request) => {
      if (!request.path.includes('app/field') || refused >= 8) return handle(request);
      refused += 1;
      return { status: 503, headers: {}, body: '{}', points: 0 };
    };
    await publish(site);
    await later(site);
    expect(refused).toBe(8);
    expect(await site.fields('PAY-1')).toMatchObject(NO_SCORE);
    expect(await ask(site.dev, 'job.view', { project: 'PAY' })).toMatchObject({
      state: 'finished',
      changed: 1,
      failed: 0,
    });
  });

  it('leaves it once a pilot ends in which the rubric was published', async () => {
    const site = await scoredSite();
    await ask(site.dev, 'pilot.begin', { project: 'PAY', reason: 'one sprint' });
    await publish(site);
    await later(site);
    expect((await site.fields('PAY-1')).score).not.toBeNull();
    await ask(site.dev, 'pilot.end', { project: 'PAY' });
    await later(site);
    expect(await site.fields('PAY-1')).toMatchObject(NO_SCORE);
  });
});

describe('a record of the ledger that cannot be read', () => {
  const damage = (site: SmallSite, key: string, body: string): void => {
    const issueId = String(site.dev.site.peek(key)?.id);
    const record = [...site.dev.host.dumpKvs()].find(
      (one) => one.entity === 'ledger' && one.key === issueId,
    );
    site.dev.host.damageKvs({
      entity: 'ledger',
      key: issueId,
      value: { ...(record?.value as object), body },
    });
  };

  it.each([
    ['damaged', '3not deflated at all'],
    ['in an older format', '2abc'],
  ])(
    'because it is %s stops no other issue, and is made anew with every field',
    async (_, body) => {
      const site = smallSite([{ priority: 'High' }, { priority: 'Low' }]);
      site.dev.announceInstalled();
      await site.settle();
      damage(site, 'PAY-1', body);
      expect(
        await ask(site.dev, 'rubric.preview', {
          project: 'PAY',
          document: { name: 'Another', effort: { k: 0 } },
        }),
      ).toMatchObject({ preview: { issues: 2, pending: { issues: 1 } } });
      await publish(site);
      await later(site);
      expect(await ask(site.dev, 'job.view', { project: 'PAY' })).toMatchObject({
        state: 'finished',
        done: 2,
        failed: 0,
      });
      for (const key of ['PAY-1', 'PAY-2']) expect(await site.fields(key)).toMatchObject(NO_SCORE);
    },
  );

  it('is made anew by the daily run', async () => {
    const site = await scoredSite();
    damage(site, 'PAY-1', '3not deflated at all');
    await (site.dev.clock as VirtualClock).advance(24 * HOUR_MS);
    await site.dev.host.runSchedule('daily');
    await later(site);
    expect(
      await ask(site.dev, 'rubric.preview', { project: 'PAY', document: { name: 'Another' } }),
    ).toMatchObject({ preview: { issues: 1, pending: { issues: 0 } } });
  });
});
