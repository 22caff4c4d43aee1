import { KvsRefusal } from './refusal';
import type { Filters, Where } from './wire';

type Attributes = Readonly<Record<string, unknown>>;
type Comparable = string | number | boolean;

const comparable = (value: unknown): value is Comparable =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

/** -1, 0 or 1; undefined when the two are not of one comparable type, which no condition then holds for. */
function order(left: unknown, right: unknown): number | undefined {
  if (!comparable(left) || !comparable(right) || typeof left !== typeof right) return undefined;
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

const contains = (value: unknown, part: unknown): boolean =>
  (typeof value === 'string' && typeof part === 'string' && value.includes(part)) ||
  (Array.isArray(value) && value.includes(part));

const CONDITIONS: Readonly<
  Record<string, (value: unknown, values: readonly unknown[]) => boolean>
> = {
  EQUAL_TO: (value, [wanted]) => order(value, wanted) === 0,
  NOT_EQUAL_TO: (value, [wanted]) => order(value, wanted) !== 0,
  GREATER_THAN: (value, [than]) => order(value, than) === 1,
  GREATER_THAN_EQUAL_TO: (value, [than]) => (order(value, than) ?? -1) >= 0,
  LESS_THAN: (value, [than]) => order(value, than) === -1,
  LESS_THAN_EQUAL_TO: (value, [than]) => (order(value, than) ?? 1) <= 0,
  BETWEEN: (value, [low, high]) => (order(value, low) ?? -1) >= 0 && (order(value, high) ?? 1) <= 0,
  BEGINS_WITH: (value, [start]) =>
    typeof value === 'string' && typeof start === 'string' && value.startsWith(start),
  CONTAINS: (value, [part]) => contains(value, part),
  NOT_CONTAINS: (value, [part]) => !contains(value, part),
  EXISTS: (value) => value !== undefined,
  NOT_EXISTS: (value) => value === undefined,
};

/** Whether a value meets one condition. Throws a refusal that names a condition this store doesn't know. */
function holds(condition: Where, value: unknown): boolean {
  const test = CONDITIONS[condition.condition];
  if (!test)
    throw new KvsRefusal(
      400,
      'INVALID_CONDITION',
      `The condition ${condition.condition} is not modelled.`,
    );
  return test(value, condition.values);
}

/** Whether an entity's attributes (none when it doesn't exist) meet the filters. */
export function passes(filters: Filters, attributes: Attributes | undefined): boolean {
  const meets = (each: Where & { readonly property: string }): boolean =>
    holds(each, attributes?.[each.property]);
  return 'and' in filters ? filters.and.every(meets) : filters.or.some(meets);
}
