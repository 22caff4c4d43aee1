import type { Project, Issue, StoredText } from '../model/issue';
import { isDay, parseMoment } from '../model/jira-dates';
import { mayInProject } from '../model/permissions';
import { isAdf, storeText, toPlain } from '../model/rich-text';
import { findIssue, type SiteState } from '../model/site-state';
import { holdDocument } from './document';
import { FieldProblem } from './field-problem';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** `{id}` or `{name}`, as Jira takes most things; null for nothing. */
export function readNamed<T extends Named>(
  value: unknown,
  items: readonly T[],
  refusal: string,
): T | null {
  if (value === null) return null;
  const id = part(value, 'id');
  const name = part(value, 'name');
  const found = items.find((item) =>
    id !== undefined
      ? item.id === id
      : name !== undefined && item.name.toLowerCase() === name.toLowerCase(),
  );
  if (found === undefined) throw new FieldProblem(refusal);
  return found;
}

export function readNamedList<T extends Named>(
  value: unknown,
  items: readonly T[],
  what: string,
): readonly T[] {
  if (value === null) return [];
  if (!Array.isArray(value)) throw new FieldProblem('data was not an array');
  return value.map((each: unknown) => {
    const found = readNamed(
      each,
      items,
      `${what} name '${part(each, 'name') ?? part(each, 'id') ?? shown(each)}' is not valid`,
    );
    if (found === null) throw new FieldProblem('data was not an array');
    return found;
  });
}

export function readPerson(state: SiteState, value: unknown): string | null {
  const accountId = value === null ? null : (part(value, 'accountId') ?? part(value, 'id') ?? null);
  if (accountId === null) {
    if (value === null || isRecordOfNothing(value)) return null;
    throw new FieldProblem(
      typeof value === 'object'
        ? "'accountId' must be the only user identifying query parameter in GDPR strict mode."
        : 'data was not an object',
    );
  }
  if (!state.users.has(accountId)) throw new FieldProblem(`User '${accountId}' does not exist.`);
  return accountId;
}

/** `{accountId: null}` empties a field as null does. */
const isRecordOfNothing = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every((each) => each === null);

export function readAssignee(state: SiteState, project: Project, value: unknown): string | null {
  const accountId = readPerson(state, value);
  if (accountId === null) return null;
  const user = state.users.get(accountId);
  if (user?.active !== true || !mayInProject(state, accountId, project, 'ASSIGNABLE_USER')) {
    throw new FieldProblem(`User '${user?.displayName ?? accountId}' cannot be assigned issues.`);
  }
  return accountId;
}

/** Characters that Jira takes in a text of several lines. */
const LONGEST_TEXT = 32_767;

/** Plain text in version 2, a document in version 3. Throws `FieldProblem` or `InvalidDocument`. */
export function readText(value: unknown, version: 2 | 3): StoredText {
  if (value === null) return null;
  if (version === 2 && typeof value === 'string') return notTooLong(storeText(value));
  if (version === 3 && isAdf(value)) {
    holdDocument(value);
    return notTooLong(storeText(value));
  }
  throw new FieldProblem(
    version === 3
      ? 'Operation value must be an Atlassian Document (see the Atlassian Document Format)'
      : 'Operation value must be a string',
  );
}

function notTooLong(text: StoredText): StoredText {
  if (toPlain(text).length > LONGEST_TEXT)
    throw new FieldProblem(
      'The entered text is too long. It exceeds the allowed limit of 32,767 characters.',
    );
  return text;
}

export function readSummary(value: unknown): string {
  if (typeof value !== 'string' || value.trim() === '')
    throw new FieldProblem('You must specify a summary of the issue.');
  if (/[\r\n]/.test(value))
    throw new FieldProblem('The summary is invalid because it contains newline characters.');
  if (value.length > 255) throw new FieldProblem('Summary must be less than 255 characters.');
  return value.trim();
}

export function readDay(value: unknown): string | null {
  if (value === null || value === '') return null;
  if (typeof value !== 'string' || !isDay(value))
    throw new FieldProblem(`Error parsing date string: ${shown(value)}`);
  return value;
}

export function readMomentValue(value: unknown): string | null {
  if (value === null) return null;
  if (typeof value !== 'string' || parseMoment(value) === undefined)
    throw new FieldProblem(`Error parsing date string: ${shown(value)}`);
  return value;
}

export function readLabels(value: unknown): readonly string[] {
  if (value === null) return [];
  if (!Array.isArray(value)) throw new FieldProblem('data was not an array');
  const labels = value.map((label: unknown) => {
    if (typeof label !== 'string' || label === '')
      throw new FieldProblem('string expected at index 0');
    if (/\s/.test(label))
      throw new FieldProblem(`The label '${label}' contains spaces which is invalid.`);
    if (label.length > 255)
      throw new FieldProblem(`The label '${label}' exceeds the maximum length of 255 characters.`);
    return label;
  });
  return [...new Set(labels)].sort();
}

export function readParent(state: SiteState, issue: Issue, value: unknown): Issue | null {
  if (value === null) return null;
  const parent = findIssue(state, part(value, 'id') ?? part(value, 'key') ?? '');
  if (parent === undefined) throw new FieldProblem('Could not find issue by id or key.');
  if (parent.type.hierarchyLevel !== issue.type.hierarchyLevel + 1) {
    throw new FieldProblem(`Given parent work item does not belong to appropriate hierarchy.`);
  }
  return parent;
}

/** A value as a message quotes it. */
export function shown(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** A string member of an object, numbers written out. */
export function part(value: unknown, name: string): string | undefined {
  if (typeof value !== 'object' || value === null || !(name in value)) return undefined;
  const found = (value as Readonly<Record<string, unknown>>)[name];
  return typeof found === 'string' || typeof found === 'number' ? String(found) : undefined;
}
