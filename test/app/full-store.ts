import { defaultRubric } from '../../src/core/rubric/presets/default-rubric';
import type { Reply } from '../../src/contract';
import { smallSite, type SmallSite } from './small-site';
import { STRATEGY } from './rated-rubric';

/** Did something of everything, and then closed the account. */
export const GONE = '5b10ac8d82e05b22cc7d4ef5';
/** Works beside them, and stays. */
export const MATE = '712020:0c5a4c1e-2f0e-4b7e-9d31-6a7b8c9d0e1f';

const SPONSOR = 'customfield_30';
const right = (people: readonly string[], approvers: readonly string[] = []) => ({
  roles: [],
  people,
  approvers: { roles: [], people: approvers },
});
const sponsored = {
  id: 'sponsor',
  pillar: 'business-value',
  label: 'Sponsor',
  signal: { kind: 'user', fields: ['Sponsor'] },
  weight: 10,
  absence: 'unknown',
  ifSiteHas: false,
  curve: { kind: 'table', values: { [GONE]: 70, [MATE]: 20 } },
};

/** A rubric that names people wherever it can. */
export const namingRubric = (name: string) => ({
  ...defaultRubric,
  name,
  criteria: [...defaultRubric.criteria, STRATEGY, sponsored],
  capacity: {
    ...defaultRubric.capacity,
    lanes: {
      ...defaultRubric.capacity.lanes,
      stability: { least: 0.2, most: 1, owner: GONE },
    },
  },
  decisionRights: {
    ...defaultRubric.decisionRights,
    publishRubric: right([GONE, MATE], [MATE]),
    overrideLane: right([], [GONE]),
    moveScore: right([], [MATE]),
    rateCriteria: right([]),
  },
});

export async function tell<T = unknown>(
  site: SmallSite,
  accountId: string,
  question: string,
  payload: object,
): Promise<T> {
  const reply = (await site.dev.host.invoke({
    resolverFunction: 'resolver',
    functionKey: question,
    payload,
    context: {},
    accountId,
  })) as Reply<T>;
  if (!reply.ok)
    throw new Error(`${question}: ${reply.refusal.what} ${JSON.stringify(reply.refusal)}`);
  return reply.value;
}

const idOf = (site: SmallSite, key: string): string => String(site.dev.site.peek(key)?.id);

/** A site on which two people have left something in every kind of record. */
export async function fullStore(storage: Parameters<typeof smallSite>[3] = {}): Promise<SmallSite> {
  const developers = [{ name: 'Developers', accountIds: [GONE, MATE] }];
  const site = smallSite(
    [
      { key: 'PAY-1', priority: 'High', customs: { [SPONSOR]: { accountId: GONE } } },
      { key: 'PAY-2' },
      { key: 'PAY-3', typeName: 'Bug' },
      { key: 'OPS-1', projectKey: 'OPS' },
      { key: 'INC-1', projectKey: 'INC', typeName: 'Incident', priority: 'Highest' },
      {
        key: 'SUP-1',
        projectKey: 'SUP',
        typeName: 'Support request',
        customs: { customfield_20: 'Harbour Coffee' },
      },
      { key: 'SUP-2', projectKey: 'SUP', typeName: 'Support request', reporter: GONE },
    ],
    [],
    {
      users: [
        { accountId: GONE, displayName: 'Gwen Gone' },
        { accountId: MATE, displayName: 'Max Mate' },
      ],
      projects: [
        { key: 'PAY', name: 'Payments', roles: developers },
        { key: 'INC', name: 'Incidents', roles: developers },
        { key: 'SUP', name: 'Support', typeKey: 'service_desk', roles: developers },
        {
          key: 'OPS',
          name: 'Operations',
          roles: [{ name: 'Administrators', accountIds: [GONE] }],
        },
      ],
      fields: [
        { id: 'customfield_10016', name: 'Story Points', type: 'number' },
        { id: 'customfield_20', name: 'Customer', type: 'string' },
        { id: SPONSOR, name: 'Sponsor', type: 'user' },
      ],
    },
    storage,
  );
  await tell(site, site.dev.adminId, 'rubric.publish', {
    project: 'PAY',
    document: namingRubric('Ours'),
    reason: 'People are named',
  });
  site.dev.announceInstalled();
  await site.settle();
  await site.link('Relates', 'PAY-1', 'INC-1');
  await site.link('Relates', 'PAY-1', 'SUP-1');
  await site.link('Relates', 'PAY-2', 'SUP-2');
  await site.settle();
  await ratingsAndOverrides(site);
  await postMortems(site);
  await rubrics(site);
  await works(site);
  await site.settle();
  return site;
}

async function ratingsAndOverrides(site: SmallSite): Promise<void> {
  const [one, two] = [idOf(site, 'PAY-1'), idOf(site, 'PAY-2')];
  for (const [by, value] of [
    [GONE, 5],
    [MATE, 2],
  ] as const)
    await tell(site, by, 'votes.cast', { issueId: one, criterion: 'strategy', value });
  const wish = { reason: 'A promise', until: '2026-11-30' };
  await tell(site, GONE, 'override.propose', {
    issueId: two,
    seen: '',
    wish: { kind: 'points', points: 5, ...wish },
  });
  const seenOn = async (issueId: string, by: string) =>
    tell<{ seen: string; overrides: { id: string }[] }>(site, by, 'override.view', { issueId });
  const asked = await seenOn(two, MATE);
  await tell(site, MATE, 'override.answer', {
    issueId: two,
    seen: asked.seen,
    id: asked.overrides[0]?.id,
    approve: true,
    reason: 'Fine',
  });
  const three = idOf(site, 'PAY-3');
  await tell(site, MATE, 'override.propose', {
    issueId: three,
    seen: '',
    wish: { kind: 'lane', lane: 'strategic bet', ...wish },
  });
  const pinned = await seenOn(three, GONE);
  await tell(site, GONE, 'override.answer', {
    issueId: three,
    seen: pinned.seen,
    id: pinned.overrides[0]?.id,
    approve: true,
    reason: 'Fine',
  });
  await tell(site, GONE, 'update.send', {
    issueId: one,
    seen: '',
    keys: ['SUP-1'],
    text: 'We are on it.',
  });
  await site.settle();
}

async function postMortems(site: SmallSite): Promise<void> {
  const issueId = idOf(site, 'PAY-1');
  await tell(site, GONE, 'postmortem.start', { issueId }).catch(() => undefined);
  const change = (what: object, by = GONE) =>
    tell(site, by, 'postmortem.change', { issueId, seen: 100, change: what });
  await change({ kind: 'owner', owner: GONE });
  await change({
    kind: 'item',
    id: 'impact',
    note: 'We looked',
    link: null,
    owner: GONE,
    due: null,
    done: true,
  });
  await change({ kind: 'addFactor', factor: 'testing', text: 'Nothing tests it' });
  await change({ kind: 'noAction', reason: 'There is but one' });
  await change({ kind: 'owner', owner: MATE }, MATE);
  await change({ kind: 'review', note: 'Good' });
  await change({ kind: 'owner', owner: GONE }, MATE);
  await tell(site, GONE, 'postmortem.share', { issueId });
  const other = idOf(site, 'PAY-2');
  await tell(site, GONE, 'postmortem.start', { issueId: other });
  await tell(site, GONE, 'postmortem.act', {
    issueId: other,
    summary: 'Alert',
    owner: GONE,
    due: '2026-12-01',
    priority: false,
  });
  await site.settle();
}

async function rubrics(site: SmallSite): Promise<void> {
  const publish = (by: string, name: string) =>
    tell<{ waiting?: { id: string } }>(site, by, 'rubric.publish', {
      project: 'PAY',
      document: namingRubric(name),
      reason: name,
    });
  const answer = async (how: string) => {
    const kept = [...site.dev.host.dumpKvs()].find(({ key }) =>
      key.startsWith('proposal:project:'),
    );
    const { waiting } = kept?.value as { waiting: { id: string } };
    await tell(site, MATE, 'rubric.answer', {
      project: 'PAY',
      id: waiting.id,
      answer: how,
      reason: 'So be it',
    });
  };
  await publish(GONE, 'A second one');
  await answer('approve');
  await publish(GONE, 'A third one');
  await answer('refuse');
  await publish(MATE, 'A fourth one');
  for (const by of [GONE, MATE])
    await tell(site, by, 'draft.save', {
      project: 'PAY',
      document: namingRubric('Not yet'),
      inherits: [],
      base: 2,
      seen: 0,
    });
  await site.settle();
}

async function works(site: SmallSite): Promise<void> {
  await tell(site, GONE, 'pilot.begin', { project: 'OPS', reason: 'To try' });
  await tell(site, GONE, 'job.start', { project: 'OPS', jql: '' });
  // They administered Jira once.
  const erasure = { at: '2026-11-01T09:00:00.000Z', by: GONE, evidence: 3 };
  site.dev.host.damageKvs({ entity: null, key: 'erasure:8206455599999-x', value: erasure });
  for (const [action, inputs] of [
    [
      'ballast-override-lane',
      { workItem: 'OPS-1', lane: 'stability', reason: 'By rule', until: '2026-12-31' },
    ],
    [
      'ballast-record-evidence',
      {
        workItem: 'PAY-2',
        kind: 'support',
        source: 'Desk',
        externalId: 'D-1',
        customer: 'Harbour',
      },
    ],
  ] as const)
    await site.dev.host.runAction(action, inputs, GONE);
  await site.settle();
}
