import type { FieldInfo } from './issue-record';

type Wanted = 'number' | 'option' | 'user' | 'count' | 'date';

/** Jira's schema types in words; a type that is not here may hold anything. */
const typeWords: Readonly<Record<string, string>> = {
  number: 'number', string: 'text', date: 'date', datetime: 'date', user: 'person', option: 'choice', 'option-with-child': 'choice',
  array: 'list', group: 'group', version: 'version', priority: 'choice', resolution: 'choice', project: 'project',
};

/** Types under which the field can be what a rubric wants; text fields hold names too. */
const fits: Readonly<Record<Wanted, readonly string[]>> = {
  number: ['number'],
  option: ['option', 'option-with-child', 'array', 'string', 'group', 'version', 'priority', 'resolution', 'project', 'number'],
  user: ['user', 'array'],
  count: ['array', 'option', 'option-with-child', 'user', 'group', 'version'],
  date: ['date', 'datetime'],
};

/** Why a field can never be what the rubric takes it for; null when it may be. */
export function mismatch(field: FieldInfo, wanted: Wanted): string | null {
  const is = typeWords[field.type];
  if (is === undefined || fits[wanted].includes(field.type)) return null;
  return `"${field.name}" is a ${is} field, and the rubric reads it as a ${wantedWords[wanted]}`;
}

const wantedWords: Readonly<Record<Wanted, string>> = { number: 'number', option: 'choice', user: 'person', count: 'list', date: 'date' };
