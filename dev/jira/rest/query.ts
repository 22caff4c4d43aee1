import { notModelled } from '../jira-error';
import type { Call } from './call';

/** Jira reads a switch of the query in any case: Python writes `True`. */
export const isOn = (call: Call, name: string): boolean =>
  call.query.get(name)?.toLowerCase() === 'true';

/** A list of the query, repeated or with commas. */
export const listed = (call: Call, name: string): readonly string[] =>
  call.query
    .getAll(name)
    .flatMap((each) => each.split(','))
    .map((each) => each.trim())
    .filter((each) => each !== '');

/** The items that `names` names by one of its ways; all of them when it names nothing. */
export function among<T>(
  items: readonly T[],
  names: readonly string[],
  of: (item: T) => string,
): readonly T[] {
  return names.length === 0 ? items : items.filter((item) => names.includes(of(item)));
}

/** Sorted as `orderBy` says: a name, with - for downwards. A documented order that is missing here is refused by its name. */
export function ordered<T>(
  call: Call,
  items: readonly T[],
  keys: Readonly<Record<string, (item: T) => string | number>>,
): readonly T[] {
  const asked = call.query.get('orderBy');
  if (asked === null || asked === '') return items;
  const [, sign = '', name = ''] = /^([+ -]?)(.*)$/.exec(asked) ?? [];
  const keyOf = keys[name];
  if (keyOf === undefined) throw notModelled(`'${name}' in orderBy`);
  const by = (a: T, b: T): number => {
    const [one, other] = [keyOf(a), keyOf(b)];
    return typeof one === 'string' && typeof other === 'string'
      ? one.localeCompare(other)
      : Number(one) - Number(other);
  };
  return [...items].sort((a, b) => (sign === '-' ? by(b, a) : by(a, b)));
}
