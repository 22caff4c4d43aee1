import type { Reply } from '../../src/contract';
import type { EvidenceDetection } from '../../src/contract/evidence';
import { smallSite, type SmallSite } from './small-site';

async function detect(
  site: SmallSite,
  accountId: string,
  project: string | null = null,
): Promise<Reply<EvidenceDetection>> {
  return (await site.dev.host.invoke({
    resolverFunction: 'resolver',
    functionKey: 'evidence.detect',
    payload: { project },
    context: {},
    accountId,
  })) as Reply<EvidenceDetection>;
}

describe('looking for evidence settings', () => {
  it('reads types, projects, links and fields of the site, with requests that Jira knows', async () => {
    const site = smallSite([{}], [], {
      issueTypes: ['Bug', 'Story', 'Zendesk ticket', 'Störung'].map((name) => ({ name })),
      linkTypes: [{ name: 'Doublon', outward: 'est dupliqué par', inward: 'duplique' }],
      fields: [{ id: 'customfield_10017', name: 'Schweregrad', type: 'option' }],
    });
    const reply = await detect(site, site.dev.adminId);
    const names = reply.ok
      ? reply.value.detected.map(({ setting, name }) => `${setting}: ${name}`)
      : [];
    expect(names).toEqual([
      'support.types: Zendesk ticket',
      'incidents.types: Störung',
      'incidents.projects: INC',
      'support.projects: SUP',
      'incidents.severityFields: Schweregrad',
      'reports.phrases: est dupliqué par',
    ]);
    expect(site.badRequests).toEqual([]);
  });

  it('walks through many projects a page at a time', async () => {
    const projects = Array.from({ length: 230 }, (_, n) => ({
      key: `P${n}`,
      name: n === 229 ? 'Outages' : `Team ${n}`,
    }));
    const site = smallSite([], [], { projects });
    const reply = await detect(site, site.dev.adminId);
    expect(reply.ok && reply.value.detected).toContainEqual({
      setting: 'incidents.projects',
      name: 'P229',
      why: 'the project “Outages” is named after incidents',
    });
  });

  it('is for administrators alone', async () => {
    const site = smallSite([{}], [], {
      users: [{ accountId: 'worker', displayName: 'Wim Worker' }],
    });
    expect(await detect(site, 'worker')).toMatchObject({
      ok: false,
      refusal: { kind: 'forbidden' },
    });
  });
});
