import type { Clause, Field, Operand, Query } from '@atlaskit/jql-ast';

/** A query taken apart as Jira's parser tells it. */
export function jqlStructure({ where, orderBy }: Query) {
  return {
    ...(where === undefined ? {} : { where: clauseOf(where) }),
    ...(orderBy === undefined
      ? {}
      : {
          orderBy: {
            fields: orderBy.fields.map(({ field, direction }) => ({
              field: fieldOf(field),
              ...(direction === undefined ? {} : { direction: direction.value.toLowerCase() }),
            })),
          },
        }),
  };
}

function clauseOf(clause: Clause): object {
  if (clause.clauseType === 'not') return { operator: 'not', clauses: [clauseOf(clause.clause)] };
  if (clause.clauseType === 'compound')
    return { operator: clause.operator.value, clauses: clause.clauses.map(clauseOf) };
  const operator = clause.operator?.value ?? '';
  return {
    field: fieldOf(clause.field),
    operator,
    ...(clause.operand === undefined ? {} : { operand: operandOf(clause.operand) }),
    ...(/^(was|changed)/.test(operator)
      ? {
          predicates: clause.predicates.map((each) => ({
            operator: each.operator.value,
            ...(each.operand === undefined ? {} : { operand: operandOf(each.operand) }),
          })),
        }
      : {}),
  };
}

const fieldOf = ({ value, text }: Field) => ({ name: value, encodedName: text });

function operandOf(operand: Operand): object {
  switch (operand.operandType) {
    case 'keyword':
      return { keyword: 'empty', encodedOperand: 'empty' };
    case 'value':
      return { value: operand.value, encodedValue: operand.text };
    case 'list':
      return { values: operand.values.map(operandOf) };
    case 'function':
      return {
        function: operand.function.value,
        arguments: operand.arguments.map(({ value }) => value),
      };
  }
}
