import type { Issue } from '../model/issue';
import { findCustomField } from './custom-fields';
import type { JqlEnvironment, JqlField, JqlValue } from './jql-field';
import { JqlProblem, unknownField, unmodelledJql, unsupportedOperator } from './jql-problem';
import type { Clause, Operand, Operator } from './parse-jql';
import { SYSTEM_JQL_FIELDS } from './system-fields';
import { textMatcher } from './text-match';
import { UNMODELLED_FIELDS, UNMODELLED_FUNCTIONS } from './unmodelled';

/** A clause made ready to run. */
export interface Matcher {
  readonly test: (issue: Issue) => boolean;
  /** A superset of what matches, when there is a shorter way to it than all issues. */
  readonly candidates: Iterable<Issue> | null;
}

const OPPOSITE: Readonly<Record<Operator, Operator>> = {
  '=': '!=',
  '!=': '=',
  '>': '<=',
  '>=': '<',
  '<': '>=',
  '<=': '>',
  '~': '!~',
  '!~': '~',
  in: 'not in',
  'not in': 'in',
  is: 'is not',
  'is not': 'is',
};

export function findJqlField(name: string, env: JqlEnvironment): JqlField {
  const field = SYSTEM_JQL_FIELDS.get(name.toLowerCase()) ?? findCustomField(env.state, name);
  if (field !== undefined) return field;
  throw UNMODELLED_FIELDS.has(name.toLowerCase())
    ? unmodelledJql(`the field '${name}'`)
    : unknownField(name);
}

/** NOT is pushed down to the operators, as Jira does: so `NOT assignee = x` leaves out the unassigned like `assignee != x`. */
export function compileJql(clause: Clause, env: JqlEnvironment, negated = false): Matcher {
  if (clause.kind === 'not') return compileJql(clause.clause, env, !negated);
  if (clause.kind === 'terminal')
    return compileTerminal(
      clause.field,
      negated ? OPPOSITE[clause.operator] : clause.operator,
      clause.operand,
      env,
    );
  const parts = clause.clauses.map((each) => compileJql(each, env, negated));
  return (clause.kind === 'and') !== negated
    ? { test: (issue) => parts.every((each) => each.test(issue)), candidates: shortest(parts) }
    : { test: (issue) => parts.some((each) => each.test(issue)), candidates: union(parts) };
}

function compileTerminal(
  name: string,
  operator: Operator,
  operand: Operand,
  env: JqlEnvironment,
): Matcher {
  const field = findJqlField(name, env);
  const isEmptyTest =
    operand.kind === 'empty' &&
    (operator === '=' || operator === '!=' || operator === 'is' || operator === 'is not');
  if (!field.operators.has(operator) || (isEmptyTest && !field.operators.has('is')))
    throw field.more?.has(operator) === true
      ? unmodelledJql(`the operator '${operator}' of the field '${name}'`)
      : unsupportedOperator(operator, name);
  if (isEmptyTest) {
    const wanted = operator === '=' || operator === 'is';
    return whole((issue) => (field.values(issue).length === 0) === wanted);
  }
  if (operator === 'is' || operator === 'is not')
    throw new JqlProblem(`The operator '${operator}' takes only EMPTY or NULL.`);
  if (operator === '~' || operator === '!~') return contains(field, operator, operand);
  const items = operand.kind === 'list' ? operand.items : [operand];
  const takesEmpty = items.some((item) => meansEmpty(item, field));
  const values = new Set(items.flatMap((item) => resolve(item, field, env)));
  if (operator === '>' || operator === '>=' || operator === '<' || operator === '<=')
    return whole(comparison(field, operator, [...values], env));
  if (operator === '=' || operator === 'in') {
    return {
      test: (issue) => {
        const own = field.values(issue);
        return own.length === 0 ? takesEmpty : own.some((value) => values.has(value));
      },
      candidates: takesEmpty ? null : (field.lookUp?.([...values], env) ?? null),
    };
  }
  return whole((issue) => {
    const own = field.values(issue);
    return own.length > 0 && !own.some((value) => values.has(value));
  });
}

/** `Unresolved` is how Jira writes an empty resolution. */
function meansEmpty(item: Operand, field: JqlField): boolean {
  return (
    item.kind === 'empty' ||
    (item.kind === 'value' &&
      field.name === 'resolution' &&
      item.text.toLowerCase() === 'unresolved')
  );
}

function resolve(operand: Operand, field: JqlField, env: JqlEnvironment): readonly JqlValue[] {
  switch (operand.kind) {
    case 'empty':
      return [];
    case 'list':
      return operand.items.flatMap((item) => resolve(item, field, env));
    case 'value':
      return field.resolve(operand.text, env);
    case 'function': {
      const apply = field.functions?.[operand.name.toLowerCase()];
      if (apply === undefined)
        throw UNMODELLED_FUNCTIONS.has(operand.name.toLowerCase())
          ? unmodelledJql(`the function '${operand.name}'`)
          : new JqlProblem(
              `Unable to find JQL function '${operand.name}(${operand.args.join(', ')})' for the field '${field.name}'.`,
            );
      return apply(operand.args, env);
    }
  }
}

function contains(field: JqlField, operator: '~' | '!~', operand: Operand): Matcher {
  if (operand.kind !== 'value')
    throw new JqlProblem(`The operator '${operator}' on field '${field.name}' takes a text.`);
  const matches = textMatcher(operand.text, field.name);
  // What has no text is found by neither, but for comments, which Jira keeps in an index of their own.
  return whole((issue) => {
    const own = field.values(issue);
    const found = own.some((value) => typeof value === 'string' && matches(value));
    return operator === '~' ? found : !found && (own.length > 0 || field.name === 'comment');
  });
}

function comparison(
  field: JqlField,
  operator: '>' | '>=' | '<' | '<=',
  values: readonly JqlValue[],
  env: JqlEnvironment,
): (issue: Issue) => boolean {
  const { rank } = field;
  const [value] = values;
  if (rank === undefined || value === undefined) throw unsupportedOperator(operator, field.name);
  const bound = rank(value, env);
  const holds = {
    '>': (own: number) => own > bound,
    '>=': (own: number) => own >= bound,
    '<': (own: number) => own < bound,
    '<=': (own: number) => own <= bound,
  }[operator];
  return (issue) => field.values(issue).some((own) => holds(rank(own, env)));
}

const whole = (test: (issue: Issue) => boolean): Matcher => ({ test, candidates: null });

function shortest(parts: readonly Matcher[]): Iterable<Issue> | null {
  return (
    parts.find((part) => Array.isArray(part.candidates))?.candidates ??
    parts.find((part) => part.candidates !== null)?.candidates ??
    null
  );
}

function union(parts: readonly Matcher[]): Iterable<Issue> | null {
  const lists = parts.map((part) => part.candidates);
  if (lists.some((list) => list === null)) return null;
  return new Set(lists.flatMap((list) => [...(list ?? [])]));
}
