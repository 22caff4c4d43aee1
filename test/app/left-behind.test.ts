import type { VirtualClock } from '../../dev/clock';
import { defaultRubric } from '../../src/core/rubric/presets/default-rubric';
import { PAY, settingsSite, type PersonName, type SettingsSite } from './settings-site';

const ISSUES = 250;
const HOUR_MS = 3_600_000;
const decisionRights = {
  ...defaultRubric.decisionRights,
  publishRubric: {
    roles: ['Product owners'],
    people: [],
    approvers: { roles: ['Approvers'], people: [] },
  },
};
const withoutEffort = { name: 'Effort says nothing', effort: { k: 0 }, decisionRights };

/** Scored by the version that lets product owners publish, where somebody approves. */
async function scoredSite(): Promise<SettingsSite> {
  const site = settingsSite(Array.from({ length: ISSUES }, () => ({ priority: 'High' })));
  site.dev.announceInstalled();
  await site.settle();
  await site.get('pam', 'rubric.publish', {
    ...PAY,
    document: { name: 'Owners decide', decisionRights },
    reason: 'a beginning',
    base: 0,
  });
  await site.settle();
  return site;
}

/** Begins work and cancels it while its first fields are written. */
async function cancelledHalfway(site: SettingsSite, begin: () => Promise<unknown>): Promise<void> {
  const { handle } = site.dev.site;
  const cancelling: Promise<unknown>[] = [];
  site.dev.site.handle = async (request) => {
    if (request.path.includes('app/field') && cancelling.length === 0)
      cancelling.push(site.get('pam', 'job.cancel', PAY));
    return handle(request);
  };
  await begin();
  await site.settle();
  await Promise.all(cancelling);
  site.dev.site.handle = handle;
  expect(await site.get('pam', 'job.view', PAY)).toMatchObject({ state: 'cancelled' });
}

const publish = (site: SettingsSite) => () =>
  site.get('pam', 'rubric.publish', {
    ...PAY,
    document: withoutEffort,
    reason: 'Effort misled us',
    base: 1,
  });
const ledgerCheck = async (
  site: SettingsSite,
  who: PersonName = 'pam',
  ask: { readonly project: string | null } = PAY,
) => (await site.get(who, 'setup.check', ask)).checks.find(({ id }) => id === 'ledger');

async function scores(site: SettingsSite): Promise<ReadonlyMap<unknown, number>> {
  const found = new Map<unknown, number>();
  for (let n = 1; n <= ISSUES; n += 1) {
    const { score } = await site.fields(`PAY-${n}`);
    found.set(score, (found.get(score) ?? 0) + 1);
  }
  return found;
}

/** Reads of Jira's issues, and units of storage read, that something takes. */
async function costOf(
  site: SettingsSite,
  work: () => Promise<unknown>,
): Promise<{ readonly reads: number; readonly units: number }> {
  const { handle } = site.dev.site;
  let reads = 0;
  let units = 0;
  const stop = site.dev.host.invocations.subscribe(({ kvsReads }) => {
    units += kvsReads;
  });
  site.dev.site.handle = async (request) => {
    if (/search|bulkfetch/u.test(request.path)) reads += 1;
    return handle(request);
  };
  await work();
  await site.settle();
  site.dev.site.handle = handle;
  stop();
  return { reads, units };
}

describe('a publication that is cancelled half-way', () => {
  it('is told with the number of issues it left behind, and finished from the ledger', async () => {
    const site = await scoredSite();
    await cancelledHalfway(site, publish(site));
    const left = await site.get('pam', 'job.left', PAY);
    expect(left).toEqual({ issues: 150, more: false, underWay: false });
    expect([...(await scores(site)).values()]).toEqual([100, 150]);
    expect(await site.get('ada', 'job.left', { project: null })).toEqual(left);
    expect(await ledgerCheck(site)).toMatchObject({
      state: 'attention',
      says: expect.stringContaining('150 open issues of this project') as string,
      repair: { kind: 'button', label: 'Finish it' },
    });

    const finished = await costOf(site, async () => {
      expect(await site.get('pam', 'job.finish', PAY)).toMatchObject({
        state: 'running',
        cause: 'published',
      });
      expect(await site.get('pam', 'job.left', PAY)).toMatchObject({ issues: 150, underWay: true });
      expect(await site.refused('pam', 'job.finish', PAY)).toMatchObject({
        what: expect.stringContaining('goes on') as string,
      });
    });
    await (site.dev.clock as VirtualClock).advance(HOUR_MS);
    await site.settle();
    expect(await site.get('pam', 'job.view', PAY)).toMatchObject({
      state: 'finished',
      changed: 150,
    });
    expect(finished.reads).toBe(0);
    expect((await scores(site)).size).toBe(1);
    expect(await site.get('pam', 'job.left', PAY)).toEqual({
      issues: 0,
      more: false,
      underWay: false,
    });
    expect(await ledgerCheck(site)).toMatchObject({ state: 'ok', repair: null });
    expect(await site.refused('pam', 'job.finish', PAY)).toMatchObject({
      what: expect.stringContaining('Nothing is left') as string,
    });
  });

  it('is finished by who may publish without administering the project, and by nobody else', async () => {
    const site = await scoredSite();
    await cancelledHalfway(site, publish(site));
    expect(await site.refused('vera', 'job.left', PAY)).toMatchObject({ kind: 'forbidden' });
    expect(await site.refused('vera', 'job.finish', PAY)).toMatchObject({ kind: 'forbidden' });
    expect(await site.refused('pam', 'job.finish', { project: null })).toMatchObject({
      kind: 'forbidden',
    });
    expect(await site.get('olga', 'job.left', PAY)).toMatchObject({ issues: 150 });
    expect(await site.get('olga', 'job.finish', PAY)).toMatchObject({
      state: 'running',
      mayStart: false,
    });
    await site.settle();
    expect((await scores(site)).size).toBe(1);
  });

  it('is finished by the button of the setup check, and by the whole site’s', async () => {
    const site = await scoredSite();
    await cancelledHalfway(site, publish(site));
    expect(await site.get('pam', 'setup.repair', { ...PAY, id: 'ledger' })).toMatchObject({
      done: expect.stringContaining('What was left of this project') as string,
    });
    await cancelledHalfway(site, () => Promise.resolve());
    expect(await ledgerCheck(site, 'ada', { project: null })).toMatchObject({
      state: 'attention',
      repair: { label: 'Finish it' },
    });
    await site.get('ada', 'job.finish', { project: null });
    await site.settle();
    expect((await scores(site)).size).toBe(1);
    expect(await site.get('ada', 'job.left', { project: null })).toMatchObject({ issues: 0 });
  });

  it('costs next to nothing to look for where nothing is left behind', async () => {
    const site = await scoredSite();
    const { units } = await costOf(site, () => site.get('pam', 'job.left', PAY));
    expect(units).toBeLessThan(20);
  });
});

describe('a pilot whose end is cancelled half-way', () => {
  it('has left fields unwritten, which are told and finished as well', async () => {
    const site = await scoredSite();
    await site.get('pam', 'pilot.begin', { ...PAY, reason: 'one sprint' });
    await publish(site)();
    await site.settle();
    expect(await site.get('pam', 'job.left', PAY)).toEqual({
      issues: 0,
      more: false,
      underWay: false,
    });
    await cancelledHalfway(site, () => site.get('pam', 'pilot.end', PAY));
    expect(await site.get('pam', 'job.left', PAY)).toMatchObject({ issues: 150 });
    expect(await site.get('pam', 'job.finish', PAY)).toMatchObject({ cause: 'live' });
    await site.settle();
    expect((await scores(site)).size).toBe(1);
    expect(await site.get('pam', 'job.left', PAY)).toMatchObject({ issues: 0 });
  });
});
