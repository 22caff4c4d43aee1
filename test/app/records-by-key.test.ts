import type { VirtualClock } from '../../dev/clock';
import { records } from '../storage/records-by-key.json';
import { settingsSite, type PersonName, type SettingsSite } from './settings-site';

const HOUR_MS = 3_600_000;

/** The site of the records as commit 4ff9312 left it, which kept what belongs to a project under its key. */
function theirSite(): SettingsSite {
  const site = settingsSite([
    { key: 'PAY-1', priority: 'High' },
    { key: 'PAY-2', priority: 'Low' },
    { key: 'OPS-1', projectKey: 'OPS', priority: 'High' },
  ]);
  for (const record of records) site.dev.host.damageKvs(record);
  return site;
}

async function upgraded(site: SettingsSite): Promise<void> {
  await (site.dev.clock as VirtualClock).advance(2 * HOUR_MS);
  site.dev.announceInstalled();
  await site.settle();
}

async function aNight(site: SettingsSite): Promise<void> {
  const clock = site.dev.clock as VirtualClock;
  await clock.advance(23 * HOUR_MS);
  await site.dev.host.runSchedule('daily');
  await clock.advance(HOUR_MS);
  await site.dev.host.runSchedule('hourly');
  await site.settle();
}

/** What was entered about the project of this key: a rubric of two versions, a draft, a proposal, a pilot, paused work, a post-mortem. */
async function enteredIn(
  site: SettingsSite,
  project: string,
  who: PersonName = 'pam',
): Promise<unknown> {
  const settings = await site.get(who, 'settings.view', { project });
  const { versions } = await site.get(who, 'rubric.versions', { project, before: null });
  const { pilot, issues } = await site.get(who, 'pilot.view', { project });
  const job = await site.get(who, 'job.view', { project });
  return {
    version: settings.published.version,
    draft: settings.draft?.base ?? null,
    waiting: settings.waiting?.reason ?? null,
    versions: versions.map(({ reason }) => reason),
    pilot: pilot?.reason ?? null,
    issues,
    job: job === null ? null : [job.id.replace(/-.*$/u, ''), job.state],
  };
}

const EVERYTHING = {
  version: 2,
  draft: 2,
  waiting: 'Please',
  versions: ['Ours again', 'Ours'],
  pilot: 'We only look',
  issues: 2,
  job: ['request', 'paused'],
};
const NOTHING = {
  version: 0,
  draft: null,
  waiting: null,
  versions: [],
  pilot: null,
  issues: 0,
  job: null,
};

describe('what an earlier version kept under the key of a project', () => {
  it('is there at once, and by looking nothing is written', async () => {
    const site = theirSite();
    const before = site.storage();
    expect(await enteredIn(site, 'PAY')).toEqual(EVERYTHING);
    expect(site.storage()).toBe(before);
    const { postMortems } = await site.get('pam', 'followthrough.view', { issueId: '10001' });
    expect(postMortems).toBe(1);
  });

  it('is there when the upgrade is done, and a day later', async () => {
    const site = theirSite();
    await upgraded(site);
    expect(await enteredIn(site, 'PAY')).toEqual(EVERYTHING);
    await aNight(site);
    expect(await enteredIn(site, 'PAY')).toEqual(EVERYTHING);
    // In a pilot nothing is written.
    expect((await site.fields('PAY-2')).score).toBeNull();
  });

  it('goes on being changed where it is', async () => {
    const site = theirSite();
    const PAY = { project: 'PAY' } as const;
    const { waiting } = await site.get('aron', 'settings.view', PAY);
    await site.get('aron', 'rubric.answer', {
      ...PAY,
      id: waiting?.id ?? '',
      answer: 'approve',
      reason: 'Good',
    });
    await site.get('pam', 'draft.discard', { ...PAY, seen: 1 });
    await site.settle();
    await site.get('pam', 'pilot.end', PAY);
    await site.settle();
    expect(await enteredIn(site, 'PAY')).toMatchObject({
      version: 3,
      draft: null,
      waiting: null,
      versions: ['Please', 'Ours again', 'Ours'],
      pilot: null,
    });
  });

  it('stays with the project under its next key, and is not passed on with the old one', async () => {
    const site = theirSite();
    await upgraded(site);
    site.dev.site.projects.rename('PAY', 'PYM');
    site.dev.site.projects.create('PAY', 'Payroll');
    expect(await enteredIn(site, 'PYM')).toEqual(EVERYTHING);
    expect(await enteredIn(site, 'PAY', 'ada')).toEqual(NOTHING);
    await aNight(site);
    expect(await enteredIn(site, 'PYM')).toEqual(EVERYTHING);
    expect(await enteredIn(site, 'PAY', 'ada')).toEqual(NOTHING);
  });

  it('waits for a project that the app did not see while it was upgraded', async () => {
    const site = theirSite();
    site.dev.site.projects.hideFromApp('PAY');
    await upgraded(site);
    await aNight(site);
    site.dev.site.projects.showToApp('PAY');
    await aNight(site);
    expect(await enteredIn(site, 'PAY')).toEqual(EVERYTHING);
  });

  it('waits for the app to see anything at all, and refuses changes until then', async () => {
    const site = theirSite();
    const keys = ['PAY', 'OPS', 'INC', 'SUP'];
    for (const key of keys) site.dev.site.projects.hideFromApp(key);
    await upgraded(site);
    await aNight(site);
    const refusal = await site.refused('pam', 'pilot.end', { project: 'PAY' });
    expect(refusal.what).toContain('Jira shows Ballast no project');
    for (const key of keys) site.dev.site.projects.showToApp(key);
    await aNight(site);
    expect(await enteredIn(site, 'PAY')).toEqual(EVERYTHING);
  });
});
