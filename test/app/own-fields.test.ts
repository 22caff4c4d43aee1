import { createDevSite } from '../../dev/dev-site';
import { virtualClock } from '../../dev/forge/clock-virtual';
import { createJiraSite } from '../../dev/jira/site';
import { fieldModules } from '../../src/jira/field-writes';
import { TODAY } from './small-site';

const OWN = Object.values(fieldModules);
const OTHER = {
  appId: '6f1d2c8e-3b7a-4d0e-9a51-7c2e8f4b9d10',
  environmentId: 'production',
};

/** A site on which the same app stands in another environment already, with fields of the same names. */
async function twice() {
  const clock = virtualClock(Date.parse(`${TODAY}T09:00:00Z`));
  const site = createJiraSite({ clock });
  site.installAppFields(
    OWN.map((moduleKey) => ({
      moduleKey,
      name: moduleKey,
      description: '',
      type: moduleKey === 'priority-score' ? ('number' as const) : ('string' as const),
      readOnly: true,
    })),
    OTHER,
  );
  const dev = createDevSite({
    clock,
    site,
  });
  site.bulkLoad({
    ...{ users: [], resolutions: [], statuses: [], linkTypes: [], fields: [], links: [] },
    projects: [{ key: 'PAY', name: 'Payments' }],
    issueTypes: [{ name: 'Bug' }],
    priorities: [{ name: 'High' }],
    issues: [
      {
        key: 'PAY-1',
        projectKey: 'PAY',
        typeName: 'Bug',
        statusName: 'To Do',
        summary: 'One',
        priority: 'High',
        created: '2026-11-01T09:00:00.000+0000',
      },
    ],
  });
  dev.announceInstalled();
  await dev.host.settle();
  return dev;
}

describe('an app that stands on a site in two environments', () => {
  it('writes to the fields of its own, whichever the site lists first', async () => {
    const { site, host } = await twice();
    const customs = Object.keys(site.peek('PAY-1')?.customs ?? {});
    const second = Array.from(OWN, (_, n) => `customfield_${25_001 + OWN.length + n}`);
    expect(customs.filter((id) => id.startsWith('customfield_250')).sort()).toEqual(second);
    expect(host.invocations.recent().filter(({ outcome }) => outcome !== 'ok')).toEqual([]);
  });

  it('is refused the fields of the other environment, which belong to another app as far as Jira knows', async () => {
    const { site } = await twice();
    const [other, own] = [25_001, 25_001 + OWN.length].map((n) => `customfield_${n}`);
    const write = (field: string | undefined, environmentId: string) =>
      site.handle({
        method: 'PUT',
        path: `/rest/api/3/app/field/${field}/value`,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ updates: [{ issueIds: [site.peek('PAY-1')?.id], value: 7 }] }),
        principal: { kind: 'app', installation: { appId: OTHER.appId, environmentId } },
      });
    expect((await write(other, OTHER.environmentId)).status).toBe(204);
    expect((await write(other, 'staging')).status).toBe(403);
    expect((await write(own, OTHER.environmentId)).status).toBe(403);
  });
});
