import type { ScoreView } from '../../src/contract/score';
import { describeSource } from '../../src/core/describe/describe-source';
import { follow } from '../../src/core/evidence-feeds/merge-report';
import { aReport, type Report } from '../../src/core/evidence-feeds/report';
import { digest } from '../../src/storage/digest';
import { recordOf } from '../../src/storage/evidence-record';
import { ownBatch } from '../core/evidence-feeds/payloads';
import { anOutsideTool } from './outside-tool';
import { answer } from './separate-people';
import { smallSite, TODAY, type SmallSite } from './small-site';

const NOW = Date.parse(`${TODAY}T09:00:00Z`);
const DAY_MS = 86_400_000;
const MANY = 3_265;

/** Names of which no two letters are told by another, in letters of three bytes, as long as a tool may send them. */
const nameOf = (n: number): string =>
  Array.from({ length: 128 }, (_, at) =>
    String.fromCodePoint(0x4e00 + ((n * 7_919 + at * at * 104_729 + n * at * 31) % 20_000)),
  ).join('');

const resolved = (n: number, more: Partial<Report> = {}): Report =>
  aReport({
    source: 'monitor',
    externalId: `T-${n}`,
    occurred: NOW - DAY_MS * (40 + Math.floor((MANY - n) / 40)),
    state: 'resolved',
    level: 'SEV3',
    issues: { keys: [], whole: true },
    ...more,
  });

/** PAY-1 as an older version left it: just about full of what a tool told long ago. */
async function aFullSite(reportOf: (n: number) => Report): Promise<SmallSite> {
  const site = smallSite([{ key: 'PAY-1' }, { key: 'PAY-2' }]);
  await site.settle();
  const keys: string[] = [];
  for (let n = 0; n < MANY; n += 1) {
    const kept = follow(null, reportOf(n), ['10001']);
    const key = await digest('monitor', kept.externalId);
    site.dev.host.damageKvs({ entity: 'evidence', key, value: recordOf(kept, [], 1) });
    keys.push(key);
  }
  const body = JSON.stringify({ evidence: keys, overrides: [], votes: {} });
  site.dev.host.damageKvs({ entity: 'attached', key: '10001', value: { revision: 9, body } });
  return site;
}

const told = (id: string, status: string, issues: readonly string[] = ['PAY-1']): string =>
  ownBatch({
    source: 'monitor',
    id,
    kind: 'incident',
    severity: 'SEV3',
    status,
    issues: [...issues],
    occurredAt: new Date(NOW).toISOString(),
  });

async function incidentLine(site: SmallSite) {
  const view = await answer<ScoreView>(site, site.dev.adminId, 'score.view', {
    issueId: '10001',
  });
  const line = view.lines.find(({ id }) => id === 'incidents')!;
  const of = line.from.find(({ kind }) => kind === 'summedUp');
  return { value: line.value, of, text: of === undefined ? '' : describeSource(of).text };
}

describe('an issue of which thousands of pieces of evidence tell', () => {
  it('counts what it no longer lists, and says how much that is', async () => {
    const site = await aFullSite((n) => resolved(n));
    const tool = await anOutsideTool(site);
    expect(await tool.send(told('NEW', 'open'))).toBe(202);
    const first = await incidentLine(site);
    expect(first.value).toEqual({
      kind: 'incidents',
      count: MANY + 1,
      open: { count: 1, severity: 3 },
    });
    expect(first.text).toMatch(
      /^and 1,\d{3} older resolved incidents, the latest on \d+ \w+ 2026$/u,
    );
    const { count } = first.of as { readonly count: number };

    expect((await site.fields('PAY-1')).lane).not.toBeNull();

    // One of them opens again: it counts as itself, and once.
    expect(await tool.send(told('T-1', 'open'))).toBe(202);
    expect(await incidentLine(site)).toMatchObject({
      value: { count: MANY + 1, open: { count: 2 } },
      of: { count: count - 1 },
    });
    // Another turns out to be about something else.
    expect(await tool.send(told('T-2', 'resolved', ['PAY-2']))).toBe(202);
    expect(await incidentLine(site)).toMatchObject({
      value: { count: MANY },
      of: { count: count - 2 },
    });
  }, 120_000);

  it('is scored though each piece names another customer at full length', async () => {
    const site = await aFullSite((n) => resolved(n, { kind: 'support', customer: nameOf(n) }));
    const tool = await anOutsideTool(site);
    expect(await tool.send(told('NEW', 'open'))).toBe(202);
    expect((await site.fields('PAY-1')).lane).not.toBeNull();
    const view = await answer<ScoreView>(site, site.dev.adminId, 'score.view', {
      issueId: '10001',
    });
    const demand = view.lines.find(({ id }) => id === 'demand')!;
    const { customers } = demand.value as { readonly customers: number };
    expect(demand.from.at(-1)).toMatchObject({ kind: 'summedUp', count: MANY - customers });
  }, 120_000);

  it('is scored though all of them are open, and says how many it left out', async () => {
    const site = await aFullSite((n) =>
      resolved(n, { kind: 'support', customer: nameOf(n), state: 'open' }),
    );
    const tool = await anOutsideTool(site);
    expect(await tool.send(told('NEW', 'open'))).toBe(202);
    expect((await site.fields('PAY-1')).lane).not.toBeNull();
    const view = await answer<ScoreView>(site, site.dev.adminId, 'score.view', {
      issueId: '10001',
    });
    const demand = view.lines.find(({ id }) => id === 'demand')!;
    const { customers } = demand.value as { readonly customers: number };
    expect(customers).toBeGreaterThan(200);
    expect(demand.from.at(-1)).toEqual({ kind: 'leftOut', count: MANY - customers });
  }, 120_000);
});
