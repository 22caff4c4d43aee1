import { isDay } from '../time/utc-day';
import { ownMember } from '../terms/own-member';

/** A field as the person who looks at an issue may edit it, with the values it takes where they are limited. */
export interface EditableField {
  readonly id: string;
  readonly name: string;
  /** Jira's schema type, and the type of the items of a list. */
  readonly type: string;
  readonly items?: string | undefined;
  readonly allowed?: readonly AllowedValue[] | undefined;
}

export interface AllowedValue {
  readonly id?: string | undefined;
  /** What people see: the `value` of an option, the `name` of everything else. */
  readonly label: string;
  readonly children?: readonly AllowedValue[] | undefined;
}

/** What a person gives for a field: one kind of answer for each kind of input. */
export type FieldAnswer =
  | { readonly kind: 'number'; readonly value: number }
  /** Day, `2026-11-20`. */
  | { readonly kind: 'date'; readonly day: string }
  | { readonly kind: 'labels'; readonly labels: readonly string[] }
  | { readonly kind: 'person'; readonly accountId: string }
  /** Labels of allowed values. */
  | { readonly kind: 'choice'; readonly chosen: readonly string[] }
  | { readonly kind: 'cascading'; readonly parent: string; readonly child: string | null };

export type AnswerKind = FieldAnswer['kind'];

/** What kind of answer a field takes by its schema; null for fields that only Jira's own screens can fill. */
export function answerKind({
  type,
  items,
}: Pick<EditableField, 'type' | 'items'>): AnswerKind | null {
  switch (type) {
    case 'number':
      return 'number';
    case 'date':
    case 'datetime':
      return 'date';
    case 'user':
      return 'person';
    case 'option':
    case 'priority':
    case 'version':
      return 'choice';
    case 'option-with-child':
      return 'cascading';
    case 'array':
      return ownMember(inLists, items ?? '') ?? null;
    default:
      return null;
  }
}

const inLists: Readonly<Record<string, AnswerKind>> = {
  string: 'labels',
  option: 'choice',
  component: 'choice',
  version: 'choice',
  user: 'person',
};

/** What is written into the field, as Jira's REST API takes it, or what is wrong with the answer. */
export type Write =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly problem: string };

export function writeOf(field: EditableField, answer: FieldAnswer): Write {
  if (answerKind(field) !== answer.kind) return refused(`“${field.name}” takes no such answer`);
  switch (answer.kind) {
    case 'number':
      return Number.isFinite(answer.value) ? written(answer.value) : refused('This is no number');
    case 'date':
      return isDay(answer.day)
        ? written(field.type === 'date' ? answer.day : `${answer.day}T12:00:00.000+0000`)
        : refused(`${answer.day} is no day`);
    case 'labels':
      return labelsOf(answer.labels);
    case 'person':
      return written(
        field.type === 'array'
          ? [{ accountId: answer.accountId }]
          : { accountId: answer.accountId },
      );
    case 'choice':
      return choiceOf(field, answer.chosen);
    case 'cascading':
      return cascadeOf(field, answer.parent, answer.child);
  }
}

function labelsOf(labels: readonly string[]): Write {
  const spaced = labels.find((label) => label === '' || /\s/u.test(label));
  if (labels.length === 0) return refused('Give at least one label');
  return spaced === undefined
    ? written([...new Set(labels)])
    : refused(`The label “${spaced}” has a space: Jira takes none`);
}

function choiceOf(field: EditableField, chosen: readonly string[]): Write {
  const many = field.type === 'array';
  if (chosen.length === 0 || (!many && chosen.length > 1))
    return refused(many ? 'Choose at least one' : 'Choose one');
  const values = chosen.map((label) => field.allowed?.find((value) => value.label === label));
  const unknown = chosen.find((_, n) => values[n] === undefined);
  if (unknown !== undefined) return refused(`“${field.name}” does not take “${unknown}” here`);
  const named = values.flatMap((value) => (value === undefined ? [] : [referTo(field, value)]));
  return written(many ? named : named[0]);
}

function cascadeOf(field: EditableField, parent: string, child: string | null): Write {
  const first = field.allowed?.find(({ label }) => label === parent);
  if (first === undefined) return refused(`“${field.name}” does not take “${parent}” here`);
  if (child === null) return written({ value: parent });
  const second = first.children?.find(({ label }) => label === child);
  return second === undefined
    ? refused(`“${parent}” has no “${child}”`)
    : written({ value: parent, child: { value: child } });
}

/** Options go by their value, which is theirs alone within a field; components, versions and priorities by id. */
function referTo({ type, items }: EditableField, { id, label }: AllowedValue): unknown {
  if (type === 'option' || items === 'option') return { value: label };
  return id === undefined ? { name: label } : { id };
}

const written = (value: unknown): Write => ({ ok: true, value });
const refused = (problem: string): Write => ({ ok: false, problem });
