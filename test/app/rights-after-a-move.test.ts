import { asked, separatePeople } from './separate-people';

const wish = { kind: 'lane', lane: 'stability', reason: 'Because', until: '2026-11-20' };

describe('the rights on an issue that was moved a moment ago', () => {
  it.each([
    ['override.propose', { issueId: '10001', seen: '', wish }],
    ['override.view', { issueId: '10001' }],
    ['votes.view', { issueId: '10001' }],
    ['lane.view', { issueId: '10001' }],
    ['followthrough.view', { issueId: '10001' }],
  ])('are those of the project that it is in now: %s', async (question, payload) => {
    const site = await separatePeople();
    site.dev.site.move('PAY-1', 'OPS');
    expect(await asked(site, 'member', question, payload)).toMatchObject({
      ok: false,
      refusal: { kind: 'gone' },
    });
    if (!['lane.view', 'followthrough.view'].includes(question))
      expect(await asked(site, 'ina', question, payload)).toMatchObject({ ok: true });
  });

  it('are not those that an administrator of the project before had', async () => {
    const site = await separatePeople();
    const admin = site.dev.adminId;
    const approved = {
      name: 'Approved',
      decisionRights: {
        overrideLane: { roles: ['Leads'], people: [], approvers: { roles: [], people: [] } },
      },
    };
    await asked(site, admin, 'rubric.publish', {
      project: 'OPS',
      document: approved,
      base: 0,
      reason: 'Leads decide',
    });
    await site.settle();
    const propose = () =>
      asked(site, 'ina', 'override.propose', { issueId: '10001', seen: '', wish });
    site.dev.site.move('PAY-1', 'OPS');
    expect(await propose()).toMatchObject({ ok: true });
  });
});

describe('what a customer pays', () => {
  it('is told in the panel to who may read it in the table of customers, and to nobody else', async () => {
    const site = await separatePeople([{ key: 'PAY-3', customs: {} }]);
    const { defaultRubric } = await import('../../src/core/rubric/presets/default-rubric');
    const customers = {
      ...defaultRubric.customers,
      revenue: { from: 1_000, to: 1_000_000, least: 1, most: 10, currency: '€' },
    };
    const admin = site.dev.adminId;
    expect(
      await asked(site, 'pat', 'rubric.publish', {
        project: 'PAY',
        document: { ...defaultRubric, name: 'By revenue', customers },
        base: 0,
        reason: 'Large customers first',
      }),
    ).toMatchObject({ ok: true });
    await asked(site, admin, 'customers.save', {
      name: 'Nordbank',
      segment: '',
      weight: '',
      revenue: '1200000',
      was: null,
    });
    await site.dev.host.runAction(
      'ballast-record-evidence',
      { workItem: 'PAY-2', kind: 'support', source: 'Desk', externalId: 'T', customer: 'Nordbank' },
      'pat',
    );
    await site.settle();
    const panel = async (who: string) =>
      JSON.stringify(await asked(site, who, 'score.view', { issueId: '10002' }));
    for (const who of ['pat', admin]) expect(await panel(who)).toContain('1200000');
    for (const who of ['member', 'reader']) {
      expect(await panel(who)).not.toContain('1200000');
      expect(await panel(who)).toContain('desk');
    }
  });
});
