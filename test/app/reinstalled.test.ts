import type { VirtualClock } from '../../dev/clock';
import { createDevSite, type DevSite } from '../../dev/dev-site';
import { ISSUE_WEEKS, PROJECT_WEEKS } from '../../src/core/retention/deleted';
import type { SetupView } from '../../src/contract/setup';
import { ownBatch } from '../core/evidence-feeds/payloads';
import { signed } from './signed-delivery';
import { smallSite, type SmallSite } from './small-site';

const DAY_MS = 86_400_000;

async function ask(dev: DevSite, functionKey: string, payload: object): Promise<unknown> {
  const reply = (await dev.host.invoke({
    resolverFunction: 'resolver',
    functionKey,
    payload,
    context: {},
    accountId: dev.adminId,
  })) as { readonly ok: boolean; readonly value: unknown };
  expect([functionKey, reply.ok]).toEqual([functionKey, true]);
  await dev.host.settle();
  return reply.value;
}

/** Two projects, an override on the first issue, evidence of a tool, and the secret that it signs with. */
async function aSite(): Promise<{ readonly site: SmallSite; readonly secret: string }> {
  const site = smallSite([{}, {}, { key: 'OPS-1', projectKey: 'OPS' }]);
  site.dev.announceInstalled();
  await site.settle();
  const wish = { kind: 'lane', lane: 'hot fix', reason: 'It burns', until: '2026-12-30' };
  await ask(site.dev, 'override.propose', { issueId: '10001', seen: '', wish });
  const { secret } = (await ask(site.dev, 'evidence.rotateSecret', {})) as { secret: string };
  expect(await delivered(site.dev, secret, 'T-1')).toBe(202);
  return { site, secret };
}

async function delivered(dev: DevSite, secret: string, id: string): Promise<number> {
  const body = ownBatch({ id, kind: 'support', issues: ['PAY-2'] });
  const { statusCode } = await dev.host.webTrigger(
    'evidence',
    signed(body, secret, dev.clock.now()),
  );
  await dev.host.settle();
  return statusCode;
}

/** Weeks without the app: no event reaches it before the test is over, and no schedule. */
async function weeksAway(site: SmallSite, weeks: number, meanwhile: () => Promise<void> | void) {
  site.dev.host.setDelivery({ eventDelayMs: 10_000 * DAY_MS });
  await meanwhile();
  await (site.dev.clock as VirtualClock).advance(weeks * 7 * DAY_MS);
  site.dev.host.setDelivery({});
}

const kept = (site: SmallSite, ...entities: readonly string[]): readonly unknown[] =>
  [...site.dev.host.dumpKvs()].filter(({ entity }) => entities.includes(entity ?? ''));

const covered = ({ host }: DevSite): readonly string[] =>
  [...host.dumpKvs()].flatMap(({ key }) => (key.startsWith('covered:') ? [key] : []));

describe('the app, installed again', () => {
  it('with what it kept weeks ago counts nothing twice and takes the secret as before', async () => {
    const { site, secret } = await aSite();
    const before = kept(site, 'attached', 'evidence', 'decision');
    const fields = await Promise.all(['PAY-1', 'PAY-2'].map(site.fields));
    await weeksAway(site, 3, () => undefined);
    site.dev.announceInstalled();
    await site.settle();
    expect(kept(site, 'attached', 'evidence')).toEqual(
      before.filter((one) => (one as { entity: string }).entity !== 'decision'),
    );
    // What three weeks have moved has an entry of its own; what people and tools did has one, as before.
    const done = (all: readonly unknown[]): readonly unknown[] =>
      all.filter((one) =>
        ['override', 'evidence'].includes((one as { value: { kind: string } }).value.kind),
      );
    expect(done(kept(site, 'decision'))).toEqual(done(before));
    expect(done(before)).not.toEqual([]);
    expect((await site.fields('PAY-1')).lane).toBe(fields[0]?.lane);
    expect(await delivered(site.dev, secret, 'T-1')).toBe(200);
    expect(await delivered(site.dev, secret, 'T-2')).toBe(202);
  });

  it('does not take for covered what it has gone through weeks ago', async () => {
    const { site } = await aSite();
    expect(covered(site.dev)).toEqual(['covered:site']);
    let made = '';
    await weeksAway(site, 3, async () => {
      made = await site.create('PAY', 'Story');
    });
    const { handle } = site.dev.site;
    site.dev.site.handle = async (request) => {
      const answer = await handle(request);
      return request.principal.kind === 'app' && request.path.includes('/project/search')
        ? { ...answer, body: JSON.stringify({ values: [], isLast: true }) }
        : answer;
    };
    site.dev.announceInstalled();
    await (site.dev.clock as VirtualClock).advance(3 * 60_000);
    expect(covered(site.dev)).toEqual([]);
    site.dev.site.handle = handle;
    await (site.dev.clock as VirtualClock).advance(60 * 60_000);
    expect(covered(site.dev)).toEqual(['covered:site']);
    expect((await site.fields(made)).score).not.toBeNull();
  });

  it('removes nothing of a project that was restored while it was away, though it sees little yet', async () => {
    const { site } = await aSite();
    site.dev.site.projects.trash('PAY');
    await site.settle();
    const before = kept(site, 'attached', 'evidence');
    expect(before).not.toEqual([]);
    await weeksAway(site, PROJECT_WEEKS + 1, () => site.dev.site.projects.showToApp('PAY'));
    site.dev.site.projects.hideFromApp('PAY');
    site.dev.announceInstalled();
    await site.settle();
    for (let day = 0; day < 3; day += 1) {
      await (site.dev.clock as VirtualClock).advance(DAY_MS);
      await site.dev.host.runSchedule('daily');
      await site.settle();
    }
    expect(kept(site, 'attached', 'evidence')).toEqual(before);
    site.dev.site.projects.showToApp('PAY');
    await (site.dev.clock as VirtualClock).advance((ISSUE_WEEKS * 7 + 2) * DAY_MS);
    await site.dev.host.runSchedule('daily');
    await site.settle();
    expect(kept(site, 'attached', 'evidence')).toEqual(before);
    expect(kept(site, 'removal')).toEqual([]);
  });

  it('with nothing kept scores everything and asks for a new secret', async () => {
    const { site, secret } = await aSite();
    site.dev.host.close();
    const anew = createDevSite({ clock: site.dev.clock, site: site.dev.site });
    anew.announceInstalled();
    await anew.host.settle();
    expect((await site.fields('PAY-2')).score).not.toBeNull();
    expect(covered(anew)).toEqual(['covered:site']);
    expect(await delivered(anew, secret, 'T-1')).toBe(403);
    const { checks } = (await ask(anew, 'setup.check', { project: null })) as SetupView;
    expect(JSON.stringify(checks.filter(({ state }) => state !== 'ok'))).toMatch(/secret/u);
  });
});
