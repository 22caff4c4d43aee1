import type { VirtualClock } from '../../dev/clock';
import type { Reply } from '../../src/contract';
import { issuesOf, type KeptEvidence } from '../../src/core/evidence-feeds/kept-evidence';
import { ISSUE_WEEKS, PROJECT_WEEKS } from '../../src/core/retention/deleted';
import { smallSite, type SmallSite } from './small-site';
import { RATED } from './rated-rubric';

const DAY_MS = 86_400_000;

async function ask(site: SmallSite, question: string, payload: object): Promise<void> {
  const reply = (await site.dev.host.invoke({
    resolverFunction: 'resolver',
    functionKey: question,
    payload,
    context: {},
    accountId: site.dev.adminId,
  })) as Reply<unknown>;
  expect([question, reply]).toEqual([question, expect.objectContaining({ ok: true })]);
  await site.settle();
}

const ISSUES = { 'PAY-1': '10001', 'PAY-2': '10002' };
/** The id of the project. */
const PAY = '10001';

/** Two issues of payments, one done, each with a rating, an override, a post-mortem and evidence, one piece of which speaks for both. */
async function aSite(): Promise<SmallSite> {
  const site = smallSite([
    { key: 'PAY-1', priority: 'High' },
    { key: 'PAY-2', priority: 'Low' },
    { key: 'INC-1', projectKey: 'INC', typeName: 'Incident', priority: 'High' },
  ]);
  site.dev.announceInstalled();
  await site.settle();
  await ask(site, 'rubric.publish', { project: 'PAY', document: RATED, base: 0, reason: 'Ours' });
  for (const [key, issueId] of Object.entries(ISSUES)) {
    await ask(site, 'votes.cast', { issueId, criterion: 'strategy', value: 4 });
    const wish = { kind: 'lane', lane: 'hot fix', reason: 'It burns', until: '2026-12-30' };
    await ask(site, 'override.propose', { issueId, seen: '', wish });
    await ask(site, 'postmortem.start', { issueId });
    for (const id of [`only-${key}`, 'both']) await record(site, key, id);
  }
  return site;
}

async function record(site: SmallSite, workItem: string, externalId: string): Promise<void> {
  await site.dev.host.runAction(
    'ballast-record-evidence',
    { workItem, kind: 'support', source: 'Zendesk', externalId, customer: 'Jane Doe' },
    site.dev.adminId,
  );
  await site.settle();
}

/** Days pass, and the night after them. */
async function days(site: SmallSite, count: number): Promise<void> {
  await (site.dev.clock as VirtualClock).advance(count * DAY_MS);
  await site.dev.host.runSchedule('daily');
  await site.settle();
}

/** What is kept that names the issue, by entity, but for the ledger. */
function keptOf(site: SmallSite, issueId: string): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { entity: of, key, value } of site.dev.host.dumpKvs()) {
    const entity = of ?? 'plain';
    const isOfIt =
      entity === 'evidence'
        ? issuesOf(
            (JSON.parse((value as { body: string }).body) as { kept: KeptEvidence }).kept,
          ).includes(issueId)
        : key === issueId || (value as { issueId?: string }).issueId === issueId;
    if (isOfIt && entity !== 'ledger' && entity !== 'mark')
      counts[entity] = (counts[entity] ?? 0) + 1;
  }
  return counts;
}

/** Keys of what is kept of the project itself. */
const ofProject = (site: SmallSite): readonly string[] =>
  [...site.dev.host.dumpKvs()]
    .map(({ key }) => key)
    .filter((key) => key.includes(`:${PAY}`))
    .sort();

const inLedger = (site: SmallSite): readonly string[] =>
  [...site.dev.host.dumpKvs()].flatMap(({ entity, key, value }) =>
    entity === 'ledger' && (value as { issueKey: string }).issueKey.length > 1 ? [key] : [],
  );

const waiting = (site: SmallSite): readonly string[] =>
  [...site.dev.host.dumpKvs()].flatMap(({ entity, key }) => (entity === 'removal' ? [key] : []));

const everything = { attached: 1, decision: expect.any(Number), evidence: 2, postmortem: 1 };

describe('an issue that was deleted', () => {
  it('leaves the ledger at once, and nothing of it is left after its weeks', async () => {
    const site = await aSite();
    expect(keptOf(site, '10001')).toEqual(everything);
    const before = keptOf(site, '10001');
    await site.remove('PAY-1');
    await site.settle();
    expect(inLedger(site)).not.toContain('10001');
    await days(site, ISSUE_WEEKS * 7 - 1);
    expect(keptOf(site, '10001')).toEqual(before);
    await days(site, 1);
    expect(keptOf(site, '10001')).toEqual({});
    expect(waiting(site)).toEqual([]);
    // What speaks for another issue too stays for that.
    expect(keptOf(site, '10002')).toEqual(everything);
  });

  it('takes the last of what spoke for several with it', async () => {
    const site = await aSite();
    for (const key of Object.keys(ISSUES)) await site.remove(key);
    await site.settle();
    await days(site, ISSUE_WEEKS * 7);
    expect(JSON.stringify([...site.dev.host.dumpKvs()])).not.toContain('Jane Doe');
  });

  it.each([4, 8, 11, 14, 17])('is removed the same when that is cut off at call %i', async (n) => {
    const site = await aSite();
    await site.remove('PAY-1');
    await site.settle();
    let calls = 0;
    site.dev.host.interrupt((functionKey) => {
      calls += functionKey === 'on-backlog' ? 1 : 0;
      return functionKey === 'on-backlog' && calls === n ? 'after' : null;
    });
    await days(site, ISSUE_WEEKS * 7);
    expect(calls).toBeGreaterThan(n);
    site.dev.host.interrupt(null);
    await days(site, 1);
    expect(keptOf(site, '10001')).toEqual({});
    expect(keptOf(site, '10002')).toEqual(everything);
  });
});

describe('an issue that is only out of sight', () => {
  it('keeps everything for ever', async () => {
    const site = await aSite();
    const before = keptOf(site, '10001');
    site.dev.site.projects.hideFromApp('PAY');
    await days(site, 1);
    await days(site, PROJECT_WEEKS * 7 + 7);
    expect(waiting(site)).toEqual([]);
    expect(keptOf(site, '10001')).toEqual(before);
  });
});

describe('a project that was deleted', () => {
  it.each([
    ['for good', (site: SmallSite) => site.dev.site.projects.remove('PAY')],
    ['into the trash', (site: SmallSite) => site.dev.site.projects.trash('PAY')],
  ])('%s is removed with its issues after its weeks', async (_, goes) => {
    const site = await aSite();
    await site.transition('PAY-2', 'Done');
    await site.settle();
    const before = [keptOf(site, '10001'), keptOf(site, '10002')];
    goes(site);
    await site.settle();
    await days(site, PROJECT_WEEKS * 7 - 1);
    expect([keptOf(site, '10001'), keptOf(site, '10002')]).toEqual(before);
    expect(ofProject(site)).toContain(`rubric:project:${PAY}:1`);
    if (_ === 'into the trash') site.dev.site.projects.remove('PAY');
    await site.settle();
    await days(site, 1);
    await days(site, PROJECT_WEEKS * 7 + 1);
    expect([keptOf(site, '10001'), keptOf(site, '10002')]).toEqual([{}, {}]);
    expect(ofProject(site)).toEqual([]);
    expect(waiting(site)).toEqual([]);
  });

  it('is found in the log when the app had noticed before the event came', async () => {
    const site = await aSite();
    site.dev.site.projects.hideFromApp('PAY');
    await days(site, 1);
    expect(inLedger(site)).not.toContain('10001');
    site.dev.site.projects.remove('PAY');
    await site.settle();
    await days(site, PROJECT_WEEKS * 7 + 1);
    expect([keptOf(site, '10001'), keptOf(site, '10002')]).toEqual([{}, {}]);
  });

  it('keeps everything once it is restored, though the app is blind when the time comes', async () => {
    const site = await aSite();
    await site.transition('PAY-2', 'Done');
    await site.settle();
    const before = [keptOf(site, '10001'), keptOf(site, '10002')];
    site.dev.site.projects.trash('PAY');
    await site.settle();
    await days(site, 7);
    site.dev.site.projects.restore('PAY');
    await site.settle();
    site.dev.site.projects.hideFromApp('PAY');
    await days(site, PROJECT_WEEKS * 7);
    const logged = { decision: expect.any(Number) as number };
    expect([keptOf(site, '10001'), keptOf(site, '10002')]).toEqual(
      before.map((one) => ({ ...one, ...logged })),
    );
    expect(ofProject(site)).toContain(`rubric:project:${PAY}:1`);
    expect(waiting(site)).toEqual([]);
  });
});
