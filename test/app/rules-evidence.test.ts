import { createHmac } from 'node:crypto';
import type { DecisionLog } from '../../src/contract/decisions';
import { ownBatch } from '../core/evidence-feeds/payloads';
import { answer, separatePeople } from './separate-people';
import type { SmallSite } from './small-site';

/** What a tool that knows the secret says of one of its incidents. */
async function toolSays(site: SmallSite, piece: Readonly<Record<string, unknown>>): Promise<void> {
  const { secret } = await answer<{ secret: string }>(
    site,
    site.dev.adminId,
    'evidence.rotateSecret',
    {},
  );
  const body = ownBatch(piece);
  const timestamp = String(Math.floor(site.dev.clock.now() / 1000));
  const signature = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
  const { statusCode } = await site.dev.host.webTrigger('evidence', {
    method: 'POST',
    path: '',
    headers: {
      'X-Ballast-Timestamp': [timestamp],
      'X-Ballast-Signature': [`sha256=${signature}`],
    },
    queryParameters: {},
    body,
  });
  expect(statusCode).toBe(202);
  await site.settle();
}

const record = async (
  site: SmallSite,
  who: string,
  workItem: string,
  more: object,
): Promise<{ errors?: readonly { message: string }[] }> => {
  const done = await site.dev.host.runAction(
    'ballast-record-evidence',
    { workItem, kind: 'incident', source: 'PagerDuty', externalId: 'P100', ...more },
    who,
  );
  await site.settle();
  return done as { errors?: readonly { message: string }[] };
};
const P100 = { source: 'pagerduty', id: 'P100', kind: 'incident', severity: 'SEV1' };

describe('evidence that a rule records', () => {
  it.each([
    { status: 'withdrawn' },
    { status: 'resolved' },
    { severity: 'SEV4' },
    { customer: 'X' },
  ])(
    'leaves what a tool says of issues alone that its user may not even see: %j',
    async (change) => {
      const site = await separatePeople();
      await toolSays(site, { ...P100, issues: ['OPS-1'], customer: 'Secret Bank AG' });
      const before = await site.fields('OPS-1');
      expect(before.lane).toBe('hot fix');
      await record(site, 'member', 'PAY-2', change);
      expect(await site.fields('OPS-1')).toEqual(before);
      const panel = JSON.stringify(
        await answer(site, 'member', 'score.view', { issueId: '10002' }),
      );
      expect(panel).not.toMatch(/Secret Bank/u);
    },
  );

  it('leaves what a tool says of the same issue alone, whichever came first', async () => {
    for (const first of ['tool', 'rule']) {
      const site = await separatePeople();
      const tool = (): Promise<void> => toolSays(site, { ...P100, issues: ['PAY-2'] });
      if (first === 'tool') await tool();
      await record(site, 'member', 'PAY-2', { status: 'withdrawn' });
      if (first === 'rule') await tool();
      await record(site, 'member', 'PAY-2', { status: 'resolved' });
      expect((await site.fields('PAY-2')).lane).toBe('hot fix');
    }
  });

  it('counts once where a rule and then a tool tell of it', async () => {
    const [one, both] = [await separatePeople(), await separatePeople()];
    await record(both, 'member', 'PAY-2', { severity: 'SEV1' });
    for (const site of [one, both]) await toolSays(site, { ...P100, issues: ['PAY-2'] });
    expect(await both.fields('PAY-2')).toEqual(await one.fields('PAY-2'));
  });

  it('cannot reach the evidence of another project’s rules', async () => {
    const site = await separatePeople();
    await record(site, 'ina', 'OPS-1', { severity: 'SEV1' });
    const before = await site.fields('OPS-1');
    expect(before.lane).toBe('hot fix');
    await record(site, 'member', 'PAY-2', { status: 'withdrawn' });
    expect(await site.fields('OPS-1')).toEqual(before);
  });

  it('is changed only by who may edit every issue that it speaks for already', async () => {
    const site = await separatePeople();
    site.dev.site.secure('PAY-1', {
      name: 'Leads',
      accountIds: ['pat', 'app-ballast', site.dev.adminId],
      roles: [],
    });
    await record(site, 'pat', 'PAY-1', { severity: 'SEV1' });
    const before = await site.fields('PAY-1');
    expect(before.lane).toBe('hot fix');
    const refused = await record(site, 'member', 'PAY-2', { status: 'withdrawn' });
    expect(refused.errors?.[0]?.message).toContain('may not edit every work item');
    expect(await site.fields('PAY-1')).toEqual(before);
    expect(await record(site, 'pat', 'PAY-2', { status: 'withdrawn' })).not.toHaveProperty(
      'errors',
    );
    expect((await site.fields('PAY-1')).lane).not.toBe('hot fix');
  });

  it('is one piece however often a rule tells of it', async () => {
    const site = await separatePeople();
    await record(site, site.dev.adminId, 'PAY-1', { severity: 'SEV1' });
    await record(site, site.dev.adminId, 'PAY-1', { status: 'withdrawn' });
    expect((await site.fields('PAY-1')).lane).not.toBe('hot fix');
  });

  it('names in the log who had it recorded', async () => {
    const site = await separatePeople();
    await record(site, 'member', 'PAY-2', { severity: 'SEV1' });
    const { decisions } = await answer<DecisionLog>(site, 'pat', 'decisions.list', {
      issueId: '10002',
    });
    expect(decisions.filter(({ kind }) => kind === 'evidence')).toMatchObject([{ by: 'member' }]);
    await record(site, 'member', 'PAY-2', { severity: 'SEV1' });
    await record(site, 'pat', 'PAY-2', { status: 'withdrawn' });
    const after = await answer<DecisionLog>(site, 'reader', 'decisions.list', { issueId: '10002' });
    expect(
      after.decisions
        .filter(({ kind }) => kind === 'evidence')
        .map(({ by }) => by)
        .sort(),
    ).toEqual(['member', 'pat']);
  });
});

describe('evidence that is named by a guessed key', () => {
  const guess = async (key: string) => {
    const site = await separatePeople([{ key: 'INC-2', projectKey: 'INC', typeName: 'Incident' }]);
    for (const kind of ['incident', 'support'])
      await record(site, 'member', 'PAY-2', {
        kind,
        source: `guess ${kind}`,
        externalId: key,
        severity: 'SEV1',
      });
    expect((await site.fields('PAY-2')).lane).toBe('hot fix');
    const answers = await Promise.all([
      ...['score.view', 'lane.view', 'decisions.list', 'override.view', 'update.view'].map(
        (question) => answer(site, 'member', question, { issueId: '10002' }),
      ),
    ]);
    const links = (site.dev.site.peek('PAY-2') as { links?: readonly unknown[] } | null)?.links;
    return JSON.stringify([links, answers])
      .replaceAll(key, 'KEY')
      .replaceAll(/"token":"[^"]+"|:evidence:\d+:\d+/gu, '');
  };

  it('tells nobody whether there is such an issue, or of which kind, and links nothing', async () => {
    const [missing, ...there] = await Promise.all(['OPS-99', 'OPS-1', 'INC-1', 'INC-2'].map(guess));
    for (const one of there) expect(one).toBe(missing);
    expect(missing).not.toContain('KEY');
  });

  it('is linked where who named it sees it, and for the issues alone for which they did', async () => {
    const site = await separatePeople();
    const links = async (key: string) => site.search(`issue in linkedIssues("${key}")`);
    const admin = site.dev.adminId;
    await record(site, admin, 'PAY-1', { source: 'Bugs', externalId: 'INC-1', severity: 'SEV1' });
    await record(site, 'member', 'PAY-2', {
      source: 'Bugs',
      externalId: 'INC-1',
      severity: 'SEV1',
    });
    expect([await links('PAY-1'), await links('PAY-2')]).toEqual([['INC-1'], []]);
  });

  it('is shown where the site has no such project', async () => {
    const site = await separatePeople();
    await record(site, 'member', 'PAY-2', { source: 'zendesk', externalId: 'ZD-7' });
    expect(
      JSON.stringify(await answer(site, 'member', 'score.view', { issueId: '10002' })),
    ).toContain('ZD-7');
  });
});
