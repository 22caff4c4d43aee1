import fc from 'fast-check';
import { overCap } from '../../../src/core/hot-fix/over-cap';
import { rankIn } from '../../../src/core/lanes/rank';
import { amongEquals, tieFactsOf, type TieFacts } from '../../../src/core/lanes/tie-order';
import { moscowPlan } from '../../../src/core/moscow/moscow';
import { defaultRubric } from '../../../src/core/rubric/presets/default-rubric';
import { runs } from '../arbitrary/runs';
import { aTicket, anIncident, signalsOf } from '../builders/signals-of';

const facts = (high?: number, freshest?: string, touched?: string): TieFacts => ({
  ...(high === undefined ? {} : { high }),
  ...(freshest === undefined ? {} : { freshest }),
  ...(touched === undefined ? {} : { touched }),
});

describe('among issues of one score', () => {
  it.each([
    [
      'the one that may turn out to be worth more',
      facts(80, '2026-01-01'),
      facts(70, '2026-11-01', '2026-11-01'),
    ],
    [
      'then the one with the fresher evidence',
      facts(70, '2026-11-02', '2026-01-01'),
      facts(70, '2026-11-01', '2026-11-20'),
    ],
    [
      'then the one that was touched last',
      facts(70, '2026-11-01', '2026-11-20'),
      facts(70, '2026-11-01', '2026-11-19'),
    ],
    ['one with evidence before one without', facts(70, '2020-01-01'), facts(70)],
  ])('%s goes first', (_, first, second) => {
    expect(Math.sign(amongEquals(first, second))).toBe(-1);
    expect(Math.sign(amongEquals(second, first))).toBe(1);
    expect(amongEquals(first, { ...first })).toBe(0);
  });

  it('the order is one: whatever goes before another goes before all that go after it', () => {
    const some = fc.record(
      {
        high: fc.integer({ min: 0, max: 3 }),
        freshest: fc.constantFrom('2026-01-01', '2026-01-02'),
        touched: fc.constantFrom('2026-01-01', '2026-01-02'),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(some, some, some, (a, b, c) => {
        if (amongEquals(a, b) <= 0 && amongEquals(b, c) <= 0)
          expect(amongEquals(a, c)).toBeLessThanOrEqual(0);
        expect(amongEquals(a, b) + amongEquals(b, a)).toBe(0);
      }),
      runs,
    );
  });

  it('evidence is as fresh as its newest piece', () => {
    const signals = signalsOf({
      issue: { touched: '2026-11-19' },
      evidence: [anIncident({ at: '2026-03-01' }), aTicket('S-1', 'Acme', { at: '2026-10-01' })],
    });
    expect(tieFactsOf(signals, 71)).toEqual({
      high: 71,
      freshest: '2026-10-01',
      touched: '2026-11-19',
    });
    expect(tieFactsOf(signalsOf(), null)).toEqual({});
  });
});

describe('a list that goes by score', () => {
  const member = (id: string, given: TieFacts, score = 50) => ({
    id,
    key: `PRO-${id}`,
    lane: 'strategic bet' as const,
    score,
    effort: 1,
    ...given,
  });
  const all = [
    member('1', facts(60, undefined, '2026-01-01')),
    member('2', facts(60, undefined, '2026-11-01')),
    member('3', facts(90)),
    member('4', facts(60, '2026-05-01')),
  ];
  const expected = ['3', '4', '2', '1'];

  it('shows the ties of a lane in that order, all at one place', () => {
    const others = member('0', {}, 50);
    const rank = rankIn([...all, others], '0');
    expect([rank?.place, rank?.ties.map(({ id }) => id)]).toEqual([1, expected]);
    expect(all.map(({ id }) => rankIn(all, id)?.place)).toEqual([1, 1, 1, 1]);
  });

  it('plans MoSCoW in that order', () => {
    const planned = all.map((one) => ({ ...one, band: 'soon' as const, readings: {} }));
    expect(moscowPlan(planned, defaultRubric).placed.map(({ key }) => key)).toEqual(
      expected.map((id) => `PRO-${id}`),
    );
  });

  it('pauses the last of them for a hot fix too many', () => {
    const bets = all.map((one) => ({ ...one, begun: false, paused: false }));
    const fix = { ...member('9', {}), lane: 'hot fix' as const, effort: 100 };
    const found = overCap([...bets, { ...fix, begun: true, paused: false }], {
      ...defaultRubric.capacity,
      lanes: {
        ...defaultRubric.capacity.lanes,
        'hot fix': { least: 0, most: 0.1, owner: null },
      },
    });
    expect(found?.pause?.id).toBe('1');
  });
});
