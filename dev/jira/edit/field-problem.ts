/** What is wrong with one field's value, in Jira's words. */
export class FieldProblem extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'FieldProblem';
  }
}

export const notSettable = (id: string): FieldProblem =>
  new FieldProblem(`Field '${id}' cannot be set. It is not on the appropriate screen, or unknown.`);
