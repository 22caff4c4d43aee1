import type { CustomField } from '../model/entities';
import type { SiteState } from '../model/site-state';
import { FieldProblem } from './field-problem';
import {
  part,
  readDay,
  readLabels,
  readMomentValue,
  readPerson,
  readText,
  shown,
} from './read-value';

/** A value as the site keeps it for this field, or null for none. */
export function readCustomValue(
  { state, version }: { readonly state: SiteState; readonly version: 2 | 3 },
  field: CustomField,
  value: unknown,
): unknown {
  if (value === null) return null;
  switch (field.type) {
    case 'number':
      if (typeof value !== 'number' || !Number.isFinite(value))
        throw new FieldProblem('Operation value must be a number');
      return value;
    case 'string':
    case 'group':
      if (typeof value !== 'string') throw new FieldProblem('Operation value must be a string');
      return value === '' ? null : value;
    case 'text':
      readText(value, version);
      return value;
    case 'date':
      return readDay(value);
    case 'datetime':
      return readMomentValue(value);
    case 'user':
      return readPerson(state, typeof value === 'string' ? { accountId: value } : value);
    case 'option':
      return option(field, value);
    case 'array-option':
      return list(value).map((each) => option(field, each));
    case 'array-user':
      return list(value).map((each) => readPerson(state, each));
    case 'array-string':
      return readLabels(value);
    case 'sprint': {
      const sprint = state.sprints.get(Number(value));
      if (sprint === undefined)
        throw new FieldProblem(`Sprint with id ${shown(value)} does not exist.`);
      return [sprint];
    }
    case 'sla':
    case 'feedback':
      throw new FieldProblem(`${field.name} is kept by service management and can't be set.`);
    case 'organizations':
      return list(value);
    case 'object':
      if (typeof value !== 'object') throw new FieldProblem('Operation value must be an object');
      return value;
    case 'any':
      return value;
  }
}

/** What the changelog says of a value. */
export function customText(state: SiteState, value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return state.users.get(value)?.displayName ?? value;
  if (Array.isArray(value)) return value.map((each) => customText(state, each)).join(', ');
  if (typeof value === 'object')
    return part(value, 'value') ?? part(value, 'name') ?? JSON.stringify(value);
  return shown(value);
}

function option(
  field: CustomField,
  value: unknown,
): { readonly id?: string; readonly value: string } {
  const text = part(value, 'value');
  if (text === undefined)
    throw new FieldProblem(`Specify a valid 'id' or 'name' for ${field.name}`);
  const id = part(value, 'id');
  return id === undefined ? { value: text } : { id, value: text };
}

function list(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new FieldProblem('data was not an array');
  return value;
}
