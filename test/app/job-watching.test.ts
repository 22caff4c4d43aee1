import type { VirtualClock } from '../../dev/clock';
import { defaultRubric } from '../../src/core/rubric/presets/default-rubric';
import { PAY, settingsSite, withBands, type SettingsSite } from './settings-site';

const publishersMay = (approvers: readonly string[]) => ({
  ...defaultRubric.decisionRights,
  publishRubric: {
    roles: ['Product owners'],
    people: [],
    approvers: { roles: approvers, people: [] },
  },
});

/** A site whose product owners may publish, alone unless somebody approves. */
async function aSite(approvers: readonly string[] = []): Promise<SettingsSite> {
  const site = settingsSite();
  site.dev.announceInstalled();
  await site.settle();
  await site.get('pam', 'rubric.publish', {
    ...PAY,
    document: { ...withBands(90), decisionRights: publishersMay(approvers) },
    reason: 'Owners decide',
    base: 0,
  });
  await site.settle();
  return site;
}

describe('the work that a publication begins', () => {
  it('is watched and stopped by who may publish, without administering the project', async () => {
    const site = await aSite();
    await site.get('olga', 'rubric.publish', {
      ...PAY,
      document: { ...withBands(80), decisionRights: publishersMay([]) },
      reason: 'Lower',
      base: 1,
    });
    expect(await site.get('olga', 'job.view', PAY)).toMatchObject({
      id: 'publish-10001-2',
      state: 'running',
      maySteer: true,
      mayStart: false,
    });
    expect(await site.get('olga', 'job.pause', PAY)).toMatchObject({ state: 'paused' });
    expect(await site.get('olga', 'job.resume', PAY)).toMatchObject({ state: 'running' });
    expect(await site.get('olga', 'job.cancel', PAY)).toMatchObject({ state: 'cancelled' });
    expect(await site.refused('olga', 'job.start', { ...PAY, jql: '' })).toMatchObject({
      kind: 'forbidden',
    });
    expect(await site.refused('olga', 'job.retryFailed', PAY)).toMatchObject({ kind: 'forbidden' });
  });

  it('is watched and not stopped by who needs approval to publish', async () => {
    const site = await aSite(['Approvers']);
    expect(await site.get('olga', 'job.view', PAY)).toMatchObject({
      maySteer: false,
      mayStart: false,
    });
    expect(await site.refused('olga', 'job.cancel', PAY)).toMatchObject({
      kind: 'forbidden',
      what: expect.stringContaining('without approval') as string,
    });
    expect(await site.get('pam', 'job.view', PAY)).toMatchObject({
      maySteer: true,
      mayStart: true,
    });
  });

  it('is hidden from who may only look, and the work on the site from who administers a project only', async () => {
    const site = await aSite();
    expect(await site.refused('vera', 'job.view', PAY)).toMatchObject({ kind: 'forbidden' });
    expect(await site.refused('vera', 'job.cancel', PAY)).toMatchObject({ kind: 'forbidden' });
    expect(await site.refused('pam', 'job.view', { project: null })).toMatchObject({
      kind: 'forbidden',
    });
  });

  it('is watched to its end by who began it, even if their right has gone meanwhile', async () => {
    const site = await aSite();
    await site.get('olga', 'rubric.publish', {
      ...PAY,
      document: { ...withBands(80) },
      reason: 'Administrators decide again',
      base: 1,
    });
    expect(await site.get('olga', 'job.view', PAY)).toMatchObject({
      id: 'publish-10001-2',
      maySteer: false,
    });
    expect(await site.refused('olga', 'job.cancel', PAY)).toMatchObject({ kind: 'forbidden' });
  });

  it('says when everything is scored and when its last look comes, instead of running on', async () => {
    const site = await aSite();
    const looks: unknown[] = [];
    await site.get('pam', 'rubric.publish', {
      ...PAY,
      document: withBands(70),
      reason: 'Lower',
      base: 1,
    });
    expect(await site.get('pam', 'job.view', PAY)).toMatchObject({
      state: 'running',
      lastLookAt: null,
    });
    for (let step = 0; step < 200 && looks.length === 0; step += 1) {
      const job = await site.get('pam', 'job.view', PAY);
      if (job?.lastLookAt != null)
        looks.push(
          Date.parse(job.lastLookAt) - Date.parse(job.updatedAt),
          job.secondsLeft,
          job.done,
        );
      else await (site.dev.clock as VirtualClock).advance(1_000);
    }
    expect(looks).toEqual([240_000, null, 2]);
    await site.settle();
    expect(await site.get('pam', 'job.view', PAY)).toMatchObject({
      state: 'finished',
      lastLookAt: null,
    });
  });
});
