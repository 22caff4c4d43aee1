import fc from 'fast-check';
import type { Criterion } from '../../../src/core/rubric/schema/schema';
import type { Line } from '../../../src/core/score-card/score-card';
import type { Evidence, Signals } from '../../../src/core/signals/signal';
import { defaultRubric } from '../../../src/core/rubric/presets/default-rubric';
import { firstSources } from '../../../src/core/provenance/first-sources';
import type { Source } from '../../../src/core/provenance/source';
import { keptLines } from '../../../src/core/decisions/score-since';
import { describeSource } from '../../../src/core/describe/describe-source';
import { withSummedUp } from '../../../src/core/signals/summed-up';
import {
  summedUpWith,
  summedUpWithout,
  type Silent,
  type SummedUp,
} from '../../../src/core/terms/summed-up';
import { storedTextBytes } from '../../../src/core/terms/stored-bytes';
import { aNumber, aPlainRubric } from '../builders/plain-rubric';
import { anIncident, aTicket, cardOf, now, signalsOf } from '../builders/signals-of';
import { runs } from '../arbitrary/runs';

const TODAY = Math.floor(now.getTime() / 86_400_000);
const sum = (rows: readonly SummedUp[]): number =>
  rows.flatMap(({ spans }) => spans).reduce((all, [, , count]) => all + count, 0);

const silents = fc.array(
  fc.record({
    kind: fc.constantFrom('incident' as const, 'support' as const, 'report' as const),
    level: fc.option(fc.string({ unit: 'binary', maxLength: 60 })),
    day: fc.integer({ min: TODAY - 5_000, max: TODAY }),
  }),
  { maxLength: 900, size: 'max' },
);

describe('what is summed up of resolved evidence', () => {
  it('counts every piece once, within ten kilobytes, and nothing once all are gone, in any order', () => {
    fc.assert(
      fc.property(silents, fc.nat(), (pieces, cut) => {
        const at = pieces.length === 0 ? 0 : cut % pieces.length;
        const rows = summedUpWith(summedUpWith([], pieces.slice(0, at)), pieces.slice(at));
        expect(sum(rows)).toBe(pieces.length);
        expect(storedTextBytes(rows)).toBeLessThan(10 * 1_024);
        expect(pieces.reduceRight(summedUpWithout, rows)).toEqual([]);
      }),
      { ...runs, numRuns: 15 },
    );
  });

  it('does not take off a piece of a day or of a kind that was not counted', () => {
    const rows = summedUpWith([], [{ kind: 'incident', level: 'SEV1', day: TODAY - 90 }]);
    const others: readonly Silent[] = [
      { kind: 'incident', level: 'SEV1', day: TODAY - 91 },
      { kind: 'support', level: null, day: TODAY - 90 },
    ];
    for (const other of others) expect(summedUpWithout(rows, other)).toBe(rows);
  });
});

describe('a score by evidence of which much is summed up', () => {
  const spread: readonly Silent[] = Array.from({ length: 240 }, (_, n) => ({
    kind: 'incident',
    level: 'SEV3',
    day: TODAY - 60 - n,
  }));
  const listed = spread.map(({ day }, n) =>
    anIncident({
      id: `INC-${n}`,
      severity: 3,
      open: false,
      at: new Date(day * 86_400_000).toISOString().slice(0, 10),
    }),
  );
  const one = anIncident({ id: 'NEW-1', severity: 2, open: false });
  const lineOf = (signal: Criterion['signal'], signals: Signals): Line => {
    const to = { x: 400, points: 100 };
    const curve = { kind: 'linear', direction: 'rising', from: { x: 0, points: 0 }, to } as const;
    return cardOf(signals, aPlainRubric([aNumber('c', { signal, curve, absence: 'zero' })]))
      .lines[0]!;
  };
  const summedBeside = (evidence: readonly Evidence[], pieces: readonly Silent[] = spread) =>
    withSummedUp(signalsOf({ evidence }), summedUpWith([], pieces), defaultRubric);

  it.each([{ kind: 'incidents' } as const, { kind: 'recurrence', days: 90 } as const])(
    'comes to what it would with every incident listed: $kind',
    (signal) => {
      const all = lineOf(signal, signalsOf({ evidence: [one, ...listed] }));
      const summed = lineOf(signal, summedBeside([one]));
      expect(summed.value).toEqual(all.value);
      expect(summed.points).toBe(all.points);
    },
  );

  const of = (line: Pick<Line, 'from'>) => line.from.map((source) => describeSource(source).text);

  it('says how many there are beside those listed, in the panel and in the history', () => {
    const line = lineOf({ kind: 'incidents' }, summedBeside([one, ...listed]));
    const words = 'and 240 older resolved incidents, the latest on 21 September 2026';
    expect(of(line).slice(-2)).toEqual(['and 221 more', words]);
    expect(of(keptLines([line])[0]!).slice(-2)).toEqual(['and 233 more', words]);
    const [, first = ''] = of(
      lineOf({ kind: 'incidents' }, summedBeside([one], spread.slice(0, 1))),
    );
    expect(first).toBe('and 1 older resolved incident, on 21 September 2026');
  });

  it('counts older tickets where tickets are counted, and says of demand that it does not', () => {
    const tickets = spread.map((piece) => ({ ...piece, kind: 'support' as const }));
    const signals = summedBeside([aTicket('S-1', 'Acme')], tickets);
    const count = lineOf({ kind: 'tickets' }, signals);
    expect([count.value, of(count).at(-1)]).toEqual([
      { kind: 'voices', count: 241, of: 'support' },
      'and 240 older resolved support tickets, the latest on 21 September 2026',
    ]);
    const demand = lineOf({ kind: 'demand' }, signals);
    expect(demand.value).toMatchObject({ count: 1, customers: 1 });
    expect(of(demand).at(-1)).toMatch(
      /older resolved support tickets.*, which no longer count here$/u,
    );
  });

  it('is known by what is summed up alone', () => {
    expect(lineOf({ kind: 'recurrence', days: 90 }, summedBeside([])).value).toMatchObject({
      count: 31,
    });
    expect(lineOf({ kind: 'recurrence', days: 30 }, summedBeside([])).from).toEqual([
      { kind: 'incidentsOlder', days: 30 },
    ]);
  });
});

describe('the first sources of a line', () => {
  it('are as many as asked for, then how many more there are in all, and what is not among them', () => {
    const source = (n: number): Source => ({ kind: 'waits', ref: { key: `PAY-${n}` } });
    const from = [1, 2, 3, 4].map(source);
    const others: readonly Source[] = [{ kind: 'leftOut', count: 9 }];
    const more = (count: number): Source => ({ kind: 'more', count });
    expect(firstSources([...from, more(5), ...others], 2)).toEqual([
      source(1),
      source(2),
      more(7),
      ...others,
    ]);
    expect(firstSources(from, 4)).toEqual(from);
  });
});
