/** Why a query is refused, in Jira's words; a 400. */
export class JqlProblem extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'JqlProblem';
  }
}

/** For what Jira would answer: nobody takes these words for Jira's own. */
export const unmodelledJql = (what: string): JqlProblem =>
  new JqlProblem(`The stand-in does not model ${what} in JQL.`);
export const unknownField = (name: string): JqlProblem =>
  new JqlProblem(`Field '${name}' does not exist or you do not have permission to view it.`);
export const unknownValue = (value: string, field: string): JqlProblem =>
  new JqlProblem(`The value '${value}' does not exist for the field '${field}'.`);
export const unsupportedOperator = (operator: string, field: string): JqlProblem =>
  new JqlProblem(`The operator '${operator}' is not supported by the '${field}' field.`);
