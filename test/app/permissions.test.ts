import { createHash } from 'node:crypto';
import type { SiteSnapshot } from '../../dev/jira/snapshot';
import { questionsOfContract } from '../house/questions';
import { ISSUE, QUESTIONS, type Needs } from './refused-questions';
import { smallSite, type SmallSite } from './small-site';

type Reply =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly refusal: { readonly kind: string; readonly what: string } };

/** A lead of all three who does not administer Jira, Pat who administers payments and sees nothing else, a reader who sees payments alone, and somebody who sees none of it. */
const PEOPLE: Partial<SiteSnapshot> = {
  users: [
    { accountId: 'lead', displayName: 'Lena Lead' },
    { accountId: 'pat', displayName: 'Pat Payments' },
    { accountId: 'reader', displayName: 'Rae Reader' },
    { accountId: 'outsider', displayName: 'Ola Outside' },
  ],
  projects: [
    {
      key: 'PAY',
      name: 'Payments',
      roles: [
        { name: 'Administrators', accountIds: ['lead', 'pat'] },
        { name: 'Viewers', accountIds: ['reader'] },
      ],
    },
    { key: 'INC', name: 'Incidents', roles: [{ name: 'Administrators', accountIds: ['lead'] }] },
    {
      key: 'SUP',
      name: 'Support',
      typeKey: 'service_desk',
      roles: [{ name: 'Administrators', accountIds: ['lead'] }],
    },
  ],
  fields: [
    { id: 'customfield_10016', name: 'Story Points', type: 'number' },
    { id: 'customfield_20', name: 'Customer', type: 'string' },
  ],
};
/** What only those may read who see the incidents and the support requests. */
const LINKED = /INC\b|SUP-\d|Harbour Coffee|Vault door|Lena Lead/u;
/** Questions about what this site does not have: nobody has published a rubric. */
const NOT_THERE = ['rubric.version'];
/** And what only those who see payments. */
const OWN = /PAY-\d|Secret wallet/u;

/** A hot fix with an incident, a support request and a customer that few may see, a post-mortem, a log and an override of the lead's. */
async function aSite(): Promise<SmallSite> {
  const site = smallSite(
    [
      { key: ISSUE, summary: 'Secret wallet' },
      { key: 'PAY-2', typeName: 'Story', summary: 'Secret wallet too' },
      {
        key: 'INC-1',
        projectKey: 'INC',
        typeName: 'Incident',
        priority: 'Highest',
        summary: 'Vault door open',
        customs: { customfield_20: 'Harbour Coffee' },
      },
      { key: 'INC-2', projectKey: 'INC', typeName: 'Incident', summary: 'Vault door open again' },
      {
        key: 'SUP-1',
        projectKey: 'SUP',
        typeName: 'Support request',
        summary: 'Vault door',
        customs: { customfield_20: 'Harbour Coffee' },
      },
      { key: 'SUP-2', projectKey: 'SUP', typeName: 'Support request', summary: 'Vault door too' },
    ],
    [],
    PEOPLE,
  );
  site.dev.announceInstalled();
  await site.settle();
  await named(site, ISSUE, 'SUP-2, by phone');
  await site.settle();
  await site.link('Relates', ISSUE, 'INC-1');
  await site.link('Relates', ISSUE, 'SUP-1');
  await site.settle();
  const lead = (question: string, payload: object) => ask(site, question, payload, 'lead');
  const issueId = '10001';
  expect([
    await lead('override.propose', {
      issueId,
      seen: '',
      wish: { kind: 'points', points: 5, reason: 'A promise', until: '2026-11-30' },
    }),
  ]).toMatchObject([{ ok: true }]);
  expect(
    await lead('update.send', {
      issueId,
      seen: '',
      keys: ['SUP-1'],
      text: 'Dear Harbour Coffee, we are on it.',
    }),
  ).toMatchObject({ ok: true });
  await aCompletePostMortem(site, issueId);
  await site.settle();
  return site;
}

/** A rule names as evidence what no link says. */
async function named(site: SmallSite, workItem: string, externalId: string): Promise<void> {
  expect(
    await site.dev.host.runAction(
      'ballast-record-evidence',
      { workItem, kind: 'support', source: 'Desk', externalId, customer: 'Harbour Coffee' },
      site.dev.adminId,
    ),
  ).not.toHaveProperty('errors');
}

/** What it is complete with, and what the log says of that, names an incident that few may see. */
async function aCompletePostMortem(site: SmallSite, issueId: string): Promise<void> {
  const change = async (what: object, accountId = 'lead') =>
    expect(
      await ask(site, 'postmortem.change', { issueId, seen: 100, change: what }, accountId),
    ).toMatchObject({ ok: true });
  expect(await ask(site, 'postmortem.start', { issueId }, 'lead')).toMatchObject({ ok: true });
  await change({ kind: 'owner', owner: 'lead' });
  for (const id of ['impact', 'timeline', 'detection'])
    await change({
      kind: 'item',
      id,
      note: 'We looked',
      link: null,
      owner: null,
      due: null,
      done: true,
    });
  await change({ kind: 'addFactor', factor: 'testing', text: 'Nothing tests the doors' });
  await change({ kind: 'noAction', reason: 'There is but one vault' });
  await change({ kind: 'review', note: '' }, site.dev.adminId);
  await change({ kind: 'earlier', keys: ['INC-2'] });
}

async function ask(
  site: SmallSite,
  question: string,
  payload: object,
  accountId: string | null,
): Promise<Reply> {
  return (await site.dev.host.invoke({
    resolverFunction: 'resolver',
    functionKey: question,
    payload,
    context: {},
    accountId,
  })) as Reply;
}

/** Everything kept but what counts requests and remembers fields. */
const kept = (site: SmallSite): readonly string[] =>
  [...site.dev.host.dumpKvs()]
    .filter(({ key }) => !/^spent:|^(?:site-fields|working-time)$/u.test(key))
    .map(
      ({ entity, key, value }) =>
        `${entity ?? 'value'} ${key} ${createHash('sha1').update(JSON.stringify(value)).digest('hex')}`,
    );
const all = Object.entries(QUESTIONS);
const those = (...rights: readonly Needs['right'][]) =>
  all.filter(([, { right }]) => rights.includes(right));

describe('every question', () => {
  let site: SmallSite;
  beforeAll(async () => {
    site = await aSite();
  });

  it('is in the table of what it needs', () => {
    expect([...questionsOfContract()].sort()).toEqual(Object.keys(QUESTIONS).sort());
  });

  it('has something to leak: who sees everything reads it', async () => {
    expect(await site.fields(ISSUE)).toMatchObject({ lane: 'hot fix' });
    const answers = await Promise.all(
      ['score.view', 'update.view', 'decisions.list', 'postmortem.view', 'lane.view'].map(
        (question) => ask(site, question, QUESTIONS[question]?.payload ?? {}, 'lead'),
      ),
    );
    for (const words of [
      'INC-1',
      '{"kind":"earlier","issues":[{"ref":{"key":"INC-2"}}]}',
      'SUP-1',
      'SUP-2, by phone',
      'Dear Harbour Coffee, we are on it.',
      'Vault door',
      'Lena Lead',
    ])
      expect(JSON.stringify(answers)).toContain(words);
  });

  it.each(all)('%s is refused to nobody in particular', async (question, { payload }) => {
    const before = kept(site);
    for (const accountId of [null, ''])
      expect(await ask(site, question, payload, accountId)).toEqual({
        ok: false,
        refusal: {
          kind: 'forbidden',
          what: 'Sign in to Jira to see scores',
          advice: expect.any(String) as string,
        },
      });
    expect(kept(site)).toEqual(before);
  });

  it.each(all)(
    '%s has who did not consent asked for it, whatever else they may do, and does nothing',
    async (question, { payload }) => {
      const before = kept(site);
      site.dev.host.consents.withdraw('lead');
      await expect(ask(site, question, payload, 'lead')).rejects.toMatchObject({
        name: 'NEEDS_AUTHENTICATION_ERR',
      });
      site.dev.host.consents.give('lead');
      expect(kept(site)).toEqual(before);
    },
  );

  it.each(all)(
    '%s is refused to who may not see the project, without a word of what is in it',
    async (question, { payload }) => {
      const before = kept(site);
      const reply = await ask(site, question, payload, 'outsider');
      expect(reply).toMatchObject({
        ok: false,
        refusal: { kind: expect.stringMatching(/^(gone|forbidden)$/u) as string },
      });
      expect(JSON.stringify(reply)).not.toMatch(LINKED);
      expect(JSON.stringify(reply)).not.toMatch(OWN);
      expect(kept(site)).toEqual(before);
    },
  );

  it.each(those('administer', 'site'))(
    '%s is refused to who sees the project and does not administer it',
    async (question, { payload }) => {
      const before = kept(site);
      const reply = await ask(site, question, payload, 'reader');
      expect(reply).toMatchObject({ ok: false, refusal: { kind: 'forbidden' } });
      expect(JSON.stringify(reply)).not.toMatch(LINKED);
      expect(kept(site)).toEqual(before);
    },
  );

  it.each(those('site'))(
    '%s is refused to who administers a project only',
    async (question, { payload }) => {
      const before = kept(site);
      expect(await ask(site, question, payload, 'lead')).toMatchObject({
        ok: false,
        refusal: { kind: 'forbidden' },
      });
      expect(kept(site)).toEqual(before);
    },
  );

  it.each(those('administer', 'project').filter(([, { payload }]) => 'project' in payload))(
    '%s about the whole site is refused to who administers a project only, or tells nothing of it',
    async (question, { right, payload }) => {
      const before = kept(site);
      const reply = await ask(site, question, { ...payload, project: null }, 'lead');
      if (right === 'administer') expect(reply.ok).toBe(false);
      expect(JSON.stringify(reply)).not.toMatch(LINKED);
      expect(kept(site)).toEqual(before);
    },
  );

  it.each(those('issue', 'project'))(
    '%s tells who sees the issue nothing of the linked issues and customers that they may not see',
    async (question, { payload, deed }) => {
      const before = kept(site);
      const reply = await ask(site, question, payload, 'reader');
      expect(reply.ok).toBe(deed !== true && !NOT_THERE.includes(question));
      // The name of who decided about an issue is for everybody who sees the issue; the asker's own words come back to them.
      const said = JSON.stringify(reply)
        .replaceAll('Lena Lead', '')
        .replaceAll(deed === true ? 'SUP-1' : '\u0000', '');
      expect(said).not.toMatch(LINKED);
      expect(kept(site)).toEqual(before);
    },
  );
});

describe('every question of who administers one project and sees nothing else', () => {
  let site: SmallSite;
  beforeAll(async () => {
    site = await aSite();
    site.dev.site.secure('PAY-2', {
      name: 'Board',
      accountIds: ['app-ballast', site.dev.adminId],
      roles: [],
    });
  });

  it.each(all)(
    '%s tells them nothing of other projects, nor of what is hidden from them in their own',
    async (question, { payload }) => {
      const reply = await ask(site, question, payload, 'pat');
      const said = JSON.stringify(reply)
        .replaceAll('Lena Lead', '')
        // Their own words come back to them.
        .replaceAll(JSON.stringify(payload).match(/SUP-1|INC/u)?.[0] ?? '\u0000', '');
      expect(said).not.toMatch(LINKED);
      expect(said).not.toMatch(/Secret wallet too/u);
    },
  );

  it.each(all.filter(([, { payload }]) => 'project' in payload))(
    '%s of the whole site is refused to them, or tells nothing of other projects',
    async (question, { payload }) => {
      const reply = await ask(site, question, { ...payload, project: null }, 'pat');
      expect(JSON.stringify(reply).replaceAll('PAY-1) OR (project = INC', '')).not.toMatch(LINKED);
    },
  );

  it.each(those('site'))('%s is refused to them', async (question, { payload }) => {
    expect(await ask(site, question, payload, 'pat')).toMatchObject({
      ok: false,
      refusal: { kind: 'forbidden' },
    });
  });
});
