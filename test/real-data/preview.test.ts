import { ask } from '../../dev/bench/rescore/asking';
import { LATENCY } from '../../dev/bench/rescore/large-site';
import { createDevSite, type DevSite } from '../../dev/dev-site';
import { virtualClock } from '../../dev/forge/clock-virtual';
import { asItStood } from '../../dev/jira/import/as-it-stood';
import { importFile } from '../../dev/jira/import/import-file';
import { defaultRubric } from '../../src/core/rubric/presets/default-rubric';
import { foreteller, type Foretold } from '../app/foretelling';
import { realData } from './real-data';

const AS_OF = Date.parse('2017-12-31T09:00:00Z');
/** Where this site keeps its support tickets; the rest of each document is the default's. */
const evidence = { support: { projects: ['AC'] } };
const { criteria, lanes } = defaultRubric;
const weighing = (id: string, weight: number) =>
  criteria.map((one) => (one.id === id ? { ...one, weight } : one));

const drafts: Readonly<Record<string, Record<string, unknown>>> = {
  'a weight': { criteria: weighing('demand', 70) },
  'other thresholds': { bands: { immediate: 50, soon: 30, canWait: 12 } },
  'other lane rules': {
    lanes: [
      lanes[0],
      { lane: 'strategic bet', any: [{ kind: 'workType', names: ['New Feature', 'Epic'] }] },
      lanes[3],
      lanes[1],
      {
        lane: 'stability',
        any: [{ kind: 'strongestPillar', pillar: 'technical-risk', atLeast: 70 }],
      },
      lanes[4],
    ],
  },
  'effort switched off': { effort: { k: 0 } },
  'evidence that fades sooner': {
    evidence: { ...evidence, halfLifeDays: 20 },
    urgency: { lambda: 0.2 },
  },
  'fewer criteria': {
    criteria: criteria.filter(({ id }) =>
      ['priority', 'work-type', 'demand', 'blocks'].includes(id),
    ),
  },
};

describe('a preview of the whole archive of 6,435 issues', () => {
  let dev: DevSite;
  let foretell: (project: string | null, document: Record<string, unknown>) => Promise<Foretold>;
  let open = 0;

  beforeAll(async () => {
    const result = await importFile(realData('titanium/issues.jsonl.gz'), {
      asOf: new Date(AS_OF).toISOString(),
    });
    if (!result.ok) throw new Error('The archive was not imported');
    dev = createDevSite({
      clock: virtualClock(AS_OF),
      snapshot: asItStood(result.snapshot, AS_OF).snapshot,
      latency: LATENCY,
    });
    foretell = foreteller(dev);
    dev.announceInstalled();
    await dev.host.settle();
    // Asks for more than the ledger holds: everything is read once, and is held from then on.
    await foretell(null, { evidence });
    open = [...dev.host.dumpKvs()].filter(
      ({ entity, value }) => entity === 'ledger' && (value as { shelf: string }).shelf === 'open',
    ).length;
  });
  afterAll(() => dev.host.close());

  it.each(Object.keys(drafts))('foretells every open issue for %s', async (name) => {
    const { preview, differing, compared, changed } = await foretell(null, {
      evidence,
      ...drafts[name],
    });
    expect(differing).toEqual([]);
    expect(compared).toBe(open);
    expect(preview.issues).toBe(open);
    expect(changed).toBeGreaterThan(0);
    if (name === 'other lane rules') expect(preview.changes.lane).toBeGreaterThan(100);
    console.log(
      `${name}: ${compared} issues, ${preview.changes.lane} change lane, ${preview.changes.band} band, ${preview.changes.score} score; tau-b ${preview.agreement?.value.toFixed(3) ?? 'none'}; idle: ${
        preview.criteria
          .filter(({ idle }) => idle !== null)
          .map(({ id, idle }) => `${id} (${idle ?? ''})`)
          .join(', ') || 'none'
      }`,
    );
  });

  it('of what is in force changes nothing', async () => {
    const inForce = { evidence, ...drafts['fewer criteria'] };
    expect(await ask(dev, 'rubric.preview', { project: null, document: inForce })).toMatchObject({
      ok: true,
      preview: { issues: open, changes: { any: 0 }, movers: [] },
    });
  });
});
