import { z } from 'zod';
import type { CustomFieldType, SnapshotUser } from '../snapshot';
import * as shapes from './issue-shapes';
import { asUser } from './people';

const NOISE = new Set(['self', '_links', 'avatarUrls', 'iconUrl']);
const userLike = z
  .object({ displayName: z.string() })
  .and(z.union([z.object({ accountId: z.string() }), z.object({ name: z.string() })]));

/** The value without links and avatars, people reduced to account id and name and handed to `meet`. */
export function tidyValue(value: unknown, meet: (user: SnapshotUser) => void): unknown {
  if (Array.isArray(value)) return value.map((item) => tidyValue(item, meet));
  if (typeof value !== 'object' || value === null) return value;
  if (userLike.safeParse(value).success) {
    const user = asUser(shapes.person.safeParse(value).data);
    if (user) {
      meet(user);
      return { accountId: user.accountId, displayName: user.displayName };
    }
  }
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !NOISE.has(name))
      .map(([name, inner]) => [name, tidyValue(inner, meet)]),
  );
}

export function isEmptyValue(value: unknown): boolean {
  return (
    value === null ||
    value === undefined ||
    value === '' ||
    value === '{}' ||
    (Array.isArray(value) && value.length === 0)
  );
}

/** The field type that a single value suggests; `number-text` is a number in quotes. */
export function typeOfValue(value: unknown): CustomFieldType | 'number-text' {
  if (typeof value === 'number') return 'number';
  if (typeof value === 'string') return typeOfText(value);
  if (Array.isArray(value)) return typeOfList(value);
  if (typeof value !== 'object' || value === null) return 'any';
  if ('type' in value && value.type === 'doc') return 'text';
  if ('accountId' in value) return 'user';
  if ('completedCycles' in value || 'ongoingCycle' in value) return 'sla';
  return 'value' in value && typeof value.value === 'string' ? 'option' : 'object';
}

export type SuggestedType = ReturnType<typeof typeOfValue>;

/**
 * The type of a field from all the types its values suggested. Where every value is a number in quotes the field is one of
 * text in Jira's JSON, but a number in CSV (`quotesMeanText` false).
 */
export function settleType(
  seen: ReadonlySet<SuggestedType>,
  quotesMeanText: boolean,
): CustomFieldType {
  const kinds = [...seen];
  const [only] = kinds;
  if (kinds.length === 1 && only !== undefined)
    return only !== 'number-text' ? only : quotesMeanText ? 'string' : 'number';
  if (kinds.every((kind) => kind === 'number' || kind === 'number-text')) return 'number';
  if (
    kinds.every(
      (kind) =>
        kind === 'string' ||
        kind === 'text' ||
        kind === 'number-text' ||
        kind === 'date' ||
        kind === 'datetime',
    )
  ) {
    return seen.has('text') ? 'text' : 'string';
  }
  return 'any';
}

function typeOfText(value: string): CustomFieldType | 'number-text' {
  if (/^-?(0|[1-9]\d{0,14})(\.\d+)?$/.test(value)) return 'number-text';
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return 'date';
  if (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(value)) return 'datetime';
  return value.length > 255 || value.includes('\n') ? 'text' : 'string';
}

function typeOfList(list: readonly unknown[]): CustomFieldType {
  const kinds = new Set(
    list.map((item) => (typeof item === 'string' ? 'string' : typeOfValue(item))),
  );
  if (kinds.size !== 1) return 'any';
  if (kinds.has('string')) return 'array-string';
  if (kinds.has('option')) return 'array-option';
  return kinds.has('user') ? 'array-user' : 'any';
}
