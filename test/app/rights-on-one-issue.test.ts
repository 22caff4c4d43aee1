import { smallSite, type SmallSite } from './small-site';

type Reply =
  | { readonly ok: true; readonly value: unknown }
  | {
      readonly ok: false;
      readonly refusal: { readonly kind: string; readonly what: string; readonly advice: string };
    };

const wish = { kind: 'lane', lane: 'stability', reason: 'Because', until: '2026-11-20' };
const rights = {
  name: 'Leads decide',
  decisionRights: {
    overrideLane: { roles: ['Leads'], people: [], approvers: { roles: [], people: [] } },
  },
};

/** Rob reports PAY-1 and nothing else; Lea leads. */
async function aSite(): Promise<SmallSite> {
  const people = ['rob', 'lea'].map((accountId) => ({ accountId, displayName: accountId }));
  const site = smallSite([{ reporter: 'rob' }, { reporter: 'lea' }], [], {
    users: people,
    projects: [
      {
        key: 'PAY',
        name: 'Payments',
        roles: [
          { name: 'Reporters', accountIds: ['rob'] },
          { name: 'Leads', accountIds: ['lea'] },
        ],
      },
      { key: 'INC', name: 'Incidents' },
    ],
  });
  site.dev.announceInstalled();
  await site.settle();
  return site;
}

const ask = async (
  site: SmallSite,
  functionKey: string,
  payload: object,
  accountId: string,
): Promise<Reply> =>
  (await site.dev.host.invoke({
    resolverFunction: 'resolver',
    functionKey,
    payload,
    context: {},
    accountId,
  })) as Reply;

describe('who may edit only what they reported', () => {
  it.each([
    ['override.propose', { seen: '', wish }],
    ['postmortem.start', {}],
    ['question.answer', { id: 'effort', answer: { kind: 'number', value: 3 } }],
  ])(
    'may do with %s what is right on that issue, and not on another of the project',
    async (deed, more) => {
      const site = await aSite();
      expect(await ask(site, deed, { issueId: '10001', ...more }, 'rob')).toMatchObject({
        ok: true,
      });
      expect(await ask(site, deed, { issueId: '10002', ...more }, 'rob')).toMatchObject({
        ok: false,
      });
    },
  );

  it('records evidence by a rule for that issue alone', async () => {
    const site = await aSite();
    const record = (workItem: string) =>
      site.dev.host.runAction(
        'ballast-record-evidence',
        { workItem, kind: 'support', source: 'Desk', externalId: workItem },
        'rob',
      );
    expect(await record('PAY-1')).not.toHaveProperty('errors');
    expect(await record('PAY-2')).toMatchObject({
      errors: [{ message: expect.stringContaining('may not edit PAY-2') as string }],
    });
  });
});

describe('an issue whose security level leaves the app out', () => {
  const level = { name: 'Confidential', accountIds: ['lea'], roles: [] };

  it.each([
    ['score.view', {}],
    ['override.view', {}],
    ['votes.view', {}],
  ])('is not called deleted by %s: the words say what to add', async (question, more) => {
    const site = await aSite();
    site.dev.site.secure('PAY-1', level);
    await site.dev.site.handle({
      method: 'PUT',
      path: '/rest/api/3/issue/PAY-1',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ fields: { summary: 'Hidden' } }),
      principal: { kind: 'user', accountId: 'lea' },
      outsideQuota: true,
    });
    await site.settle();
    expect(await ask(site, question, { issueId: '10001', ...more }, 'lea')).toMatchObject({
      ok: false,
      refusal: {
        what: 'Ballast may not read this issue',
        advice: expect.stringContaining(
          'Add the role atlassian-addons-project-access to its security level',
        ) as string,
      },
    });
    expect(await ask(site, question, { issueId: '10001', ...more }, 'rob')).toMatchObject({
      refusal: { kind: 'gone' },
    });
    site.dev.site.secure('PAY-1', { ...level, accountIds: ['lea', 'app-ballast'] });
    expect(await ask(site, 'score.view', { issueId: '10001' }, 'lea')).toMatchObject({ ok: true });
  });

  it('is told of to a rule in the same words', async () => {
    const site = await aSite();
    site.dev.site.secure('PAY-1', level);
    expect(
      await site.dev.host.runAction('ballast-rescore-item', { workItem: 'PAY-1' }, 'lea'),
    ).toMatchObject({
      errors: [{ message: expect.stringContaining('Ballast may not read PAY-1') as string }],
    });
  });
});

describe('a role of which Jira does not tell the app', () => {
  it('is unknown, and the decision rights say so instead of saying no', async () => {
    const site = await aSite();
    await ask(
      site,
      'rubric.publish',
      { project: 'PAY', document: rights, reason: 'Leads decide', base: 0 },
      site.dev.adminId,
    );
    await site.settle();
    const propose = () =>
      ask(site, 'override.propose', { issueId: '10001', seen: '', wish }, 'rob');
    expect(await propose()).toMatchObject({
      refusal: { what: 'By the decision rights only Leads may do this.' },
    });
    for (const path of ['/role', '/role/']) {
      site.dev.site.faults.set({ faults: [{ path, effect: { kind: 'status', status: 403 } }] });
      expect(await propose()).toMatchObject({
        ok: false,
        refusal: {
          what: expect.stringContaining(
            'Jira does not tell Ballast who has the role Leads',
          ) as string,
        },
      });
      site.dev.site.faults.clear();
    }
    expect(
      await ask(site, 'override.propose', { issueId: '10001', seen: '', wish }, 'lea'),
    ).toMatchObject({ ok: true });
  });
});
