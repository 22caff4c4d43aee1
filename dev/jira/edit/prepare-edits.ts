import type { Issue } from '../model/issue';
import { badRequest, JiraError } from '../jira-error';
import { prepareEdit, type Edit, type EditContext } from './field-edits';
import { FieldProblem } from './field-problem';

export type FieldValues = Readonly<Record<string, unknown>>;
export type FieldOperations = Readonly<
  Record<string, readonly Readonly<Record<string, unknown>>[]>
>;

/**
 * Checks everything before anything changes: all edits, or a 400 that names every field in the wrong.
 * `comment` and `issuelinks` are no values of a field and are left to the caller.
 */
export function prepareEdits(
  context: EditContext,
  issue: Issue,
  fields: FieldValues,
  update: FieldOperations,
): readonly Edit[] {
  const both = Object.keys(fields).find((id) => id in update);
  if (both !== undefined)
    throw new JiraError(400, [], {
      [both]: `Field '${both}' cannot be set both in 'fields' and in 'update'.`,
    });
  const edits: Edit[] = [];
  const errors: Record<string, string> = {};
  const attempt = (id: string, value: () => unknown) => {
    try {
      edits.push(prepareEdit(context, issue, id, value()));
    } catch (problem) {
      if (!(problem instanceof FieldProblem)) throw problem;
      errors[id] = problem.message;
    }
  };
  for (const [id, value] of Object.entries(fields)) attempt(id, () => value);
  for (const [id, operations] of Object.entries(update)) {
    if (id !== 'comment' && id !== 'issuelinks')
      attempt(id, () =>
        operations.reduce<unknown>(
          (value, operation) => operate(id, value, operation),
          current(issue, id),
        ),
      );
  }
  if (Object.keys(errors).length > 0) throw new JiraError(400, [], errors);
  return edits;
}

/** What `add` and `remove` start from. */
function current(issue: Issue, id: string): unknown {
  if (id === 'labels' || id === 'components' || id === 'versions' || id === 'fixVersions')
    return issue[id];
  return issue.customs[id] ?? null;
}

function operate(
  id: string,
  value: unknown,
  operation: Readonly<Record<string, unknown>>,
): unknown {
  const [name, ...others] = Object.keys(operation);
  if (name === undefined || others.length > 0)
    throw badRequest('An operation has exactly one of set, add, remove and edit.');
  const operand = operation[name];
  if (name === 'set') return operand;
  if ((name !== 'add' && name !== 'remove') || (value !== null && !Array.isArray(value)))
    throw new FieldProblem(`Field does not support update '${name}'`);
  const list = (value ?? []) as readonly unknown[];
  if (name === 'add') return list.some((each) => same(each, operand)) ? list : [...list, operand];
  if (id === 'parent') throw new FieldProblem("Field does not support update 'remove'");
  return list.filter((each) => !same(each, operand));
}

/** Labels are equal by text, everything else by the id or name it is given by. */
function same(item: unknown, wanted: unknown): boolean {
  if (typeof wanted !== 'object' || wanted === null || typeof item !== 'object' || item === null)
    return item === wanted;
  return Object.entries(wanted).every(
    ([key, value]) => (item as Readonly<Record<string, unknown>>)[key] === value,
  );
}
