import { kvs, WhereConditions } from '@forge/kvs';
import type { Customer } from '../core/signals/recorded';
import { CUSTOMER_ENTITY, type CustomerRecord } from './customer-table';
import { guarded } from './guarded';
import { textOf } from './stored-text';

/** https://developer.atlassian.com/platform/forge/storage-reference/entities-query/ */
export const PAGE_LIMIT = 100;
/** Letters in each of whose writings names are looked for: `McDonald` begins like `mcd`. */
const TRIED_LETTERS = 3;

type Condition =
  ReturnType<typeof WhereConditions.greaterThan> | ReturnType<typeof WhereConditions.beginsWith>;

/** The next of these names by the index, which compares them letter by letter. */
export async function named(where: Condition | null): Promise<readonly Customer[]> {
  const query = kvs.entity<CustomerRecord>(CUSTOMER_ENTITY).query().index('by-name');
  const { results } = await guarded('listing customers', () =>
    (where === null ? query : query.where(where)).limit(PAGE_LIMIT).getMany(),
  );
  return results.map(({ value }) => customerOf(value));
}

/**
 * Customers whose names begin with a text, in whatever writing. The index compares letter by letter, so they are asked for as people
 * write names, and in every writing of the first letters; `more` where there were more than one look gives.
 */
export async function customersBeginning(
  text: string,
): Promise<{ readonly customers: readonly Customer[]; readonly more: boolean }> {
  const whole = writings(text);
  const first = writingsOfEachLetter(text.slice(0, TRIED_LETTERS));
  const looks = await Promise.all(
    [...new Set([...whole, ...first])].map((writing) => named(WhereConditions.beginsWith(writing))),
  );
  const found = looks
    .flat()
    .filter(({ name }) => name.toLowerCase().startsWith(text.toLowerCase()));
  return {
    customers: [
      ...new Map(found.map((customer) => [customer.name.trim().toLowerCase(), customer])).values(),
    ],
    more: looks.some((look) => look.length === PAGE_LIMIT),
  };
}

/** `pier nine` as it is typed, and as `Pier Nine`, `Pier nine`, `PIER NINE` and `pier nine`. */
function writings(text: string): readonly string[] {
  const lower = text.toLowerCase();
  const words = (before: RegExp): string => lower.replace(before, (first) => first.toUpperCase());
  return [
    text,
    lower,
    text.toUpperCase(),
    words(/^./u),
    words(/(?<![\p{L}\p{N}'’])\p{L}/gu),
    words(/(?<![\p{L}\p{N}])\p{L}/gu),
  ];
}

function writingsOfEachLetter(letters: string): readonly string[] {
  return [...letters].reduce<readonly string[]>(
    (begun, letter) =>
      begun.flatMap((text) =>
        [...new Set([letter.toLowerCase(), letter.toUpperCase()])].map((one) => text + one),
      ),
    [''],
  );
}

export function customerOf({ name, segment, weight, revenue }: CustomerRecord): Customer {
  return {
    name,
    segment: textOf(segment) === '' ? null : segment,
    weight: weight < 0 ? null : weight,
    revenue: revenue < 0 ? null : revenue,
  };
}
