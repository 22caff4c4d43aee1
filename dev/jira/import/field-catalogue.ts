import type { CustomFieldType, SnapshotField, SnapshotIssue } from '../snapshot';
import { type SuggestedType, settleType, typeOfValue } from './custom-values';
import type { ParsedIssue } from './parsed-issue';

/** Finds out which custom fields an export has, how they are called and what they hold. */
export interface FieldCatalogue {
  name(names: Readonly<Record<string, string>>): void;
  observe(parsed: ParsedIssue): void;
  settle(quotesMeanText: boolean): SettledFields;
}

export interface SettledFields {
  readonly fields: readonly (SnapshotField & { readonly filled: number })[];
  /** The issue with numbers as numbers and the old Epic Link and Parent Link fields in their proper places. */
  readonly finish: (issue: SnapshotIssue) => SnapshotIssue;
}

/** Ids that a new Cloud site gives its first custom fields, for exports without names: believed only if the values look so. */
const CLOUD_DEFAULTS: Readonly<Record<string, readonly [name: string, type: CustomFieldType]>> = {
  customfield_10011: ['Epic Name', 'string'],
  customfield_10014: ['Epic Link', 'string'],
  customfield_10015: ['Start date', 'date'],
  customfield_10016: ['Story point estimate', 'number'],
  customfield_10018: ['Parent Link', 'object'],
  customfield_10019: ['Rank', 'string'],
  customfield_10020: ['Sprint', 'sprint'],
};

export function createFieldCatalogue(): FieldCatalogue {
  const names = new Map<string, string>();
  const declared = new Map<string, CustomFieldType>();
  const observed = new Map<string, { readonly kinds: Set<SuggestedType>; filled: number }>();

  function see(id: string, kind: SuggestedType): void {
    const known = observed.get(id) ?? { kinds: new Set<SuggestedType>(), filled: 0 };
    observed.set(id, known);
    known.kinds.add(kind);
    known.filled += 1;
  }

  return {
    name(given) {
      for (const [id, name] of Object.entries(given))
        if (id.startsWith('customfield_')) names.set(id, name);
    },
    observe({ issue, fieldNames, fieldTypes }) {
      this.name(fieldNames);
      for (const [id, type] of Object.entries(fieldTypes)) {
        declared.set(id, type);
        if (type === 'sprint') see(id, 'sprint');
      }
      for (const [id, value] of Object.entries(issue.customs ?? {})) see(id, typeOfValue(value));
    },
    settle(quotesMeanText) {
      const taken = new Set<string>();
      const fields = [...observed].map(([id, { kinds, filled }]) => {
        const type = declared.get(id) ?? settleType(kinds, quotesMeanText);
        const guess = CLOUD_DEFAULTS[id];
        const name = names.get(id) ?? (guess?.[1] === type ? guess[0] : id);
        const unique = taken.has(name) ? `${name} (${id})` : name;
        taken.add(unique);
        return { id, name: unique, type, filled };
      });
      return { fields, finish: finisher(fields) };
    },
  };
}

function finisher(fields: readonly SnapshotField[]): (issue: SnapshotIssue) => SnapshotIssue {
  const numbers = new Set(
    fields.filter((field) => field.type === 'number').map((field) => field.id),
  );
  const idOf = (name: string) => fields.find((field) => field.name === name)?.id ?? '';
  const epicLink = idOf('Epic Link');
  const parentLink = idOf('Parent Link');
  return (issue) => {
    const { customs } = issue;
    if (!customs) return issue;
    const epic = keyIn(customs[epicLink]);
    const parent = keyIn(customs[parentLink]);
    const kept = Object.entries(customs).filter(
      ([id]) => id !== epicLink && (id !== parentLink || !parent),
    );
    const values = kept.map(
      ([id, value]) =>
        [id, numbers.has(id) && typeof value === 'string' ? Number(value) : value] as const,
    );
    const { customs: _, ...rest } = issue;
    return {
      ...rest,
      ...(epic && !issue.epicKey ? { epicKey: epic } : {}),
      ...(parent && !issue.parentKey ? { parentKey: parent } : {}),
      ...(values.length > 0 ? { customs: Object.fromEntries(values) } : {}),
    };
  };
}

function keyIn(value: unknown): string | undefined {
  const inner: unknown =
    typeof value === 'object' && value !== null && 'data' in value ? value.data : value;
  const key = typeof inner === 'object' && inner !== null && 'key' in inner ? inner.key : inner;
  return typeof key === 'string' && /^[A-Za-z][A-Za-z0-9_]*-\d+$/.test(key) ? key : undefined;
}
