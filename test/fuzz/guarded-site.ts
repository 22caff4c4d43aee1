import { ADMIN } from '../../dev/jira/site';
import { defaultRubric } from '../../src/core/rubric/presets/default-rubric';
import { smallSite, type SmallSite } from '../app/small-site';
import { answer } from '../app/separate-people';
import { canary, REVENUE, type Kept } from './canaries';

/** Whoever is tried: what they may know of the canaries, and whether the platform has their consent. */
export interface Tried {
  readonly accountId: string;
  readonly as: string;
  readonly mayKnow: readonly Kept[];
  readonly consents: boolean;
}

export const PEOPLE: readonly Tried[] = [
  { accountId: 'pat', as: 'an administrator of one project', mayKnow: ['rubric'], consents: true },
  { accountId: 'member', as: 'an editor of one project', mayKnow: [], consents: true },
  { accountId: 'reader', as: 'a reader of one project', mayKnow: [], consents: true },
  { accountId: 'outsider', as: 'a stranger', mayKnow: [], consents: true },
  { accountId: 'ned', as: 'somebody who did not consent', mayKnow: [], consents: false },
  {
    accountId: 'sec',
    as: 'somebody behind a security level',
    mayKnow: ['project'],
    consents: true,
  },
];

/** Issues that nobody who is tried and consents may see. */
export const SECRET = ['PAY-2', 'OPS-1', 'INC-1', 'SUP-1', 'SUP-2'] as const;
const BOARD = {
  name: 'Board',
  accountIds: ['app-ballast', ADMIN.accountId, 'ina', 'ned'],
  roles: [],
};

const own = [{ name: 'Administrators', accountIds: ['ina', 'ned'] }];
const others = [...own, { name: 'Developers', accountIds: ['sec', 'zed'] }];
const customer = 'customfield_20';

/** A secret in each part of an issue that people fill in. */
const full = (key: string) => ({
  key,
  projectKey: key.split('-')[0] ?? '',
  summary: `Broken ${canary('Summary')} in ${key}`,
  description: canary('Description'),
  labels: [canary('Label')],
  components: [canary('Component')],
  reporter: 'zed',
  comments: [{ author: 'zed', created: '2026-11-02T09:00:00.000+0000', body: canary('Comment') }],
});

/** Payments, which all but the stranger see, beside three projects and issues of which few know; nothing is written by the app yet. */
function emptySite(): SmallSite {
  return smallSite(
    [
      { key: 'PAY-1', priority: 'High', summary: 'Pay faster' },
      full('PAY-2'),
      { key: 'PAY-3', statusName: 'Done', priority: 'High', summary: 'Pay twice' },
      full('OPS-1'),
      { key: 'OPS-2', projectKey: 'OPS', summary: canary('Summary', 'project') },
      {
        ...full('INC-1'),
        typeName: 'Incident',
        priority: 'Highest',
        customs: { [customer]: canary('Hit') },
      },
      { key: 'INC-2', projectKey: 'INC', typeName: 'Incident', summary: canary('Inc', 'project') },
      {
        ...full('SUP-1'),
        typeName: 'Support request',
        customs: { [customer]: canary('Customer') },
      },
      { ...full('SUP-2'), typeName: 'Support request' },
    ],
    [
      { typeName: 'Relates', sourceKey: 'PAY-1', destinationKey: 'INC-1' },
      { typeName: 'Relates', sourceKey: 'PAY-1', destinationKey: 'SUP-1' },
      { typeName: 'Relates', sourceKey: 'PAY-1', destinationKey: 'SUP-2' },
      { typeName: 'Blocks', sourceKey: 'PAY-1', destinationKey: 'OPS-1' },
      { typeName: 'Relates', sourceKey: 'OPS-1', destinationKey: 'INC-1' },
      { typeName: 'Relates', sourceKey: 'PAY-3', destinationKey: 'INC-1' },
    ],
    {
      users: [
        ...PEOPLE.map(({ accountId }) => ({ accountId, displayName: accountId })),
        { accountId: 'ina', displayName: 'Ina' },
        { accountId: 'zed', displayName: canary('Reporter', 'project') },
      ],
      projects: [
        {
          key: 'PAY',
          name: 'Payments',
          roles: [
            { name: 'Administrators', accountIds: ['pat', 'ned'] },
            { name: 'Developers', accountIds: ['member', 'sec'] },
            { name: 'Viewers', accountIds: ['reader'] },
          ],
        },
        { key: 'OPS', name: canary('Project', 'project'), roles: others },
        { key: 'INC', name: 'Incidents', roles: others },
        { key: 'SUP', name: 'Support', typeKey: 'service_desk', roles: others },
      ],
      fields: [
        { id: 'customfield_10016', name: 'Story Points', type: 'number' },
        { id: customer, name: 'Customer', type: 'string' },
      ],
    },
  );
}

/** The site after its people have worked with the app for a while, and left a secret wherever they can write. */
export async function guardedSite(): Promise<SmallSite> {
  const site = emptySite();
  for (const key of SECRET) site.dev.site.secure(key, BOARD);
  site.dev.announceInstalled();
  await site.settle();
  await customersOf(site);
  await rubricsOf(site);
  await judgementsOn(site);
  await postMortemsOf(site);
  await troublesOf(site);
  await site.settle();
  return site;
}

/** @throws with the words of a refusal */
const admin = (site: SmallSite, question: string, payload: object): Promise<unknown> =>
  answer(site, site.dev.adminId, question, payload);
const ina = (site: SmallSite, question: string, payload: object): Promise<unknown> =>
  answer(site, 'ina', question, payload);

async function customersOf(site: SmallSite): Promise<void> {
  const row = { segment: '', weight: '', revenue: String(REVENUE), was: null };
  for (const name of ['Customer', 'Hit', 'Nowhere'])
    await admin(site, 'customers.save', { ...row, name: canary(name) });
  await admin(site, 'customers.save', {
    ...row,
    name: canary('Segmented'),
    segment: canary('Segment'),
  });
  for (const [workItem, externalId] of [
    ['PAY-1', `SUP-2, ${canary('Evidence')}`],
    ['OPS-1', canary('Evidence')],
  ] as const)
    await ruled(site, 'ballast-record-evidence', {
      workItem,
      kind: 'support',
      source: canary('Tool'),
      externalId,
      customer: canary('Named'),
    });
}

async function ruled(site: SmallSite, action: string, inputs: object): Promise<void> {
  const done = await site.dev.host.runAction(action, inputs, site.dev.adminId);
  if (typeof done === 'object' && done !== null && 'errors' in done)
    throw new Error(JSON.stringify(done.errors));
  await site.settle();
}

async function rubricsOf(site: SmallSite): Promise<void> {
  const ofSite = {
    ...defaultRubric,
    name: 'House rules',
    customers: { ...defaultRubric.customers, members: { [canary('Member', 'rubric')]: 'growth' } },
    evidence: { ...defaultRubric.evidence, services: { [canary('Service', 'rubric')]: ['OPS-1'] } },
  };
  await admin(site, 'rubric.publish', { project: null, document: ofSite, base: 0, reason: 'Ours' });
  await admin(site, 'draft.save', {
    project: null,
    document: { ...ofSite, name: canary('Draft') },
    base: 1,
    seen: 0,
  });
  await admin(site, 'draft.save', {
    project: 'PAY',
    document: { ...defaultRubric, name: canary('Draft') },
    base: 0,
    seen: 0,
  });
  await ina(site, 'rubric.publish', {
    project: 'OPS',
    document: { ...defaultRubric, name: canary('Rubric', 'project') },
    inherits: [],
    base: 0,
    reason: canary('Reason', 'project'),
  });
  await ina(site, 'draft.save', {
    project: 'OPS',
    document: { ...defaultRubric, name: canary('Draft') },
    base: 1,
    seen: 0,
  });
  await ina(site, 'pilot.begin', { project: 'OPS', reason: canary('Pilot') });
  await site.settle();
}

export const idOf = (site: SmallSite, key: string): string =>
  String(site.dev.site.peek(key)?.id ?? '');

async function judgementsOn(site: SmallSite): Promise<void> {
  for (const key of ['PAY-2', 'OPS-1']) {
    await admin(site, 'override.propose', {
      issueId: idOf(site, key),
      seen: '',
      wish: { kind: 'points', points: 5, reason: canary('Override'), until: '2026-12-31' },
    });
    await site.settle();
  }
  await admin(site, 'override.propose', {
    issueId: idOf(site, 'PAY-1'),
    seen: '',
    wish: { kind: 'points', points: 5, reason: 'A promise', until: '2026-12-31' },
  });
  await admin(site, 'update.send', {
    issueId: idOf(site, 'PAY-1'),
    seen: '',
    keys: ['SUP-1'],
    text: canary('Update'),
  });
  await ina(site, 'job.start', { project: 'OPS', jql: `summary ~ "${canary('Job')}"` });
  await site.settle();
}

async function postMortemsOf(site: SmallSite): Promise<void> {
  for (const key of ['OPS-1', 'PAY-2']) {
    const issueId = idOf(site, key);
    await admin(site, 'postmortem.start', { issueId });
    for (const change of [
      { kind: 'owner', owner: site.dev.adminId },
      { kind: 'addFactor', factor: 'testing', text: canary('Factor') },
      { kind: 'noAction', reason: canary('NoAction') },
      { kind: 'earlier', keys: ['INC-1'] },
      {
        kind: 'item',
        id: 'impact',
        note: canary('Note'),
        link: null,
        owner: null,
        due: null,
        done: true,
      },
    ])
      await admin(site, 'postmortem.change', { issueId, seen: 100, change });
    await site.settle();
  }
}

async function troublesOf(site: SmallSite): Promise<void> {
  await site.dev.host.runAction(
    'ballast-override-lane',
    { workItem: 'OPS-1', lane: canary('Lane'), reason: 'Because', until: '3' },
    'ina',
  );
  site.dev.site.faults.set({
    faults: [
      {
        path: '/issue/bulkfetch',
        effect: { kind: 'status', status: 400, body: canary('Trouble') },
      },
    ],
  } as never);
  await site.edit('OPS-1', { priority: { name: 'Low' } });
  await site.settle();
  site.dev.site.faults.clear();
}
