import { amountRange } from '../../curves/amount';
import { courseOf } from '../../formula/course';
import { mentions, type Expression } from '../../formula/expression';
import type { Interval } from '../../formula/interval';
import { overflows } from '../../formula/overflow';
import { pitfallsOf } from '../../formula/pitfalls';
import { readExpression } from '../../formula/read-expression';
import { counted, daysUntil } from './curve-rules';
import type { DraftCriterion, DraftRubric } from '../schema/draft';
import { movesAgainst } from './formula-trial';
import type { RubricProblem } from '../schema/problem';

/** The rationale tries every combination of a formula's inputs. */
const mostInputs = 10;

const tooGreat = {
  problem: 'it can come to more than any number',
  advice: 'give its criteria a `max`, or use lower powers',
};

interface ReadFormula {
  readonly draft: DraftRubric;
  readonly names: readonly string[];
  readonly expression: Expression;
  readonly ranges: readonly Interval[];
  /** Whether every part of it could be read. */
  readonly whole: boolean;
}

/** What a formula uses and how it moves is told only once all of it can be read: a misspelt name may be the one that is missing. */
function ofFormula(
  rule: (formula: ReadFormula) => readonly RubricProblem[],
): (draft: DraftRubric) => readonly RubricProblem[] {
  return (draft) => {
    const formula = readFormula(draft);
    return formula === null || !formula.whole ? [] : rule(formula);
  };
}

function readFormula(draft: DraftRubric): ReadFormula | null {
  if (draft.method?.kind !== 'formula' || draft.method.expression === undefined) return null;
  const names = draft.criteria.map((criterion) => criterion?.id ?? '');
  const read = readExpression(draft.method.expression, names);
  return read.expression === null
    ? null
    : {
        draft,
        names,
        expression: read.expression,
        ranges: draft.criteria.map(rangeOf),
        whole: read.ok,
      };
}

function rangeOf(criterion: DraftCriterion | undefined): Interval {
  const { kind, min = 0, max, positive = false } = criterion?.curve ?? {};
  return kind === 'amount' ? amountRange({ min, max, positive }) : { low: 0, high: 100 };
}

function formulaIsRead({ method, criteria }: DraftRubric): readonly RubricProblem[] {
  if (method?.kind !== 'formula' || method.expression === undefined) return [];
  const read = readExpression(
    method.expression,
    criteria.map((criterion) => criterion?.id ?? ''),
  );
  return read.ok ? [] : read.problems.map((problem) => ({ path: 'method.expression', ...problem }));
}

/** `work-type` in a formula is work less type. */
const idsCanBeNamed = ({ method, criteria }: DraftRubric): readonly RubricProblem[] =>
  method?.kind !== 'formula'
    ? []
    : criteria.flatMap((criterion, at) =>
        criterion?.id?.includes('-') === true
          ? [
              {
                path: `criteria.${at}.id`,
                problem: `a formula cannot name "${criterion.id}": it reads the dash as a minus`,
                advice: `call it ${criterion.id.replaceAll('-', '_')}`,
              },
            ]
          : [],
      );

const formulaAlwaysHasAValue = (draft: DraftRubric): readonly RubricProblem[] => {
  const formula = readFormula(draft);
  if (formula === null) return [];
  const { expression, ranges, whole } = formula;
  const pitfalls = pitfallsOf(expression, ranges);
  const endless = whole && pitfalls.length === 0 && overflows(expression, ranges) ? [tooGreat] : [];
  return [...pitfalls, ...endless].map((pitfall) => ({ path: 'method.expression', ...pitfall }));
};

const formulaUsesEveryCriterion = ofFormula(({ names, expression, ranges }) =>
  names.flatMap((name, at) => {
    const path = `criteria.${at}.id`;
    if (!mentions(expression, at))
      return [
        {
          path,
          problem: `the formula does not use "${name}"`,
          advice: 'use it, or remove the criterion',
        },
      ];
    if (courseOf(expression, at, ranges) !== 'level') return [];
    return [
      {
        path,
        problem: `"${name}" changes nothing in the formula`,
        advice: 'let it count, or remove the criterion',
      },
    ];
  }),
);

const formulaIsShort = ({ method, criteria }: DraftRubric): readonly RubricProblem[] =>
  method?.kind !== 'formula' || criteria.length <= mostInputs
    ? []
    : [
        {
          path: 'method.expression',
          problem: `a formula takes at most ${mostInputs} criteria`,
          advice: 'use the method weighted for longer lists',
        },
      ];

/** What a criterion declares, and what evidence must always do, is held against the formula itself. */
const formulaMovesAsDeclared = ofFormula(({ draft, names, expression, ranges }) =>
  draft.criteria.flatMap((criterion, at) => {
    const declared = declaredCourse(criterion);
    if (declared === 'free') return [];
    const course = courseOf(expression, at, ranges);
    if (course === 'level' || course === declared) return [];
    const name = names[at] ?? '';
    const [does, other] =
      declared === 'rising' ? (['lower', 'falling'] as const) : (['raise', 'rising'] as const);
    const isEvidence = counted.has(criterion?.signal?.kind ?? '');
    if (course === 'mixed' && !movesAgainst(declared, expression, at, ranges)) {
      const once = `let it stand in the formula once (1 - 1 / (x + 1) is x / (x + 1))`;
      return [
        {
          path: 'method.expression',
          problem: `it cannot be shown that more ${name} never ${does}s the score`,
          advice: isEvidence ? once : `${once}, or declare its curve "free"`,
        },
      ];
    }
    const problem = `more ${name} could ${does} the score`;
    const advice = isEvidence
      ? 'evidence must never lower a score: change the formula'
      : `change the formula, or declare its curve ${course === 'mixed' ? '"free"' : `"${other}"`}`;
    return [{ path: 'method.expression', problem, advice }];
  }),
);

function declaredCourse(criterion: DraftCriterion | undefined): 'rising' | 'falling' | 'free' {
  const signal = criterion?.signal?.kind ?? '';
  const isAmount = criterion?.curve?.kind === 'amount';
  if (daysUntil.has(signal)) return isAmount ? 'falling' : 'rising';
  if (counted.has(signal)) return 'rising';
  if (!isAmount) return 'free';
  const { direction = 'rising' } = criterion.curve ?? {};
  return direction === 'falling' || direction === 'free' ? direction : 'rising';
}

/** A site without the field would leave the formula without a value on every issue. */
function everyInputIsAskedFor({ method, criteria }: DraftRubric): readonly RubricProblem[] {
  if (method?.kind !== 'formula' && method?.kind !== 'matrix') return [];
  return criteria.flatMap((criterion, at) =>
    criterion?.ifSiteHas === true
      ? [
          {
            path: `criteria.${at}.ifSiteHas`,
            problem: 'a formula cannot leave a criterion out',
            advice: 'remove ifSiteHas',
          },
        ]
      : [],
  );
}

export const formulaRules = [
  formulaIsRead,
  idsCanBeNamed,
  formulaAlwaysHasAValue,
  formulaUsesEveryCriterion,
  formulaIsShort,
  formulaMovesAsDeclared,
  everyInputIsAskedFor,
];
