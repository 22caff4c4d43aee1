import { sameName } from '../../text/same-name';
import type { DraftCriterion, DraftRubric } from '../schema/draft';
import type { RubricProblem } from '../schema/problem';

const named = new Set(['priority', 'workType', 'option', 'user', 'sprint']);
export const daysUntil = new Set(['date', 'sla']);
const links = ['incidents', 'recurrence', 'demand', 'tickets', 'duplicates', 'blocks'];
const linked = new Set([...links, 'blockedBy', 'links']);
/** Of these, more always speaks for the issue: a curve must not reward less. */
export const counted = new Set(['interest', ...links]);

function curveFitsSignal(path: string, criterion: DraftCriterion): RubricProblem[] {
  const signal = criterion.signal?.kind;
  const curve = criterion.curve?.kind;
  if (signal === undefined || curve === undefined) return [];
  if (curve === 'amount') return amountFitsSignal(path, criterion);
  if (named.has(signal) !== (curve === 'table')) {
    const advice = named.has(signal) ? 'use a table' : 'use steps, linear, saturating or log';
    return [
      {
        path: `${path}.curve`,
        problem: `a ${curve} curve cannot read the signal ${signal}`,
        advice,
      },
    ];
  }
  if (curve === 'dateRamp' && !daysUntil.has(signal)) {
    return [
      {
        path: `${path}.curve`,
        problem: `a dateRamp reads days until a date, not ${signal}`,
        advice: 'use steps, linear, saturating or log',
      },
    ];
  }
  return [];
}

function amountFitsSignal(path: string, { signal, curve }: DraftCriterion): RubricProblem[] {
  if (!named.has(signal?.kind ?? '') || curve?.names !== undefined) return [];
  return [
    {
      path: `${path}.curve`,
      problem: `the signal ${signal?.kind} gives names, which are no amounts`,
      advice: 'give each name its amount under `names`',
    },
  ];
}

function countsNeverLower(path: string, { signal, curve }: DraftCriterion): RubricProblem[] {
  if (
    !counted.has(signal?.kind ?? '') ||
    curve?.direction === undefined ||
    curve.direction === 'rising'
  )
    return [];
  return [
    {
      path: `${path}.curve.direction`,
      problem: `more ${signal?.kind} would lower the score`,
      advice: 'use a rising curve',
    },
  ];
}

/** Were it unknown that nothing is linked, the first piece of evidence could lower a score. */
function nothingLinkedIsZero(path: string, { signal, absence }: DraftCriterion): RubricProblem[] {
  if (!linked.has(signal?.kind ?? '') || absence !== 'unknown') return [];
  return [
    {
      path: `${path}.absence`,
      problem: `that nothing is linked is a fact, so ${signal?.kind} cannot be unknown`,
      advice: 'use "zero"',
    },
  ];
}

function stepsClimb(path: string, { curve }: DraftCriterion): RubricProblem[] {
  if (curve?.kind !== 'steps') return [];
  const points = [curve.below ?? 0, ...curve.steps.map((step) => step?.points)];
  return curve.steps.flatMap((step, at) => {
    const before = at === 0 ? undefined : curve.steps[at - 1]?.from;
    const where = `${path}.curve.steps.${at}`;
    const problems: RubricProblem[] = [];
    if (step?.from !== undefined && before !== undefined && step.from <= before) {
      problems.push({
        path: `${where}.from`,
        problem: `${step.from} does not come after ${before}`,
        advice: 'list the steps from low to high',
      });
    }
    if (breaks(curve.direction ?? 'rising', points[at], points[at + 1])) {
      problems.push({
        path: `${where}.points`,
        problem: `the curve is declared ${curve.direction ?? 'rising'} and is not`,
        advice: 'change the points or the direction',
      });
    }
    return problems;
  });
}

function rampsRun(path: string, { curve }: DraftCriterion): RubricProblem[] {
  if (
    curve?.kind === 'dateRamp' &&
    curve.full !== undefined &&
    curve.none !== undefined &&
    curve.full >= curve.none
  ) {
    return [
      {
        path: `${path}.curve`,
        problem: 'the ramp would be complete before it starts',
        advice: 'let `none` be more days than `full`',
      },
    ];
  }
  if (curve?.kind !== 'linear') return [];
  const problems: RubricProblem[] = [];
  if (curve.from?.x !== undefined && curve.to?.x !== undefined && curve.from.x >= curve.to.x) {
    problems.push({
      path: `${path}.curve.to.x`,
      problem: `${curve.to.x} does not come after ${curve.from.x}`,
      advice: 'let `to.x` be the larger',
    });
  }
  if (breaks(curve.direction ?? 'rising', curve.from?.points, curve.to?.points)) {
    problems.push({
      path: `${path}.curve.to.points`,
      problem: `the curve is declared ${curve.direction ?? 'rising'} and is not`,
      advice: 'change the points or the direction',
    });
  }
  return problems;
}

function tablesNameEachOnce(path: string, { curve }: DraftCriterion): RubricProblem[] {
  if (curve?.kind !== 'table') return [];
  const names = [
    ...Object.keys(curve.values ?? {}),
    ...curve.blank.filter((name) => typeof name === 'string'),
  ];
  const problems: RubricProblem[] = [];
  if (Object.keys(curve.values ?? {}).length === 0) {
    problems.push({
      path: `${path}.curve.values`,
      problem: 'the table is empty',
      advice: 'give points to at least one name',
    });
  }
  const seen = new Map<string, string>();
  for (const name of names) {
    const same = seen.get(sameName(name));
    if (same !== undefined)
      problems.push({
        path: `${path}.curve.values.${name}`,
        problem: `"${name}" and "${same}" are the same name`,
        advice: 'keep one of them',
      });
    seen.set(sameName(name), name);
  }
  return problems;
}

const rules = [
  curveFitsSignal,
  countsNeverLower,
  nothingLinkedIsZero,
  stepsClimb,
  rampsRun,
  tablesNameEachOnce,
];

export const curveRules = rules.map(
  (rule) =>
    (draft: DraftRubric): readonly RubricProblem[] =>
      draft.criteria.flatMap((criterion, at) =>
        criterion === undefined ? [] : rule(`criteria.${at}`, criterion),
      ),
);

function breaks(direction: string, before: number | undefined, after: number | undefined): boolean {
  if (before === undefined || after === undefined) return false;
  return (direction === 'rising' && after < before) || (direction === 'falling' && after > before);
}
