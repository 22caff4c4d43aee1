import fc from 'fast-check';
import { defaultRubric } from '../../../src/core/rubric/presets/default-rubric';
import type { Rubric } from '../../../src/core/rubric/schema/schema';
import { parseRubric } from '../../../src/core/rubric/document/parse';
import { distributionOf } from '../../../src/core/calibration/distribution';
import type { Reading } from '../../../src/core/issue/reading';
import type { Signals } from '../../../src/core/signals/signal';
import { runs } from '../arbitrary/runs';

const NOW = new Date('2026-11-16T09:00:00Z');
const parsed = parseRubric({
  pillars: [{ id: 'value', label: 'Value' }],
  lanes: [{ lane: 'feature improvement', any: [{ kind: 'level', atLeast: 0 }] }],
  criteria: [
    {
      id: 'reach',
      pillar: 'value',
      label: 'Reach',
      signal: { kind: 'number', fields: ['Reach'] },
      curve: { kind: 'linear', from: { x: 0, points: 0 }, to: { x: 100, points: 100 } },
      weight: 1,
      absence: 'unknown',
    },
    {
      id: 'tier',
      pillar: 'value',
      label: 'Tier',
      signal: { kind: 'option', fields: ['Tier'] },
      curve: { kind: 'table', values: { Gold: 100, Silver: 50 } },
      weight: 1,
      absence: 'unknown',
    },
  ],
});
const rubric = parsed.ok ? parsed.rubric : defaultRubric;

function withReadings(readings: Record<string, Reading>): Signals {
  return {
    issue: {
      id: '1',
      key: 'PAY-1',
      project: 'PAY',
      type: 'Story',
      level: 0,
      status: 'Open',
      category: 'new',
      labels: [],
      created: '2026-11-01',
      due: null,
      inActiveSprint: false,
      hasRelease: false,
      evidenceKind: null,
      followUp: false,
    },
    readings,
    absent: [],
    evidence: [],
    blocks: [],
    blockedBy: [],
  };
}
const spread = (all: readonly Record<string, Reading>[]) => {
  const one = distributionOf(rubric, NOW);
  for (const readings of all) one.add(withReadings(readings));
  return one.result();
};
const reach = (value: number): Record<string, Reading> => ({
  'number:reach': { state: 'known', value },
});

describe('the distribution of a criterion’s values', () => {
  it('counts every known value in exactly one of at most 20 buckets that lie side by side from the lowest to the highest', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.double({ min: -1e6, max: 1e6, noNaN: true }),
            fc.integer({ min: -50, max: 5_000 }),
          ),
          { minLength: 1, maxLength: 200 },
        ),
        (values) => {
          const { known, unknown, buckets } = spread(values.map(reach))['reach'] ?? {
            known: 0,
            unknown: 0,
            buckets: [],
          };
          expect([known, unknown, buckets.reduce((sum, { issues }) => sum + issues, 0)]).toEqual([
            values.length,
            0,
            values.length,
          ]);
          expect(buckets.length).toBeLessThanOrEqual(20);
          // Plus 0: a bucket that begins at −0 begins at 0.
          expect(buckets[0]?.from).toBe(Math.min(...values) + 0);
          expect(buckets.at(-1)?.to).toBeGreaterThanOrEqual(Math.max(...values));
          buckets.slice(1).forEach(({ from }, at) => {
            expect(from).toBe(buckets[at]?.to);
          });
        },
      ),
      { numRuns: Math.min(100, runs.numRuns) },
    );
  });

  it('gives whole numbers a bucket each while they are few', () => {
    const { buckets } = spread([1, 1, 2, 5].map(reach))['reach'] ?? { buckets: [] };
    expect(buckets).toEqual([
      { from: 1, to: 2, issues: 2 },
      { from: 2, to: 3, issues: 1 },
      { from: 3, to: 4, issues: 0 },
      { from: 4, to: 5, issues: 0 },
      { from: 5, to: 6, issues: 1 },
    ]);
  });

  it('is not pressed into one bucket by a value far off', () => {
    const { buckets } = spread([...Array.from({ length: 99 }, (_, n) => n), 1_000_000].map(reach))[
      'reach'
    ] ?? { buckets: [] };
    expect(buckets.filter(({ issues }) => issues > 0).length).toBeGreaterThan(15);
    expect(buckets.at(-1)?.to).toBe(1_000_000);
  });

  it('names options as the rubric spells them, and no other content of an issue', () => {
    const tier = (value: string | readonly string[]): Record<string, Reading> => ({
      'option:tier': { state: 'known', value },
    });
    const { known, unknown, names } = spread([
      tier('gold'),
      tier('GOLD'),
      tier(['Bronze', 'Silver']),
      tier('the secret of issue 7'),
      {},
    ])['tier'] ?? { known: 0, unknown: 0, names: [] };
    expect([known, unknown]).toEqual([3, 2]);
    expect(names).toEqual([
      { name: 'Gold', issues: 2 },
      { name: 'Silver', issues: 1 },
      { name: 'another value', issues: 1 },
    ]);
  });

  it('cuts numbers with fractions into twenty parts of equal width', () => {
    const { buckets } = spread([0, 1, 2.5, 5].map(reach))['reach'] ?? { buckets: [] };
    expect(buckets).toHaveLength(20);
    expect([buckets[0], buckets[4], buckets[10], buckets[19]]).toEqual([
      { from: 0, to: 0.25, issues: 1 },
      { from: 1, to: 1.25, issues: 1 },
      { from: 2.5, to: 2.75, issues: 1 },
      { from: 4.75, to: 5, issues: 1 },
    ]);
  });

  it('keeps whole numbers whole where one bucket holds several', () => {
    const { buckets } = spread(Array.from({ length: 41 }, (_, n) => reach(n)))['reach'] ?? {
      buckets: [],
    };
    // 41 numbers in twenty buckets: three each, the last has two.
    expect(buckets).toEqual(
      Array.from({ length: 14 }, (_, at) => ({
        from: 3 * at,
        to: 3 * at + 3,
        issues: at === 13 ? 2 : 3,
      })),
    );
  });

  it('of one value alone has it in the first bucket, and of none has no bucket', () => {
    expect(spread([reach(7), reach(7)])['reach']?.buckets[0]).toEqual({
      from: 7,
      to: 8,
      issues: 2,
    });
    expect(
      spread([reach(0.5)])['reach']?.buckets.reduce((sum, { issues }) => sum + issues, 0),
    ).toBe(1);
    expect(spread([{}])['reach']).toEqual({ known: 0, unknown: 1, buckets: [], names: [] });
  });

  it('puts up to two in a hundred that lie far off into the last bucket', () => {
    const { buckets } = spread(
      [...Array.from({ length: 98 }, (_, n) => n), 5_000, 9_000].map(reach),
    )['reach'] ?? { buckets: [] };
    // 0 to 97 by fives; the last bucket has 95 to 97 and both of those.
    expect([buckets.length, buckets[0], buckets.at(-1)]).toEqual([
      20,
      { from: 0, to: 5, issues: 5 },
      { from: 95, to: 9_000, issues: 5 },
    ]);
  });

  it('names the most frequent first, equals by their name, and no more than thirty', () => {
    const values = {
      ...Object.fromEntries(
        Array.from({ length: 33 }, (_, at) => [`Name ${String(at).padStart(2, '0')}`, 1]),
      ),
      Zebra: 50,
    };
    const many: Rubric = {
      ...rubric,
      criteria: rubric.criteria
        .filter(({ id }) => id === 'tier')
        .map((one) => ({ ...one, curve: { kind: 'table', values, blank: [] } })),
    };
    const one = distributionOf(many, NOW);
    for (const name of ['Zebra', ...Object.keys(values).reverse()])
      one.add(withReadings({ 'option:tier': { state: 'known', value: name } }));
    const names = one.result()['tier']?.names ?? [];
    expect([names.length, names.slice(0, 3), names.at(-1)]).toEqual([
      30,
      [
        { name: 'Zebra', issues: 2 },
        { name: 'Name 00', issues: 1 },
        { name: 'Name 01', issues: 1 },
      ],
      { name: 'Name 28', issues: 1 },
    ]);
  });

  it('names what the site names itself, and nobody', () => {
    const table = (
      id: string,
      signal: Rubric['criteria'][number]['signal'],
    ): Rubric['criteria'][number] => ({
      id,
      pillar: 'value',
      label: id,
      signal,
      curve: { kind: 'table', values: { Known: 10 }, blank: [] },
      weight: 1,
      absence: 'unknown',
      ifSiteHas: true,
    });
    const all: Rubric = {
      ...rubric,
      criteria: [
        table('type', { kind: 'workType' }),
        table('priority', { kind: 'priority' }),
        table('sprint', { kind: 'sprint' }),
        table('person', { kind: 'user', fields: ['Sponsor'] }),
      ],
    };
    const one = distributionOf(all, NOW);
    const known = (value: string): Reading => ({ state: 'known', value });
    one.add(
      withReadings({
        priority: known('Sehr hoch'),
        sprint: known('active'),
        'user:sponsor': known('account-1'),
      }),
    );
    one.add(
      withReadings({
        priority: { state: 'known', value: [] },
        sprint: known('Known'),
        'user:sponsor': { state: 'empty' },
      }),
    );
    one.add({ ...withReadings({}), absent: ['priority', 'sprint', 'user:sponsor'] });
    expect(one.result()).toEqual({
      type: { known: 0, unknown: 3, buckets: [], names: [{ name: 'Story', issues: 3 }] },
      priority: { known: 0, unknown: 2, buckets: [], names: [{ name: 'Sehr hoch', issues: 1 }] },
      sprint: {
        known: 1,
        unknown: 1,
        buckets: [],
        names: [
          { name: 'Known', issues: 1 },
          { name: 'active', issues: 1 },
        ],
      },
      person: { known: 0, unknown: 2, buckets: [], names: [] },
    });
  });
});
