import type { DecisionLog } from '../../src/contract/decisions';
import type { PostMortemView } from '../../src/core/post-mortem/view';
import { answer } from './separate-people';
import { smallSite, type SmallSite } from './small-site';

const people = ['member', 'ina'];
const severe = { typeName: 'Incident', projectKey: 'INC', priority: 'Highest' } as const;

/** OPS-1 was fixed with a post-mortem whose action OPS-2 is open; PAY-1 is fixed now, after INC-2. The member looks at OPS and INC. */
async function aSite(editors: readonly string[]): Promise<SmallSite> {
  const site = smallSite(
    [
      { key: 'PAY-1', projectKey: 'PAY' },
      { key: 'OPS-1', projectKey: 'OPS' },
      { key: 'INC-1', ...severe },
    ],
    [{ typeName: 'Relates', sourceKey: 'OPS-1', destinationKey: 'INC-1' }],
    {
      users: people.map((accountId) => ({ accountId, displayName: accountId })),
      projects: [
        { key: 'PAY', name: 'Payments', roles: [{ name: 'Developers', accountIds: ['member'] }] },
        {
          key: 'OPS',
          name: 'Operations',
          roles: [
            { name: 'Viewers', accountIds: ['member'] },
            { name: 'Developers', accountIds: editors },
          ],
        },
        {
          key: 'INC',
          name: 'Incidents',
          roles: [
            { name: 'Viewers', accountIds: ['member'] },
            { name: 'Developers', accountIds: editors },
          ],
        },
      ],
    },
  );
  site.dev.announceInstalled();
  await site.settle();
  const issueId = '10002';
  await answer(site, 'ina', 'postmortem.start', { issueId });
  await answer(site, 'ina', 'postmortem.act', {
    issueId,
    summary: 'Unlock by itself',
    owner: 'ina',
    due: '2026-12-11',
    priority: true,
  });
  await site.settle();
  const again = await site.create('INC', 'Incident', { priority: { name: 'Highest' } });
  await site.link('Relates', again, 'PAY-1');
  await site.settle();
  return site;
}

async function saysItHappenedBefore(site: SmallSite): Promise<PostMortemView> {
  const issueId = '10001';
  const { revision } = await answer<PostMortemView>(site, 'member', 'postmortem.start', {
    issueId,
  });
  const view = await answer<PostMortemView>(site, 'member', 'postmortem.change', {
    issueId,
    seen: revision,
    change: { kind: 'earlier', keys: ['INC-1'] },
  });
  await site.settle();
  return view;
}

const action = async (site: SmallSite): Promise<string> =>
  (await site.search('project = OPS AND summary ~ "Unlock"'))[0] ?? '';
const logOf = async (site: SmallSite, issueId: string) =>
  (await answer<DecisionLog>(site, 'ina', 'decisions.list', { issueId })).decisions;

describe('who says that an incident happened before', () => {
  it('changes nothing in a project where they may look only', async () => {
    const site = await aSite(['ina']);
    const key = await action(site);
    const before = await site.fields(key);
    const linked = await site.search(`issue in linkedIssues("${key}")`);
    const log = await logOf(site, '10002');
    await saysItHappenedBefore(site);
    expect(await site.fields(key)).toEqual(before);
    expect(await site.search(`issue in linkedIssues("${key}")`)).toEqual(linked);
    expect(await logOf(site, '10002')).toEqual(log);
  });

  it('is named in the log of what is the same again, where they may edit it', async () => {
    const site = await aSite(['ina', 'member']);
    await saysItHappenedBefore(site);
    const recurrence = (await logOf(site, '10002')).filter(({ changes }) =>
      changes.some(({ kind }) => kind === 'recurrence'),
    );
    expect(recurrence).toMatchObject([{ by: 'member' }]);
  });
});
