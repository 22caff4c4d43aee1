import fc from 'fast-check';
import { defaultRubric } from '../../../src/core/rubric/presets/default-rubric';
import type { Criterion, Rubric } from '../../../src/core/rubric/schema/schema';
import { compileCurve, type Curve } from '../../../src/core/curves/curve';

const points = fc.integer({ min: 0, max: 1000 }).map((n) => n / 10);
const share = fc.integer({ min: 0, max: 100 }).map((n) => n / 100);
const positive = fc.integer({ min: 1, max: 4000 }).map((n) => n / 100);

export const priorities = ['Highest', 'High', 'Medium', 'Low', 'Lowest'] as const;
export const workTypes = ['Bug', 'Story', 'Task', 'Epic'] as const;

const ascending = (length: number) =>
  fc
    .uniqueArray(fc.integer({ min: -50, max: 500 }), { minLength: length, maxLength: length })
    .map((xs) => xs.sort((a, b) => a - b));
const climb = (length: number) =>
  fc.array(points, { minLength: length, maxLength: length }).map((ys) => ys.sort((a, b) => a - b));

export const risingCurve: fc.Arbitrary<Curve> = fc.oneof(
  fc.integer({ min: 1, max: 5 }).chain((length) =>
    fc.tuple(ascending(length), climb(length + 1)).map(([xs, ys]): Curve => ({
      kind: 'steps',
      direction: 'rising',
      below: ys[0] ?? 0,
      steps: xs.map((from, at) => ({ from, points: ys[at + 1] ?? 0 })),
    })),
  ),
  fc.tuple(ascending(2), climb(2)).map(([xs, ys]): Curve => ({
    kind: 'linear',
    direction: 'rising',
    from: { x: xs[0] ?? 0, points: ys[0] ?? 0 },
    to: { x: xs[1] ?? 1, points: ys[1] ?? 0 },
  })),
  positive.map((half): Curve => ({ kind: 'saturating', half })),
  positive.map((full): Curve => ({ kind: 'log', full })),
);

export const dateRamp: fc.Arbitrary<Curve> = fc
  .tuple(fc.integer({ min: -10, max: 10 }), fc.integer({ min: 1, max: 90 }))
  .map(([full, length]) => ({ kind: 'dateRamp', full, none: full + length }));

const tableOver = (names: readonly string[]): fc.Arbitrary<Curve> =>
  fc.tuple(...names.map(() => points)).map((ys): Curve => ({
    kind: 'table',
    blank: ['None'],
    values: Object.fromEntries(names.map((name, at) => [name, ys.sort((a, b) => b - a)[at] ?? 0])),
  }));

type SignalAndCurve = Pick<Criterion, 'signal' | 'curve'>;
const signalAndCurve = (at: number): fc.Arbitrary<SignalAndCurve> =>
  fc.oneof(
    fc.record<SignalAndCurve>({
      signal: fc.constant({ kind: 'priority' }),
      curve: tableOver(priorities),
    }),
    fc.record<SignalAndCurve>({
      signal: fc.constant({ kind: 'workType' }),
      curve: tableOver(workTypes),
    }),
    fc.record<SignalAndCurve>({
      signal: fc.constant({ kind: 'number', fields: [`Number ${at}`] }),
      curve: risingCurve,
    }),
    fc.record<SignalAndCurve>({
      signal: fc.constant({ kind: 'option', fields: [`Option ${at}`] }),
      curve: tableOver(priorities),
    }),
    fc.record<SignalAndCurve>({
      signal: fc.constant({ kind: 'date', fields: [`Date ${at}`] }),
      curve: dateRamp,
    }),
    fc.record<SignalAndCurve>({
      signal: fc.constant({ kind: 'rating', min: 0, max: 10 }),
      curve: risingCurve,
    }),
    fc.record<SignalAndCurve>({
      signal: fc.constant({ kind: 'user', fields: [`User ${at}`] }),
      curve: tableOver(priorities),
    }),
    fc.record<SignalAndCurve>({
      signal: fc.constant({ kind: 'sprint' }),
      curve: tableOver(['active', 'future']),
    }),
    fc.record<SignalAndCurve>({
      signal: fc.constantFrom(
        { kind: 'count' as const, fields: [`List ${at}`] },
        { kind: 'filled' as const, fields: [`Text ${at}`] },
      ),
      curve: risingCurve,
    }),
    fc.record<SignalAndCurve>({ signal: fc.constant({ kind: 'sla' }), curve: dateRamp }),
    fc.record<SignalAndCurve>({
      signal: fc.constantFrom<Criterion['signal'][]>(
        { kind: 'comments' },
        { kind: 'reopened' },
        { kind: 'age' },
        { kind: 'timeInStatus' },
        { kind: 'quiet' },
      ),
      curve: risingCurve,
    }),
    fc.record<SignalAndCurve>({
      signal: fc.constantFrom<Criterion['signal'][]>(
        { kind: 'tickets' },
        { kind: 'duplicates' },
        { kind: 'blockedBy' },
        { kind: 'links', phrases: ['is caused by', 'is blocked by'] },
      ),
      curve: risingCurve,
    }),
    fc.record<SignalAndCurve>({
      signal: share.map((watcher) => ({ kind: 'interest' as const, watcher })),
      curve: risingCurve,
    }),
    fc.record<SignalAndCurve>({
      signal: fc.constantFrom(
        { kind: 'incidents' as const },
        { kind: 'demand' as const },
        { kind: 'blocks' as const },
      ),
      curve: risingCurve,
    }),
    fc.record<SignalAndCurve>({
      signal: fc
        .integer({ min: 1, max: 400 })
        .map((days) => ({ kind: 'recurrence' as const, days })),
      curve: risingCurve,
    }),
  );

const linked = new Set([
  'incidents',
  'demand',
  'blocks',
  'recurrence',
  'tickets',
  'duplicates',
  'blockedBy',
  'links',
]);

const criterion = (at: number, pillars: number): fc.Arbitrary<Criterion> =>
  fc
    .record({
      pillar: fc.integer({ min: 0, max: pillars - 1 }),
      weight: fc.integer({ min: 1, max: 1_000_000 }).map((n) => n / 1000),
      absence: fc.constantFrom('unknown' as const, 'zero' as const),
      ifSiteHas: fc.boolean(),
      assumed: fc.option(share, { nil: undefined }),
      fades: fc.boolean(),
      both: signalAndCurve(at),
    })
    .map(({ pillar, weight, absence, ifSiteHas, assumed, fades, both }): Criterion => ({
      id: `criterion-${at}`,
      label: `Criterion ${at}`,
      pillar: `pillar-${at < pillars ? at : pillar}`,
      weight,
      ifSiteHas,
      ...both,
      ...(assumed === undefined ? {} : { assumed: between(both.curve, assumed) }),
      ...(fades ? { fades } : {}),
      absence: linked.has(both.signal.kind) ? 'zero' : absence,
    }));

/** Points that the curve can give, in tenths. */
function between(curve: Criterion['curve'], share: number): number {
  const { low, high } = compileCurve(curve);
  return Math.round(low + (high - low) * share) / 10;
}

type Condition = Rubric['lanes'][number]['any'][number];

/** Conditions that look at more than the default's own do. */
const conditions: fc.Arbitrary<Condition> = fc.oneof(
  fc
    .record({
      in: fc.subarray(['summary' as const, 'labels' as const, 'components' as const], {
        minLength: 1,
      }),
      any: fc.uniqueArray(fc.constantFrom('upgrade', 'CI', 'tech debt', 'Größe', '障害'), {
        minLength: 1,
      }),
      workTypes: fc.option(fc.subarray([...workTypes]), { nil: undefined }),
    })
    .map(({ workTypes: names, ...rest }): Condition => ({
      kind: 'words',
      ...rest,
      ...(names === undefined ? {} : { workTypes: names }),
    })),
  fc
    .record({
      names: fc.subarray([...priorities], { minLength: 1 }),
      days: fc.integer({ min: 0, max: 366 }),
      workTypes: fc.option(fc.subarray([...workTypes]), { nil: undefined }),
    })
    .map(({ workTypes: names, ...rest }): Condition => ({
      kind: 'freshPriority',
      ...rest,
      ...(names === undefined ? {} : { workTypes: names }),
    })),
);

const ruledLanes = fc.constantFrom('hot fix', 'stability', 'strategic bet', 'unsorted');

const falling = (max: number) =>
  fc.array(fc.integer({ min: 0, max: max * 100 }), { minLength: 5, maxLength: 5 }).map((all) => {
    const [a = 0, b = 0, c = 0, d = 0, e = 0] = all.sort((x, y) => y - x).map((n) => n / 100);
    return { 1: a, 2: b, 3: c, 4: d, 5: e };
  });

/** Any rubric of the default's method that passes its checks. */
export const pillarRubrics: fc.Arbitrary<Rubric> = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 6 }))
  .chain(([pillars, more]) =>
    fc
      .record({
        criteria: fc.tuple(
          ...Array.from({ length: pillars + more }, (_, at) => criterion(at, pillars)),
        ),
        efforts: fc.tuple(positive, positive, positive).map((all) => all.sort((a, b) => a - b)),
        k: fc.oneof(fc.constant(0), share),
        byTime: fc.boolean(),
        lambda: share,
        due: fc.record({
          full: fc.integer({ min: -5, max: 5 }),
          length: fc.integer({ min: 1, max: 60 }),
          top: share,
          passedHalfLifeDays: fc.option(fc.integer({ min: 1, max: 400 })),
        }),
        ageing: fc.record({ halfLifeDays: fc.integer({ min: 7, max: 700 }), least: share }),
        severity: falling(1),
        slaBreached: share,
        weights: falling(10),
        halfLifeDays: fc.integer({ min: 1, max: 700 }),
        rules: fc.array(
          fc.record({
            lane: ruledLanes,
            any: fc.array(conditions, { minLength: 1, maxLength: 3 }),
          }),
          { maxLength: 2 },
        ),
        strength: fc.record({ support: positive.map((n) => n / 4), report: share, usage: share }),
      })
      .map((made): Rubric => {
        const [min, middle, max] = made.efforts;
        return {
          ...defaultRubric,
          pillars: Array.from({ length: pillars }, (_, at) => ({
            id: `pillar-${at}`,
            label: `Pillar ${at}`,
          })),
          criteria: made.criteria,
          ageing: made.ageing,
          effort: {
            ...defaultRubric.effort,
            sources: [
              ...(made.byTime
                ? [{ fields: ['Time left'], perUnit: 0.5, in: 'workingDays' as const }]
                : []),
              ...defaultRubric.effort.sources,
            ],
            e0: middle,
            default: middle,
            min,
            max,
            k: made.k,
          },
          urgency: {
            lambda: made.lambda,
            severity: made.severity,
            slaBreached: made.slaBreached,
            due: {
              full: made.due.full,
              none: made.due.full + made.due.length,
              top: made.due.top,
              passedHalfLifeDays: made.due.passedHalfLifeDays,
            },
          },
          evidence: {
            ...defaultRubric.evidence,
            strength: made.strength,
            halfLifeDays: made.halfLifeDays,
            incidents: { ...defaultRubric.evidence.incidents, weights: made.weights },
          },
          lanes: [
            ...made.rules,
            ...defaultRubric.lanes.map((rule) => ({
              ...rule,
              any: rule.any.map((one) =>
                one.kind === 'strongestPillar' ? { ...one, pillar: 'pillar-0' } : one,
              ),
            })),
          ],
        };
      }),
  );
