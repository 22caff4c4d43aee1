import type { DraftRubric } from './draft';
import { formulaRules } from './formula-rules';
import { matrixRules } from './matrix-rules';
import type { RubricProblem } from './problem';

type MethodRule = (draft: DraftRubric) => readonly RubricProblem[];

/** Lines of the rationale that have these ids in every rubric. */
const taken = new Set(['start', 'inherited', 'override', 'others']);

const idsAreNoLines: MethodRule = ({ criteria, effort, urgency }) =>
  criteria.flatMap((criterion, at) => {
    const id = criterion?.id ?? '';
    const besideMethod = (id === 'effort' && effort?.k !== 0) || (id === 'urgency' && urgency?.lambda !== 0);
    if (!taken.has(id) && !besideMethod) return [];
    const off = id === 'effort' ? 'effort.k = 0' : 'urgency.lambda = 0';
    const advice = besideMethod ? `choose another id, or switch off ${id} beside the method: ${off}` : 'choose another id';
    return [{ path: `criteria.${at}.id`, problem: `"${id}" is already the name of a line of the rationale`, advice }];
  });

/** Points can be weighed; an amount has no end, and only arithmetic can read it. */
const amountsNeedArithmetic: MethodRule = ({ method, criteria }) =>
  method?.kind !== 'pillars' && method?.kind !== 'weighted'
    ? []
    : criteria.flatMap((criterion, at) =>
        criterion?.curve?.kind === 'amount'
          ? [{ path: `criteria.${at}.curve`, problem: `an amount cannot be weighed by the method ${method.kind}`, advice: 'use a curve that gives 0–100 points, or the method formula' }]
          : [],
      );

const amountsHaveRoom: MethodRule = ({ criteria }) =>
  criteria.flatMap((criterion, at) => {
    const { kind, min = 0, max, positive, per = 1, assumed } = criterion?.curve ?? {};
    if (kind !== 'amount') return [];
    if (max !== undefined && (max <= min || (positive === true && max <= 0))) {
      return [{ path: `criteria.${at}.curve.max`, problem: `${max} leaves no amount from ${min} up`, advice: 'raise max or lower min' }];
    }
    if (criterion?.absence === 'zero' && (min > 0 || positive === true)) {
      return [{ path: `criteria.${at}.absence`, problem: 'a blank would be zero, which is less than this amount may be', advice: 'use "unknown"' }];
    }
    const mayBe = (amount: number | undefined): boolean => amount === undefined || (amount >= min && amount <= (max ?? Infinity) && (positive !== true || amount > 0));
    if (assumed !== undefined && !mayBe(assumed / per)) {
      return [{ path: `criteria.${at}.curve.assumed`, problem: `${assumed} is outside what the amount may be`, advice: 'change it, or min and max' }];
    }
    return Object.entries(criterion?.curve?.names ?? {}).flatMap(([name, amount]) =>
      mayBe(amount)
        ? []
        : [{ path: `criteria.${at}.curve.names.${name}`, problem: `${amount} is outside what the amount may be`, advice: 'change it, or min and max' }],
    );
  });

const scaleRuns: MethodRule = ({ method }) => {
  const { from, to } = method?.scale ?? {};
  if (from === undefined || to === undefined || from < to) return [];
  return [{ path: 'method.scale', problem: `the scale would end before it starts: ${to} is not more than ${from}`, advice: 'let `to` be the larger: more is better' }];
};

export const methodRules: readonly MethodRule[] = [idsAreNoLines, amountsNeedArithmetic, amountsHaveRoom, scaleRuns, ...formulaRules, ...matrixRules];
