import { amountRules } from './amount-rules';
import type { DraftRubric } from '../schema/draft';
import { formulaRules } from './formula-rules';
import { matrixRules } from './matrix-rules';
import type { RubricProblem } from '../schema/problem';

type MethodRule = (draft: DraftRubric) => readonly RubricProblem[];

/** Lines of the rationale that have these ids in every rubric. */
const taken = new Set(['start', 'inherited', 'override', 'others']);

const idsAreNoLines: MethodRule = ({ criteria, effort, urgency }) =>
  criteria.flatMap((criterion, at) => {
    const id = criterion?.id ?? '';
    const besideMethod =
      (id === 'effort' && effort?.k !== 0) || (id === 'urgency' && urgency?.lambda !== 0);
    if (!taken.has(id) && !besideMethod) return [];
    const off = id === 'effort' ? 'effort.k = 0' : 'urgency.lambda = 0';
    const advice = besideMethod
      ? `choose another id, or switch off ${id} beside the method: ${off}`
      : 'choose another id';
    return [
      {
        path: `criteria.${at}.id`,
        problem: `"${id}" is already the name of a line of the rationale`,
        advice,
      },
    ];
  });

/** Points can be weighed; an amount has no end, and only arithmetic can read it. */
const amountsNeedArithmetic: MethodRule = ({ method, criteria }) =>
  method?.kind !== 'pillars' && method?.kind !== 'weighted'
    ? []
    : criteria.flatMap((criterion, at) =>
        criterion?.curve?.kind === 'amount'
          ? [
              {
                path: `criteria.${at}.curve`,
                problem: `an amount cannot be weighed by the method ${method.kind}`,
                advice: 'use a curve that gives 0–100 points, or the method formula',
              },
            ]
          : [],
      );

const scaleRuns: MethodRule = ({ method }) => {
  const { from, to } = method?.scale ?? {};
  if (from === undefined || to === undefined || from < to) return [];
  return [
    {
      path: 'method.scale',
      problem: `the scale would end before it starts: ${to} is not more than ${from}`,
      advice: 'let `to` be the larger: more is better',
    },
  ];
};

export const methodRules: readonly MethodRule[] = [
  idsAreNoLines,
  amountsNeedArithmetic,
  ...amountRules,
  scaleRuns,
  ...formulaRules,
  ...matrixRules,
];
