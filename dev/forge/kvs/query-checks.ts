import type { EntityDeclaration } from '../manifest';
import { checkTyped, typeOf, type AttributeType } from './attribute-checks';
import type { EntityIndex } from './entity-index';
import type { StorageReadings } from './readings';
import { KvsRefusal } from './refusal';
import type { EntityQueryRequest, Filters, Where } from './wire';

/** Refuses a query whose partition, range or filters do not fit the declaration of its entity. */
export function checkQuery(
  declaration: EntityDeclaration,
  index: EntityIndex,
  { indexName, partition = [], range, filters }: EntityQueryRequest,
  readings: StorageReadings,
): void {
  if (partition.length !== index.partition.length) {
    throw new KvsRefusal(
      400,
      'INVALID_PARTITION',
      `The index ${indexName} needs ${index.partition.length} partition value(s): ${index.partition.join(', ')}.`,
    );
  }
  for (const [n, name] of index.partition.entries())
    checkTyped(name, typeOf(declaration, name), partition[n], readings);
  if (range !== undefined) {
    const type = index.range === undefined ? 'string' : typeOf(declaration, index.range);
    checkCondition(index.range ?? 'key', type, range, readings);
  }
  if (filters) checkFilters(declaration, filters, readings);
}

export function checkFilters(
  declaration: EntityDeclaration,
  filters: Filters,
  readings: StorageReadings,
): void {
  for (const each of 'and' in filters ? filters.and : filters.or)
    checkCondition(each.property, typeOf(declaration, each.property), each, readings);
}

/** How many values a condition takes; those that are not named take one. */
const VALUES: Readonly<Record<string, number>> = { BETWEEN: 2, EXISTS: 0, NOT_EXISTS: 0 };

function checkCondition(
  name: string,
  type: AttributeType,
  { condition, values }: Where,
  readings: StorageReadings,
): void {
  const wanted = VALUES[condition] ?? 1;
  if (values.length < wanted)
    throw new KvsRefusal(
      400,
      wanted > 1 ? 'INSUFFICIENT_FILTER_VALUES' : 'INVALID_FILTER_VALUES',
      `The condition ${condition} on "${name}" needs ${wanted} value(s).`,
    );
  for (const value of values.slice(0, wanted)) checkTyped(name, type, value, readings);
  if (condition === 'BEGINS_WITH' && type !== 'string' && type !== 'any')
    throw new KvsRefusal(
      400,
      'INVALID_FILTER_CONDITION',
      `The condition ${condition} does not fit "${name}", which is "${type}".`,
    );
  const [low, high] = values as readonly (string | number)[];
  if (condition === 'BETWEEN' && low !== undefined && high !== undefined && low > high)
    throw new KvsRefusal(
      400,
      'INVALID_FILTER_VALUES',
      `Nothing on "${name}" lies between ${low} and ${high}: the lower value comes first.`,
    );
}
