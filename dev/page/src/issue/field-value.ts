import type { AllowedValue, Editable } from '../jira/shapes';

export type FieldKind = 'text' | 'number' | 'date' | 'choice' | 'choices' | 'labels' | 'person';

/** How a person edits a field; null when the page only shows it. */
export function kindOf({ schema, operations, allowedValues }: Editable): FieldKind | null {
  if (operations.length > 0 && !operations.includes('set')) return null;
  if (schema.type === 'array') {
    if (schema.items === 'string') return 'labels';
    return allowedValues === undefined ? null : 'choices';
  }
  if (schema.type === 'user') return 'person';
  if (schema.type === 'number') return 'number';
  if (schema.type === 'date') return 'date';
  if (allowedValues !== undefined) return 'choice';
  return schema.type === 'string' ? 'text' : null;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A field's JSON in words; '' for an empty one. Objects speak through what Jira calls their name. */
export function wordsOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value))
    return value
      .map(wordsOf)
      .filter((words) => words !== '')
      .join(', ');
  if (!isRecord(value)) return '';
  for (const name of ['displayName', 'name', 'value', 'key']) {
    const words = value[name];
    if (typeof words === 'string') return words;
  }
  return '';
}

/** What identifies a choice, the same for a field's value and for its allowed values. */
export function idOf(value: unknown): string {
  if (!isRecord(value)) return wordsOf(value);
  const id = value['accountId'] ?? value['id'] ?? value['value'] ?? value['name'];
  return typeof id === 'string' ? id : '';
}

/** A choice as Jira takes it back. */
export function choiceJson(choice: AllowedValue): Readonly<Record<string, string>> {
  if (choice.id !== undefined) return { id: choice.id };
  return choice.value === undefined ? { name: choice.name ?? '' } : { value: choice.value };
}

/** What a person typed, as Jira takes it; throws a sentence for a person when it can't be that. */
export function typedJson(kind: 'text' | 'number' | 'date', typed: string): string | number | null {
  const text = typed.trim();
  if (text === '') return null;
  if (kind !== 'number') return text;
  const value = Number(text.replace(',', '.'));
  if (!Number.isFinite(value)) throw new Error(`“${text}” is not a number.`);
  return value;
}
