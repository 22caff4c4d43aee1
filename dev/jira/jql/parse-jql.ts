import {
  JastBuilder,
  type Clause as JastClause,
  type Operand as JastOperand,
  type Query as JastQuery,
} from '@atlaskit/jql-ast';
import { JqlProblem, unmodelledJql } from './jql-problem';

export type Clause =
  | { readonly kind: 'and' | 'or'; readonly clauses: readonly Clause[] }
  | { readonly kind: 'not'; readonly clause: Clause }
  | {
      readonly kind: 'terminal';
      readonly field: string;
      readonly operator: Operator;
      readonly operand: Operand;
    };

export type Operand =
  | { readonly kind: 'empty' }
  | { readonly kind: 'value'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly Operand[] }
  | { readonly kind: 'function'; readonly name: string; readonly args: readonly string[] };

export const OPERATORS = [
  '=',
  '!=',
  '>',
  '>=',
  '<',
  '<=',
  '~',
  '!~',
  'in',
  'not in',
  'is',
  'is not',
] as const;
export type Operator = (typeof OPERATORS)[number];

export interface Query {
  readonly where: Clause | undefined;
  readonly orderBy: readonly {
    readonly field: string;
    /** Null where none is given: then it is the field's own. */
    readonly descending: boolean | null;
  }[];
}

/** Jira takes no more fields than this behind ORDER BY. */
const MOST_ORDER_FIELDS = 7;

/** The whole tree of a query. Throws `JqlProblem` when it is none. */
export function readJql(jql: string): JastQuery {
  const { query, errors } = new JastBuilder().build(jql);
  const [error] = errors;
  if (error !== undefined || query === undefined)
    throw new JqlProblem(`Error in the JQL Query: ${error?.message ?? 'it cannot be read'}.`);
  return query;
}

/** Reads JQL into the part of it that the site models. Throws `JqlProblem` naming what it does not. */
export function parseJql(jql: string): Query {
  const query = readJql(jql);
  const orderBy = (query.orderBy?.fields ?? []).map(({ field, direction }) => {
    if ((field.properties?.length ?? 0) > 0) throw unmodelledProperty(field.text);
    return {
      field: field.value,
      descending: direction === undefined ? null : direction.value === 'DESC',
    };
  });
  if (orderBy.length > MOST_ORDER_FIELDS)
    throw new JqlProblem(`The ORDER BY clause takes at most ${MOST_ORDER_FIELDS} fields.`);
  return { where: query.where === undefined ? undefined : clauseOf(query.where), orderBy };
}

function clauseOf(clause: JastClause): Clause {
  if (clause.clauseType === 'compound')
    return { kind: clause.operator.value, clauses: clause.clauses.map(clauseOf) };
  if (clause.clauseType === 'not') return { kind: 'not', clause: clauseOf(clause.clause) };
  const field = clause.field.value;
  if ((clause.field.properties?.length ?? 0) > 0) throw unmodelledProperty(clause.field.text);
  const operator = OPERATORS.find((each) => each === clause.operator?.value);
  if (operator === undefined || clause.predicates.length > 0)
    throw unmodelledJql(`the operator '${clause.operator?.text ?? ''}'`);
  if (clause.operand === undefined)
    throw new JqlProblem(`Error in the JQL Query: the clause on '${field}' has no value.`);
  return { kind: 'terminal', field, operator, operand: operandOf(clause.operand) };
}

function operandOf(operand: JastOperand): Operand {
  switch (operand.operandType) {
    case 'keyword':
      return { kind: 'empty' };
    case 'value':
      return { kind: 'value', text: operand.value };
    case 'list':
      return { kind: 'list', items: operand.values.map(operandOf) };
    case 'function':
      return {
        kind: 'function',
        name: operand.function.value,
        args: operand.arguments.map((each) => each.value),
      };
  }
}

const unmodelledProperty = (text: string): JqlProblem =>
  unmodelledJql(`the entity property '${text}'`);
