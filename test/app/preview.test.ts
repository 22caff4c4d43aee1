import { ask } from '../../dev/bench/rescore/asking';
import { LATENCY } from '../../dev/bench/rescore/large-site';
import { createDevSite, type DevSite } from '../../dev/dev-site';
import { virtualClock } from '../../dev/forge/clock-virtual';
import { accountOf } from '../../dev/sample/people';
import { SAMPLE_AS_OF, sampleSnapshot } from '../../dev/sample/sample';
import type { Answer } from '../../src/contract';
import type { RubricPreview } from '../../src/contract/preview';
import { inheritable } from '../../src/core/rubric/document/inherit';
import { defaultRubric } from '../../src/core/rubric/presets/default-rubric';
import { foreteller } from './foretelling';

const { criteria, lanes } = defaultRubric;
const weighing = (id: string, weight: number) =>
  criteria.map((one) => (one.id === id ? { ...one, weight } : one));

/** Each asks nothing that the default rubric does not ask. */
const drafts: Readonly<Record<string, Record<string, unknown>>> = {
  'a weight': { criteria: weighing('incidents', 60) },
  'other thresholds': { bands: { immediate: 55, soon: 30, canWait: 12 } },
  'lane rules in another order': { lanes: [lanes[0], lanes[3], lanes[2], lanes[1], lanes[4]] },
  'effort switched off': { effort: { k: 0 } },
  'evidence that fades sooner, and less urgency': {
    evidence: { halfLifeDays: 20 },
    urgency: { lambda: 0.2 },
  },
  'three criteria and a curve': {
    criteria: criteria
      .filter(({ id }) => ['priority', 'work-type', 'demand'].includes(id))
      .map((one) =>
        one.id === 'demand' ? { ...one, curve: { kind: 'saturating', half: 1 } } : one,
      ),
  },
};

function previewIn(answer: Answer<'rubric.preview'>): RubricPreview {
  if (!answer.ok || answer.preview === null) throw new Error(JSON.stringify(answer));
  return answer.preview;
}

async function shownIn({ site, adminId }: DevSite, key: string): Promise<unknown> {
  const { body } = await site.handle({
    method: 'GET',
    path: `/rest/api/3/issue/${key}?expand=names`,
    headers: {},
    body: undefined,
    principal: { kind: 'user', accountId: adminId },
    outsideQuota: true,
  });
  const { fields, names } = JSON.parse(body) as {
    fields: Record<string, unknown>;
    names: Record<string, string>;
  };
  const called = (name: string): unknown =>
    fields[Object.entries(names).find(([, text]) => text === name)?.[0] ?? ''] ?? null;
  return { score: called('Priority score'), lane: called('Backlog lane') };
}

describe('a preview on the bundled sample', () => {
  const dev = createDevSite({
    clock: virtualClock(Date.parse(SAMPLE_AS_OF)),
    snapshot: sampleSnapshot(),
    latency: LATENCY,
  });
  const foretell = foreteller(dev);
  let open = 0;

  beforeAll(async () => {
    dev.announceInstalled();
    await dev.host.settle();
    const entries = [...dev.host.dumpKvs()].filter(
      ({ entity, value }) => entity === 'ledger' && (value as { shelf: string }).shelf === 'open',
    );
    open = entries.length;
    const { issueId } = entries
      .map(({ value }) => value as { issueId: string; issueKey: string })
      .find(({ issueKey }) => issueKey.startsWith('QUAY-')) ?? { issueId: '' };
    const { seen } = await ask(dev, 'override.view', { issueId });
    await ask(dev, 'override.propose', {
      issueId,
      seen,
      wish: { kind: 'points', points: 12, reason: 'The bank called', until: '2026-11-25' },
    });
    await dev.host.settle();
  });
  afterAll(() => dev.host.close());

  it('of what is in force changes nothing', async () => {
    const answer = await ask(dev, 'rubric.preview', { project: null, document: {} });
    expect(answer).toMatchObject({
      ok: true,
      run: null,
      preview: {
        issues: open,
        complete: true,
        changes: { any: 0 },
        movers: [],
        agreement: { value: 1 },
        pending: { issues: 0 },
        cost: { reads: 0 },
      },
    });
  });

  it.each(Object.keys(drafts))('foretells every issue of the site for %s', async (name) => {
    const { preview, differing, compared, changed } = await foretell(null, drafts[name] ?? {});
    expect(differing).toEqual([]);
    expect(compared).toBe(open);
    expect(preview.changes.any).toBeGreaterThan(0);
    expect(changed).toBeGreaterThan(0);
    if (name.startsWith('lane rules')) expect(preview.changes.lane).toBeGreaterThan(0);
  });

  it('foretells what Jira itself then shows', async () => {
    const { movers } = previewIn(
      await ask(dev, 'rubric.preview', { project: null, document: { urgency: { lambda: 0.9 } } }),
    );
    const { differing } = await foretell(null, { urgency: { lambda: 0.9 } });
    expect(differing).toEqual([]);
    for (const { key, after } of movers.slice(0, 10))
      expect(await shownIn(dev, key)).toEqual({ score: after.score, lane: after.lane });
  });

  it('foretells every issue of a project that gets a rubric of its own, then of the site without it', async () => {
    const own = await foretell('QUAY', { criteria: weighing('work-type', 70), effort: { k: 0.4 } });
    expect([own.differing, own.preview.issues === own.compared]).toEqual([[], true]);
    const others = await foretell(null, { bands: { immediate: 80, soon: 50, canWait: 5 } });
    expect(others.differing).toEqual([]);
    expect(others.preview.issues).toBe(open - own.preview.issues);
  });

  it('foretells every issue of the site with projects that take parts of its rubric', async () => {
    const own = await foretell(
      'QUAY',
      { criteria: weighing('work-type', 70), bands: { immediate: 90, soon: 60, canWait: 20 } },
      inheritable.filter((section) => section !== 'criteria' && section !== 'bands'),
    );
    expect(own.differing).toEqual([]);
    for (const document of [
      { effort: { k: 0 } },
      {
        criteria: weighing('incidents', 80),
        bands: { immediate: 40, soon: 20, canWait: 10 },
        urgency: { lambda: 0.1 },
      },
      { lanes: [lanes[3], lanes[0], lanes[2], lanes[1], lanes[4]] },
    ]) {
      const { preview, differing, compared } = await foretell(null, document);
      expect(differing).toEqual([]);
      expect([compared, preview.issues]).toEqual([open, open]);
      expect(preview.reach).toMatchObject({ following: { projects: 1 }, keeping: [] });
      expect(preview.movers.some(({ key }) => key.startsWith('QUAY-'))).toBe(true);
    }
  });

  it('says which project keeps what it has, since the draft does not fit into its rubric', async () => {
    await foretell('QUAY', { criteria: defaultRubric.criteria }, ['pillars']);
    const { preview, differing, compared } = await foretell(null, {
      pillars: [
        { id: 'worth', label: 'Worth' },
        { id: 'technical-risk', label: 'Technical risk' },
      ],
      criteria: criteria
        .slice(0, 3)
        .map((one, at) => ({ ...one, pillar: at === 0 ? 'technical-risk' : 'worth' })),
    });
    expect([differing, compared]).toEqual([[], open]);
    expect(preview.reach?.keeping).toEqual([
      { project: 'QUAY', why: expect.stringContaining('pillar') as string },
    ]);
    expect(preview.movers.filter(({ key }) => key.startsWith('QUAY-'))).toEqual([]);
  });

  it('names the movers with their titles and reasons', async () => {
    const { movers, hiddenMovers, moscow, capacity } = previewIn(
      await ask(dev, 'rubric.preview', { project: 'QUAY', document: { ...drafts['a weight'] } }),
    );
    expect(hiddenMovers).toBe(0);
    for (const { summary, why, change } of movers) {
      expect(summary).not.toBe('');
      expect(why.reduce((sum, one) => sum + Math.round(one.change * 10), 0)).toBe(
        Math.round(change * 10),
      );
    }
    expect(moscow.before.check.text).toMatch(/^Musts take/);
    expect(capacity.after.lanes.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 6);
  });

  it('leaves open what the ledger does not hold, and says what publishing would read', async () => {
    const { preview, compared } = await foretell('QUAY', { preset: 'rice' });
    expect(compared).toBe(0);
    expect(preview.pending).toMatchObject({ issues: preview.issues });
    expect(preview.pending.fields).toBeGreaterThanOrEqual(4);
    expect(preview.pending.because.join(' ')).toContain('Reach');
    expect(preview.lanes.flows.every(({ to }) => to === 'known after publishing')).toBe(true);
    expect(preview.cost.reads).toBeGreaterThan(0);
  });

  it('says everything that is wrong with a draft, and refuses who may not publish', async () => {
    const wrong = await ask(dev, 'rubric.preview', {
      project: 'QUAY',
      document: { bands: { immediate: 1, soon: 2, canWait: 300 }, effort: { k: -1 } },
    });
    expect(wrong.ok ? [] : wrong.problems.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['bands.canWait', 'effort.k']),
    );
    const asMember = await dev.host.invoke({
      resolverFunction: 'resolver',
      functionKey: 'rubric.preview',
      payload: { project: 'QUAY', document: {} },
      context: {},
      accountId: accountOf('hana'),
    });
    expect(asMember).toMatchObject({ ok: false, refusal: { kind: 'forbidden' } });
  });
});
