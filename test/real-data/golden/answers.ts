import { runSignals } from '../../../dev/pilot/signals/run-signals';
import { compileCurve } from '../../../src/core/curves/curve';
import { inheritedFrom } from '../../../src/core/blockers/inherited-score';
import { presets } from '../../../src/core/rubric/presets/presets';
import { cardOf, formulaOf, rawOf, rubricOf, weightedOf } from './custom';

/** What Ballast says to a published example. Numbers and names; `rejected` where it must refuse. */
export type Answer = number | string | readonly number[];
type Input = never;
type Answers = Readonly<Record<string, (input: Input, id: string) => Answer | Promise<Answer>>>;

interface Outcome {
  readonly raw: number | string | null;
  readonly score: number;
}

/** As a person asks on the command line. */
async function pilot(
  preset: string,
  signals: Readonly<Record<string, unknown>>,
  ...more: readonly string[]
): Promise<Outcome> {
  return JSON.parse(
    await runSignals(['--signals', JSON.stringify(signals), '--preset', preset, '--json', ...more]),
  ) as Outcome;
}
const raw = async (...asked: Parameters<typeof pilot>): Promise<number | string> =>
  (await pilot(...asked)).raw ?? 'no raw number';

/** Obsidian's and Taskwarrior's ramp: 0.2 until 14 days before the date, 1 from 7 days after it. */
const dueRamp = (coefficient: number) =>
  formulaOf(`${coefficient} * clamp((overdue + 14) * 0.8 / 21 + 0.2, 0.2, 1)`, [
    { id: 'overdue', curve: { kind: 'amount', min: -3650 } },
  ]);
const countTerms = (terms: readonly number[]) => ({
  kind: 'steps',
  below: (terms[0] ?? 0) * 100,
  steps: terms.slice(1).map((term, at) => ({ from: at + 1, points: term * 100 })),
});
const priorities = { Highest: 9, High: 6, Medium: 3.9, None: 1.95, Low: 0, Lowest: -1.8 };
const priority = {
  id: 'priority',
  signal: { kind: 'priority' },
  curve: { kind: 'amount', min: -2, names: priorities },
};
const fromDay = (id: string) => ({
  id,
  signal: { kind: 'date', fields: [id] },
  curve: { kind: 'steps', direction: 'falling', below: 100, steps: [{ from: 1, points: 0 }] },
});
const links = formulaOf('8 * min(1, blocks) - 5 * min(1, blockedBy)', [
  { id: 'blocks', signal: { kind: 'blocks' }, absence: 'zero', curve: { kind: 'amount' } },
  {
    id: 'blockedBy',
    signal: { kind: 'blockedBy' },
    absence: 'zero',
    curve: { kind: 'amount', direction: 'falling' },
  },
]);
const buckets = rubricOf({ preset: 'ice', bands: { immediate: 40, soon: 25, canWait: 15 } });
const bucketNames: Readonly<Record<string, string>> = {
  'consider declining': 'mitigate',
  'can wait': 'promising',
};

export const answers: Answers = {
  RICE: ({ R, I, C, E }: Record<'R' | 'I' | 'C' | 'E', number>) =>
    raw('rice', { reach: R, impact: I, confidence: C, effort: E }),
  WSJF: ({ CoD, JS }: Record<'CoD' | 'JS', number>) =>
    raw('wsjf', { businessValue: CoD, timeCriticality: 0, riskReduction: 0, jobSize: JS }),
  ICE: ({ I, C, E }: Record<'I' | 'C' | 'E', number>) =>
    raw('ice', { impact: I, confidence: C, ease: E }),
  'user-pain': (input: Record<string, number>) => raw('user-pain', input),
  'impact-urgency': (input: Record<string, string>) => raw('impact-urgency', input),
  'ICE-bucket': (product: number) =>
    bucketNames[cardOf(buckets, { impact: 10, confidence: 10, ease: product / 100 }).band ?? ''] ??
    'another',
  weighted: ({ w, v }: Record<'w' | 'v', readonly number[]>) =>
    rawOf(
      weightedOf(w, { from: 0, to: 10 }),
      Object.fromEntries(v.map((one, at) => [`c${at}`, one])),
    ),
  'weighted-term': ({ v, w }: Record<'w' | 'v', number>) =>
    cardOf(weightedOf([w, 1 - w], { from: 0, to: 100 }), { c0: v, c1: 0 }).lines[0]?.contribution ??
    'no line',
  'weighted-normalised': ({
    validW,
    scale,
    v,
    min,
    max,
    sel,
    all,
  }: {
    validW: readonly number[];
    scale: number;
    v?: number;
    min?: number;
    max?: number;
    sel?: readonly number[];
    all?: readonly number[];
  }) => {
    const sum = (list: readonly number[] = []): number =>
      list.reduce((total, one) => total + one, 0);
    const [value, ends] =
      v === undefined
        ? [sum(sel), { min: 0, max: sum(all) }]
        : [v, { min: min ?? 0, max: max ?? 0 }];
    // One more criterion stays blank: what is missing leaves the denominator.
    const rubric = weightedOf([...validW, 10], { from: 0, to: scale }, [ends]);
    return rawOf(
      rubric,
      Object.fromEntries(validW.map((_, at) => [`c${at}`, at === 0 ? value : 0])),
    );
  },
  CD3: async (
    input:
      | Record<'cod' | 'dur', number>
      | { A: readonly [number, number]; B: readonly [number, number]; horizon: number },
  ) => {
    if ('cod' in input) return raw('cd3', { costOfDelay: input.cod, duration: input.dur });
    const ask = ([costOfDelay, duration]: readonly [number, number]) =>
      pilot('cd3', { costOfDelay, duration });
    const [a, b] = [await ask(input.A), await ask(input.B)];
    const costOf = (first: readonly [number, number], second: readonly [number, number]): number =>
      first[0] * first[1] + second[0] * (first[1] + second[1]);
    return `${b.score > a.score ? 'B before A' : 'A before B'}: ${costOf(input.A, input.B) - costOf(input.B, input.A)} units better over ${input.horizon} weeks`;
  },
  'dependency-invariant': ({ A_blocks }: { A_blocks: readonly number[] }) => {
    const waiting = new Map(
      A_blocks.map((own, at) => [`X-${at}`, { own, low: own, high: own, blocks: [], open: true }]),
    );
    const a = { own: 0, low: 0, high: 0, blocks: [...waiting.keys()], open: true };
    return `A >= ${inheritedFrom('A', (key) => (key === 'A' ? a : waiting.get(key)))?.score ?? 'nothing'}`;
  },
  'error-budget': ({
    slo,
    requests,
    window_days: days,
  }: {
    slo: number;
    requests?: number;
    window_days?: number;
  }) => {
    const budget = formulaOf('(1 - slo) * total', [
      { id: 'slo', curve: { kind: 'amount', max: 1, direction: 'falling' } },
      { id: 'total' },
    ]);
    return days === undefined
      ? rawOf(budget, { slo, total: requests ?? 0 })
      : `${rawOf(budget, { slo, total: days * 24 * 60 })} min`;
  },
  normalise: (values: readonly number[]) => {
    const curve = compileCurve({
      kind: 'linear',
      direction: 'rising',
      from: { x: values.some((value) => value < 0) ? Math.min(...values) : 0, points: 0 },
      to: { x: Math.max(...values), points: 100 },
    });
    return values.map((value) => Math.round((curve.at(value) ?? Number.NaN) / 10));
  },
  'team-weighted': ({ w, scores }: { w: number; scores: readonly number[] }) => {
    const rubric = {
      ...formulaOf(`${w} * effort`, [
        {
          id: 'effort',
          signal: { kind: 'rating', min: 0, max: 3 },
          curve: { kind: 'amount', direction: 'falling' },
        },
      ]),
      votes: { ...presets.cd3.votes, combine: 'mean' as const },
    };
    return rawOf(
      rubric,
      {},
      {
        votes: {
          effort: scores.map((value, at) => ({ by: `person ${at}`, value, at: '2026-11-19' })),
        },
      },
    );
  },
  'urgency-due-ramp': ({ days_overdue: overdue, coef }: Record<'days_overdue' | 'coef', number>) =>
    rawOf(dueRamp(coef), { overdue }),
  'urgency-count-saturation': ({
    count,
    coef,
    terms,
  }: {
    count: number;
    coef: number;
    terms: readonly number[];
  }) =>
    rawOf(
      formulaOf(`${coef} * tags / 100`, [
        { id: 'tags', signal: { kind: 'count', fields: ['labels'] }, curve: countTerms(terms) },
      ]),
      { tags: count },
    ),
  'urgency-polynomial': () =>
    rawOf(
      formulaOf('10 * tags / 100 + 10 * next', [
        { id: 'tags', curve: countTerms([0, 0.8, 0.9, 1]) },
        { id: 'next' },
      ]),
      { tags: 1, next: 1 },
    ),
  urgency: (_: never, id) =>
    id === 'ot-ex2'
      ? rawOf(formulaOf('priority + 5 * scheduled / 100', [priority, fromDay('scheduled')]), {
          priority: 'High',
          scheduled: '2026-11-19',
        })
      : rawOf(formulaOf('priority + 3 * started / 100 - 3', [priority, fromDay('started')]), {
          priority: 'High',
          started: '2026-11-21',
        }),
  'urgency-dependency': (_: never, id) => {
    if (id === 'tw-block') {
      const [one, two] = [
        rawOf(links, {}, { blocks: ['PRO-2'] }),
        rawOf(links, {}, { blockedBy: ['PRO-1'] }),
      ];
      return `one=${one}, two=${two}; after one done: ${rawOf(links, {})}`;
    }
    const own = [3, 5, 9];
    const nodes = new Map(
      own.map((score, at) => [
        `${at + 1}`,
        { own: score, low: score, high: score, blocks: at < 2 ? [`${at + 2}`] : [], open: true },
      ]),
    );
    const [u1 = 0, u2 = 0, u3 = 0] = own.map((score, at) =>
      Math.max(score, inheritedFrom(`${at + 1}`, (key) => nodes.get(key))?.score ?? 0),
    );
    return `${u1 >= u2 ? 'u1>=u2' : ''}${u2 >= u3 ? '>=u3' : ''} and ${u3 >= Math.max(...own) ? 'u3>=old max' : ''}`;
  },
  trap: async (_: never, id) => {
    switch (id) {
      case 'trap-beginpm':
        return raw('rice', { reach: 10_000, impact: 1, confidence: 0.8, effort: 3 });
      case 'trap-tpm-rice':
        return raw('rice', { reach: 70, impact: 3, confidence: 0.5, effort: 4 });
      case 'trap-tpm-wsjf2':
        return raw('wsjf', { businessValue: 1, timeCriticality: 8, riskReduction: 10, jobSize: 8 });
      default:
        return pilot('rice', { relativeComplexity: 3, investment: 4, customer: 8, effort: 2 }).then(
          () => 'accepted',
          () => 'reject',
        );
    }
  },
};
