import fc from 'fast-check';
import { parseRubric } from '../../../src/core/rubric/document/parse';
import { presetNames, presets } from '../../../src/core/rubric/presets/presets';
import type { Criterion, Rubric } from '../../../src/core/rubric/schema/schema';
import type { Method } from '../../../src/core/rubric/schema/method';
import { pillarRubrics, priorities, risingCurve } from './rubric';

type Part = Pick<Criterion, 'signal' | 'curve' | 'absence'>;
const decimal = (min: number, max: number) =>
  fc.integer({ min: min * 100, max: max * 100 }).map((n) => n / 100);

const rising = (at: number): fc.Arbitrary<Part> =>
  fc.oneof(
    fc
      .record({
        min: fc.constantFrom(0, 1),
        size: fc.option(decimal(1, 500)),
        assumed: fc.boolean(),
        per: fc.constantFrom(1, 100),
        absence: fc.constantFrom('unknown' as const, 'zero' as const),
      })
      .map(({ min, size, assumed, per, absence }): Part => ({
        signal: { kind: 'number', fields: [`Number ${at}`] },
        absence: min > 0 ? 'unknown' : absence,
        curve: {
          kind: 'amount',
          min,
          positive: false,
          per,
          blank: [],
          direction: 'rising',
          ...(size === null ? {} : { max: min + size }),
          ...(assumed ? { assumed: (min + (size ?? 1) / 2) * per } : {}),
        },
      })),
    fc.constant<Part>({
      signal: { kind: 'option', fields: [`Option ${at}`] },
      absence: 'unknown',
      curve: {
        kind: 'amount',
        min: 0,
        positive: false,
        per: 1,
        blank: ['None'],
        direction: 'rising',
        names: { Highest: 3, High: 2, Medium: 1, Low: 0.5, Lowest: 0.25 },
      },
    }),
    fc.constantFrom('unknown' as const, 'zero' as const).map((absence): Part => ({
      signal: { kind: 'rating', min: 0, max: 10 },
      absence,
      curve: {
        kind: 'amount',
        min: 0,
        max: 10,
        positive: false,
        per: 1,
        blank: [],
        direction: 'rising',
      },
    })),
    risingCurve.map((curve): Part => ({
      signal: { kind: 'number', fields: [`Number ${at}`] },
      absence: 'unknown',
      curve,
    })),
    fc
      .tuple(
        fc.constantFrom('incidents' as const, 'demand' as const, 'blocks' as const),
        risingCurve,
      )
      .map(([kind, curve]): Part => ({ signal: { kind }, absence: 'zero', curve })),
  );

const falling = (at: number): fc.Arbitrary<Part> =>
  fc
    .record({ max: fc.option(decimal(1, 100)), assumed: fc.option(decimal(1, 100)) })
    .map(({ max, assumed }): Part => ({
      signal: { kind: 'number', fields: [`Number ${at}`] },
      absence: 'unknown',
      curve: {
        kind: 'amount',
        min: 0,
        positive: true,
        per: 1,
        blank: [],
        direction: 'falling',
        ...(max === null ? {} : { max }),
        ...(assumed === null ? {} : { assumed: Math.min(assumed, max ?? assumed) }),
      },
    }));

/** How one more input joins a formula that is never negative so far, so that it stays so and moves as its input declares. */
const joining = {
  rising: [
    '(L + F * x)',
    '(L * (x + F))',
    '(L * x)',
    'max(L, F * x)',
    'mean(L, x)',
    'min(L + F, x)',
    '(L + x ** 2)',
    '(L + sqrt(x))',
  ],
  falling: [
    '(L / x)',
    '(F * L / (x + 1))',
    'max(0, L - F * x)',
    '(L * x ** -0.5)',
    'clamp(L - x, 0, 50)',
    '(L / (x / F))',
    '(L / (F * x))',
    '(L / (x * x))',
    '(L / x ** 2)',
    '(L / (x * (x + F)))',
    '(L * (x * F) ** -1.5)',
    'max(0, L - ln(x / F))',
  ],
  around: ['L', 'ln(L + 1)', 'sqrt(L)', '(L ** 2)', 'log10(L + F)'],
} as const;

const scale = fc.oneof(
  decimal(1, 1000).map((full) => ({ kind: 'log' as const, full })),
  fc
    .tuple(decimal(0, 10), decimal(1, 5000))
    .map(([from, size]) => ({ kind: 'linear' as const, from, to: from + size })),
);

const formulaParts = fc.integer({ min: 1, max: 4 }).chain((count) =>
  fc.tuple(
    ...Array.from({ length: count }, (_, at) =>
      fc.boolean().chain((up) =>
        fc.record({
          part: up || at === 0 ? rising(at) : falling(at),
          form: fc.constantFrom(...(up || at === 0 ? joining.rising : joining.falling)),
          factor: decimal(1, 9),
        }),
      ),
    ),
  ),
);

/** A custom rubric over random criteria whose formula moves as each of them declares. */
const formulas: fc.Arbitrary<Rubric> = fc
  .record({
    base: pillarRubrics,
    parts: formulaParts,
    around: fc.constantFrom(...joining.around),
    scale,
  })
  .map(({ base, parts, around, scale }) => {
    const expression = parts.reduce(
      (left, { form, factor }, at) => (at === 0 ? 'a0' : fill(form, left, factor, `a${at}`)),
      '',
    );
    return withMethod(
      base,
      { kind: 'formula', measure: 'Ours', expression: fill(around, expression, 2, ''), scale },
      parts.map(({ part }) => part),
    );
  });

function fill(form: string, left: string, factor: number, input: string): string {
  return form
    .replaceAll('x', input === '' ? 'x' : '\u0000')
    .replaceAll('L', left)
    .replaceAll('F', String(factor))
    .replaceAll('ma\u0000', 'max')
    .replaceAll('\u0000', input);
}

const matrices: fc.Arbitrary<Rubric> = fc
  .record({
    base: pillarRubrics,
    width: fc.integer({ min: 1, max: 5 }),
    heights: fc.array(fc.nat(4), { minLength: 25, maxLength: 25 }),
  })
  .map(({ base, width, heights }) => {
    const places: number[][] = [];
    for (let row = 0; row < 5; row += 1) {
      places.push([]);
      for (let column = 0; column < width; column += 1) {
        places[row]?.push(
          Math.max(
            heights[row * 5 + column] ?? 0,
            places[row - 1]?.[column] ?? 0,
            places[row]?.[column - 1] ?? 0,
          ),
        );
      }
    }
    const results = [0, 1, 2, 3, 4].map((at) => ({ name: `Result ${at}`, points: at * 23 }));
    const cells = places.map((row) => row.map((place) => `Result ${place}`));
    const names = Object.fromEntries([...priorities].reverse().map((name, at) => [name, at + 1]));
    const curve = {
      kind: 'amount',
      min: 1,
      positive: false,
      per: 1,
      blank: ['None'],
      direction: 'rising',
    } as const;
    return withMethod(
      base,
      { kind: 'matrix', measure: 'Ours', rows: 'a0', columns: 'a1', results, cells },
      [
        {
          signal: { kind: 'option', fields: ['Option 0'] },
          absence: 'unknown',
          curve: { ...curve, max: 5, names },
        },
        {
          signal: { kind: 'number', fields: ['Number 1'] },
          absence: 'unknown',
          curve: { ...curve, max: width },
        },
      ],
    );
  })
  .filter(({ method }) => method.kind === 'matrix' && (method.cells[0]?.length ?? 0) > 1);

const ratingScale = fc.oneof(
  fc.constant({ from: 1, to: 5 }),
  fc
    .tuple(fc.integer({ min: -100, max: 100 }), decimal(1, 1000))
    .map(([from, size]) => ({ from, to: from + size })),
);
const weighted: fc.Arbitrary<Rubric> = fc
  .tuple(pillarRubrics, ratingScale)
  .map(([base, scale]) => ({ ...base, method: { kind: 'weighted', measure: 'Ours', scale } }));

/** As a document of a few lines says it: ids that the preset knows and others, on a scale of its own. */
const rated: fc.Arbitrary<Rubric> = fc
  .tuple(
    fc.uniqueArray(fc.constantFrom('value', 'reach', 'fit', 'ease', 'quality', 'speed'), {
      maxLength: 4,
    }),
    ratingScale,
  )
  .map(([ids, scale]) => {
    const parsed = parseRubric({
      preset: 'weighted',
      method: { scale },
      ...(ids.length === 0 ? {} : { criteria: ids.map((id) => ({ id })) }),
    });
    if (!parsed.ok)
      throw new Error(parsed.problems.map(({ path, problem }) => `${path}: ${problem}`).join('\n'));
    return parsed.rubric;
  });

/** Published methods as they are, with and without effort and urgency beside them. */
const published: fc.Arbitrary<Rubric> = fc
  .tuple(fc.constantFrom(...presetNames), fc.boolean(), pillarRubrics)
  .map(([name, beside, base]) =>
    beside
      ? {
          ...presets[name],
          urgency: {
            ...base.urgency,
            lambda: presets[name].criteria.some(({ id }) => id === 'urgency')
              ? 0
              : base.urgency.lambda,
          },
        }
      : presets[name],
  );

/** Arithmetic over amounts: a formula of one’s own, or a published one. */
export const arithmetic = fc.oneof(formulas, published);

export const methodRubrics = fc.oneof(formulas, matrices, weighted, rated, published);

function withMethod(base: Rubric, method: Method, parts: readonly Part[]): Rubric {
  return {
    ...base,
    method,
    pillars: [{ id: 'pillar-0', label: 'Pillar 0' }],
    criteria: parts.map((part, at): Criterion => ({
      id: `a${at}`,
      pillar: 'pillar-0',
      label: `Input ${at}`,
      weight: 1,
      ifSiteHas: false,
      ...part,
    })),
  };
}
