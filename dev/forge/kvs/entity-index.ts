import BTree from 'sorted-btree';
import type { EntityDeclaration } from '../manifest';
import { KvsRefusal } from './refusal';
import type { Kept } from './table';
import type { Where } from './wire';

const LOWEST = Symbol('below every value');
const HIGHEST = Symbol('above every value');
type RangeValue = string | number | boolean | typeof LOWEST | typeof HIGHEST;

/** Where an entity stands in an index. */
export type Place = readonly [partition: string, range: RangeValue, key: string];

export interface EntityIndex {
  readonly partition: readonly string[];
  /** The attribute it is ordered by; undefined for the index by key. */
  readonly range: string | undefined;
  replace(key: string, before: Kept | undefined, after: Kept | undefined): void;
  /** In order (or its reverse), beginning behind `behind` when it is given. */
  scan(query: {
    partition: readonly unknown[];
    range: Where | undefined;
    descending: boolean;
    behind: Place | undefined;
  }): Iterable<readonly [Place, Kept]>;
}

const compareRange = (a: RangeValue, b: RangeValue): number => {
  if (a === b) return 0;
  if (a === LOWEST || b === HIGHEST) return -1;
  if (b === LOWEST || a === HIGHEST) return 1;
  return a < b ? -1 : 1;
};
const comparePlace = (a: Place, b: Place): number => {
  if (a[0] !== b[0]) return a[0] < b[0] ? -1 : 1;
  return compareRange(a[1], b[1]) || (a[2] === b[2] ? 0 : a[2] < b[2] ? -1 : 1);
};

const AFTER_EVERY_KEY = '\uffff';
type End = readonly [value: RangeValue, key: string];

/** The first and last place a range condition allows. */
function ends(range: Where | undefined): readonly [first: End, last: End] {
  const [a, b] = (range?.values ?? []) as readonly RangeValue[];
  const bottom: End = [LOWEST, ''];
  const top: End = [HIGHEST, ''];
  if (!range) return [bottom, top];
  if (a === undefined)
    throw new KvsRefusal(400, 'INVALID_RANGE', `The condition ${range.condition} has no value.`);
  switch (range.condition) {
    case 'EQUAL_TO':
      return [
        [a, ''],
        [a, AFTER_EVERY_KEY],
      ];
    case 'BETWEEN':
      return [
        [a, ''],
        [b ?? a, AFTER_EVERY_KEY],
      ];
    case 'BEGINS_WITH':
      return [
        [a, ''],
        [`${String(a)}${AFTER_EVERY_KEY}`, AFTER_EVERY_KEY],
      ];
    case 'GREATER_THAN':
      return [[a, AFTER_EVERY_KEY], top];
    case 'GREATER_THAN_EQUAL_TO':
      return [[a, ''], top];
    case 'LESS_THAN':
      return [bottom, [a, '']];
    case 'LESS_THAN_EQUAL_TO':
      return [bottom, [a, AFTER_EVERY_KEY]];
    default:
      throw new KvsRefusal(
        400,
        'INVALID_RANGE',
        `The condition ${range.condition} cannot be used on an index's range.`,
      );
  }
}

function entityIndex(partition: readonly string[], range: string | undefined): EntityIndex {
  const tree = new BTree<Place, Kept>(undefined, comparePlace);

  /** Undefined for an entity without one of the attributes: it isn't in the index. */
  const placeOf = (key: string, kept: Kept): Place | undefined => {
    if (range === undefined) return ['', key, key];
    const attributes = JSON.parse(kept.json) as Readonly<Record<string, RangeValue | undefined>>;
    const value = attributes[range];
    const values = partition.map((name) => attributes[name]);
    if (value === undefined || values.includes(undefined)) return undefined;
    return [JSON.stringify(values), value, key];
  };

  return {
    partition,
    range,
    replace(key, before, after) {
      const from = before && placeOf(key, before);
      const to = after && placeOf(key, after);
      if (from && !(to && comparePlace(from, to) === 0)) tree.delete(from);
      if (to) tree.set(to, after);
    },
    *scan({ partition: values, range: condition, descending, behind }) {
      const partitionKey = range === undefined ? '' : JSON.stringify(values);
      const [first, last] = ends(condition).map((end): Place => [partitionKey, ...end]) as [
        Place,
        Place,
      ];
      const start = behind ?? (descending ? last : first);
      for (const [place, kept] of descending ? tree.entriesReversed(start) : tree.entries(start)) {
        if (behind && comparePlace(place, behind) === 0) continue;
        if (descending ? comparePlace(place, first) < 0 : comparePlace(place, last) > 0) return;
        yield [place, kept];
      }
    },
  };
}

/** The indexes an entity declares, and the one by key that each has. */
export function indexesOf(entity: EntityDeclaration): ReadonlyMap<string, EntityIndex> {
  const declared = entity.indexes.map((each): [string, EntityIndex] => {
    const name = typeof each === 'string' ? each : each.name;
    const partition = typeof each === 'string' ? [] : (each.partition ?? []);
    const range = typeof each === 'string' ? each : (each.range[0] ?? each.name);
    for (const attribute of [...partition, range]) {
      if (!entity.attributes[attribute])
        throw new Error(
          `The index ${name} of ${entity.name} names the attribute ${attribute}, which is not declared.`,
        );
    }
    return [name, entityIndex(partition, range)];
  });
  return new Map([['by-key', entityIndex([], undefined)], ...declared]);
}
