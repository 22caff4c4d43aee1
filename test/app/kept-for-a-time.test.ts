import type { VirtualClock } from '../../dev/clock';
import type { Reply } from '../../src/contract';
import type { DecisionLog } from '../../src/contract/decisions';
import type { HealthView } from '../../src/contract/health';
import type { RubricCost } from '../../src/core/preview/rubric-cost';
import { defaultRubric } from '../../src/core/rubric/presets/default-rubric';
import { smallSite, type SmallSite } from './small-site';

const DAY_MS = 86_400_000;
const issueId = '10001';

async function ask<T>(site: SmallSite, question: string, payload: object): Promise<T> {
  const reply = (await site.dev.host.invoke({
    resolverFunction: 'resolver',
    functionKey: question,
    payload,
    context: {},
    accountId: site.dev.adminId,
  })) as Reply<T>;
  if (!reply.ok) throw new Error(`${question}: ${reply.refusal.what}`);
  await site.settle();
  return reply.value;
}

/** An issue with a resolved ticket and an open one that a rule recorded. */
async function aSite(): Promise<SmallSite> {
  const site = smallSite([
    { key: 'PAY-1', priority: 'High' },
    { key: 'OPS-1', projectKey: 'OPS' },
  ]);
  site.dev.announceInstalled();
  await site.settle();
  for (const [externalId, status] of [
    ['T-1', 'resolved'],
    ['T-2', 'open'],
  ])
    await site.dev.host.runAction(
      'ballast-record-evidence',
      { workItem: 'PAY-1', kind: 'support', source: 'Zendesk', externalId, status },
      site.dev.adminId,
    );
  await site.settle();
  return site;
}

async function days(site: SmallSite, count: number): Promise<void> {
  await (site.dev.clock as VirtualClock).advance(count * DAY_MS);
  await site.dev.host.runSchedule('daily');
  await site.settle();
}

const publish = (site: SmallSite, retention: object, base = 0, project: string | null = 'PAY') =>
  ask(site, 'rubric.publish', { project, document: { retention }, base, reason: 'Tidy' });

const pieces = (site: SmallSite): readonly string[] =>
  [...site.dev.host.dumpKvs()]
    .flatMap(({ entity, value }) =>
      entity === 'evidence' ? (JSON.stringify(value).match(/T-\d/u) ?? []) : [],
    )
    .sort();

const logged = async (site: SmallSite, of: string, which = 'all'): Promise<number> =>
  (await ask<DecisionLog>(site, 'decisions.list', { issueId: of })).decisions.filter(
    ({ at }) => which === 'all' || at < '2026-12-01',
  ).length;

describe('evidence from other tools', () => {
  it('is kept for two years after it was resolved, where nobody set anything else', async () => {
    const site = await aSite();
    await days(site, 720);
    expect(pieces(site)).toEqual(['T-1', 'T-2']);
    await days(site, 12);
    expect(pieces(site)).toEqual(['T-2']);
    const { lines } = await ask<{ lines: unknown }>(site, 'score.view', { issueId });
    const panel = JSON.stringify(lines);
    expect(panel).toContain('T-2');
    expect(panel).not.toContain('T-1');
  });

  it('goes by a shorter time only a week after that was published', async () => {
    const site = await aSite();
    await days(site, 600);
    await publish(site, { evidenceMonths: 6 });
    await days(site, 6);
    expect(pieces(site)).toEqual(['T-1', 'T-2']);
    const { kept } = await ask<HealthView>(site, 'health.view', { project: 'PAY' });
    expect(kept).toMatchObject({
      now: { evidence: 730, decisions: null },
      then: { evidence: 540 },
    });
    await days(site, 1);
    expect(pieces(site)).toEqual(['T-2']);
    const { removed } = await ask<HealthView>(site, 'health.view', { project: 'PAY' });
    expect(removed).toMatchObject({ evidence: 1, decisions: 0 });
  });

  it('stays when the shorter time was taken back within the week', async () => {
    const site = await aSite();
    await days(site, 600);
    await publish(site, { evidenceMonths: 6 });
    await days(site, 5);
    await publish(site, { evidenceMonths: 36 }, 1);
    await days(site, 30);
    expect(pieces(site)).toEqual(['T-1', 'T-2']);
  });

  it('stays for as long as the rubric counts it, however short its time', async () => {
    const site = await aSite();
    const slow = { retention: { evidenceMonths: 6 }, evidence: { halfLifeDays: 365 } };
    await ask(site, 'rubric.publish', { project: 'PAY', document: slow, base: 0, reason: 'Slow' });
    await days(site, 800);
    expect(pieces(site)).toEqual(['T-1', 'T-2']);
  });
});

describe('the log of decisions', () => {
  it('is kept for ever where nobody set a time', async () => {
    const site = await aSite();
    const before = await logged(site, issueId);
    expect(before).toBeGreaterThan(0);
    await days(site, 4_000);
    expect(await logged(site, issueId)).toBeGreaterThanOrEqual(before);
  });

  it.each([null, 'PAY'])('loses what is older than the rubric of %s keeps', async (scope) => {
    const site = await aSite();
    await ask(site, 'override.propose', {
      issueId: '10002',
      seen: '',
      wish: { kind: 'lane', lane: 'hot fix', reason: 'It burns', until: '2026-12-30' },
    });
    const [before, others] = [await logged(site, issueId), await logged(site, '10002')];
    expect(others).toBeGreaterThan(0);
    await publish(site, { decisionMonths: 6 }, 0, scope);
    await days(site, 182);
    expect(await logged(site, issueId)).toBeGreaterThanOrEqual(before);
    await days(site, 2);
    // What the half a year moved stands in the log.
    expect(await logged(site, issueId, 'before december')).toBe(0);
    expect(await logged(site, '10002', 'before december')).toBe(scope === null ? 0 : others);
  });
});

describe('what a shorter time would remove', () => {
  const costOf = async (site: SmallSite, retention: object, project: string | null = 'PAY') => {
    const document = { ...defaultRubric, retention: { ...defaultRubric.retention, ...retention } };
    const { cost } = await ask<{ cost: RubricCost }>(site, 'rubric.cost', { project, document });
    return cost.removes;
  };

  it.each(['PAY', null])('is counted before the rubric of %s is published', async (scope) => {
    const site = await aSite();
    const entries = await logged(site, issueId);
    await days(site, 600);
    const before = await costOf(site, { evidenceMonths: 6, decisionMonths: 6 }, scope);
    expect(before).toEqual({
      from: '2028-07-15',
      evidence: { count: 1, more: false },
      decisions: { count: expect.any(Number) as number, more: false },
    });
    expect(before!.decisions!.count).toBeGreaterThanOrEqual(entries);
    await publish(site, { evidenceMonths: 6, decisionMonths: 6 }, 0, scope);
    await days(site, 7);
    const { removed } = await ask<HealthView>(site, 'health.view', { project: 'PAY' });
    expect(removed).toMatchObject({
      evidence: before!.evidence!.count,
      decisions: before!.decisions!.count,
    });
  });

  it('is nothing of another project, nor by a rubric that keeps things for as long', async () => {
    const site = await aSite();
    await days(site, 600);
    expect(await costOf(site, { evidenceMonths: 6 }, 'OPS')).toMatchObject({
      evidence: { count: 0, more: false },
      decisions: null,
    });
    expect(await costOf(site, { evidenceMonths: 24 })).toBeUndefined();
    expect(await costOf(site, { evidenceMonths: 36 })).toBeUndefined();
  });

  it('is counted up to a bound', async () => {
    const site = await aSite();
    const [entry] = [...site.dev.host.dumpKvs()].filter(({ entity }) => entity === 'decision');
    for (let n = 0; n < 1_200; n += 1)
      site.dev.host.damageKvs({ ...entry!, key: `10001:older:${n}` });
    await days(site, 600);
    expect(await costOf(site, { decisionMonths: 6 })).toMatchObject({
      evidence: null,
      decisions: { count: 1_000, more: true },
    });
  });
});
