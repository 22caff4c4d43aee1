import { z } from 'zod';
import { pilotAnswer } from './pilot';
import { realData } from './real-data';

const share = z.number().min(0).max(1);
const figure = z
  .strictObject({ value: share, low: share, high: share })
  .refine(({ value, low, high }) => low <= value && value <= high);
const figures = z.strictObject({ auc: figure, first20: figure, first100: figure });
const shares = z.record(z.string(), share);

const outcome = z.strictObject({
  rubric: z.string(),
  newest: z.string(),
  resolutions: z.strictObject({ fixed: z.array(z.string()), other: z.array(z.string()) }),
  days: z.array(
    z.strictObject({
      day: z.string(),
      open: z.number(),
      evidence: z.number(),
      fixed: z.strictObject({ within90: z.number(), within365: z.number().nullable() }),
      orders: z.array(
        z.strictObject({
          id: z.string(),
          label: z.string(),
          within90: figures,
          within365: figures.nullable(),
        }),
      ),
      scores: z.strictObject({ distinct: z.number(), largestTie: share }),
      bands: shares,
      lanes: shares,
      horizons: shares,
      notUndone: z.string().nullable(),
    }),
  ),
  tooLate: z.array(z.string()),
  warnings: z.array(z.string()),
});

describe('a backtest over 2,000 real issues with their changelogs', () => {
  let found: z.infer<typeof outcome>;
  beforeAll(async () => {
    const file = realData('flow/duraspace/issues.jsonl.gz');
    found = outcome.parse(await pilotAnswer(file, '--backtest', '2012-06-30'));
  });

  it('has the backlog of the day: open then, whatever became of it', () => {
    const [day] = found.days;
    expect(day).toMatchObject({ day: '2012-06-30', evidence: 0 });
    expect(day?.open).toBeGreaterThan(400);
    expect(day?.open).toBeLessThan(500);
    expect(day?.fixed.within90).toBeGreaterThan(20);
    expect(day?.fixed.within365).toBeGreaterThan(day?.fixed.within90 ?? Infinity);
    expect(day?.notUndone).toMatch(/edited after 2012-06-30/u);
  });

  it('has a figure for every order, and for priority alone what plain counting gives', () => {
    const orders = found.days[0]?.orders ?? [];
    expect(orders.map(({ id }) => id).slice(0, 4)).toEqual([
      'score',
      'priority alone',
      'newest first',
      'last touched first',
    ]);
    expect(orders.some(({ id }) => id === 'criterion priority')).toBe(true);
    const priority = orders.find(({ id }) => id === 'priority alone');
    for (const within of [priority?.within90, priority?.within365]) {
      expect(within?.auc.value).toBeGreaterThanOrEqual(0.5);
      expect(within?.auc.value).toBeLessThanOrEqual(0.78);
    }
  });

  it('shares out every issue among bands, lanes and horizons', () => {
    const [day] = found.days;
    for (const all of [day?.bands, day?.lanes, day?.horizons])
      expect(Object.values(all ?? {}).reduce((sum, one) => sum + one, 0)).toBeCloseTo(1);
    expect(day?.scores.distinct).toBeGreaterThan(20);
  });
});
