import type { FieldInfo } from './issue-record';
import { ownMember } from '../terms/own-member';

export type Wanted = 'number' | 'option' | 'user' | 'count' | 'date' | 'sla';

/** Jira's schema types in words; a type that is not here may hold anything. */
const typeWords: Readonly<Record<string, string>> = {
  number: 'number',
  string: 'text',
  date: 'date',
  datetime: 'date',
  user: 'person',
  option: 'choice',
  'option-with-child': 'choice',
  boolean: 'yes-or-no',
  array: 'list',
  group: 'group',
  version: 'version',
  priority: 'choice',
  resolution: 'choice',
  project: 'project',
  'sd-servicelevelagreement': 'service agreement',
};

/** Types under which the field can be what a rubric wants; text fields hold names too. */
const fits: Readonly<Record<Wanted, readonly string[]>> = {
  number: ['number'],
  option: [
    'option',
    'option-with-child',
    'array',
    'string',
    'group',
    'version',
    'priority',
    'resolution',
    'project',
    'number',
    'issuetype',
    'status',
    'statusCategory',
    'securitylevel',
    'component',
    'team',
    'issuelink',
  ],
  user: ['user', 'array'],
  count: ['array', 'option', 'option-with-child', 'user', 'group', 'version'],
  date: ['date', 'datetime'],
  sla: ['sd-servicelevelagreement'],
};

/** System fields whose whole content is how many there are. */
const counts: readonly string[] = ['votes', 'watches', 'comment'];
const slaType = 'com.atlassian.servicedesk:sd-sla-field';

/** Why a field can never be what the rubric takes it for, whatever stands in it; null when it may be. */
export function mismatch(field: FieldInfo, wanted: Wanted): string | null {
  const is = kindWords(field);
  if (is === null || isOf(field, wanted)) return null;
  return `"${field.name}" is a ${is} field, and the rubric reads it as a ${wantedWords[wanted]}`;
}

/** Why nothing follows from a field that is empty: it cannot be filled as the rubric means. Null when nobody filled it, and no more. */
export function emptiness(field: FieldInfo, wanted: Wanted): string | null {
  if (isCount(field)) return `the app is not shown "${field.name}"`;
  return isOf(field, wanted)
    ? null
    : (mismatch(field, wanted) ??
        `"${field.name}" is empty, and its type (${field.type}) does not say that it would hold a ${wantedWords[wanted]}`);
}

/** Votes, watchers and comments: a number, never a list. */
export function isCount({ id }: FieldInfo): boolean {
  return counts.includes(id);
}

function isOf(field: FieldInfo, wanted: Wanted): boolean {
  if (isCount(field)) return wanted === 'number' || wanted === 'count';
  if (field.custom === slaType) return wanted === 'sla';
  if (field.type === 'array' && field.items !== undefined && wanted !== 'count')
    return fits[wanted].includes('array') && (field.items === 'user') === (wanted === 'user');
  return fits[wanted].includes(field.type);
}

function kindWords(field: FieldInfo): string | null {
  if (field.custom === slaType) return 'service agreement';
  if (isCount(field)) return 'number';
  return field.type === 'array' && field.items === 'user'
    ? 'people'
    : (ownMember(typeWords, field.type) ?? null);
}

const wantedWords: Readonly<Record<Wanted, string>> = {
  number: 'number',
  option: 'choice',
  user: 'person',
  count: 'list',
  date: 'date',
  sla: 'service agreement',
};
