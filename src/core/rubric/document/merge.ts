import type { Sides } from './merge-order';
import { byName, inside, labelOf, nameOf, same, titled } from './difference';
import type { DocumentPlace } from './difference-words';
import { mergedOrder } from './merge-order';
import { sectionWord } from './setting-words';
import { isPlain } from './with-defaults';
import { ownMember } from '../../terms/own-member';

/** Whose change counts where both changed the same place. */
export type Side = 'mine' | 'theirs';

/** A place that both changed, and differently. */
export interface MergeConflict {
  /** `criteria.reach.weight`: items of named lists go by their name. */
  readonly path: string;
  /** In words: `Criterion “Reach”: weight`. */
  readonly place: string;
  /** Left out where the side has nothing there. */
  readonly base?: unknown;
  readonly mine?: unknown;
  readonly theirs?: unknown;
}

export interface Merged {
  readonly document: Readonly<Record<string, unknown>>;
  readonly conflicts: readonly MergeConflict[];
}

type Plain = Readonly<Record<string, unknown>>;

interface Merging {
  readonly choices: Readonly<Record<string, Side>>;
  readonly conflicts: MergeConflict[];
}

/** Format and edition are those of the newer document. */
const ofTheirs = new Set(['schema', 'version']);

/**
 * Two documents that were made from the same one, in one: what only one of them changed is as it says. Where both changed the same
 * place, mine stays unless `choices` says otherwise by the conflict's path. Whether the outcome is a sound rubric is for its checks.
 */
export function mergeRubrics(
  { base, mine, theirs }: Sides<Plain>,
  choices: Readonly<Record<string, Side>> = {},
): Merged {
  const merging: Merging = { choices, conflicts: [] };
  const document = Object.fromEntries(
    keysOf({ base, mine, theirs }).flatMap((key) => {
      const sides = membersOf({ base, mine, theirs }, key);
      const value = ofTheirs.has(key)
        ? sides.theirs
        : merge({ path: key, words: [sectionWord(key)] }, sides, merging);
      return value === undefined ? [] : [[key, value]];
    }),
  );
  return { document, conflicts: merging.conflicts };
}

function merge(place: DocumentPlace, sides: Sides, merging: Merging): unknown {
  const { base, mine, theirs } = sides;
  if (same(mine, theirs) || same(base, theirs)) return mine;
  if (same(base, mine)) return theirs;
  if (isPlain(base) && isPlain(mine) && isPlain(theirs) && ofOneKind([base, mine, theirs]))
    return mergeObjects(place, { base, mine, theirs }, merging);
  if (isList(base) && isList(mine) && isList(theirs)) {
    const lists = { base, mine, theirs };
    if ([base, mine, theirs].every(isNamed)) return mergeNamed(place, lists, merging);
    const merged = [base, mine, theirs].every(isSet) ? mergeSets(lists) : null;
    if (merged !== null) return merged;
  }
  return settled(place, sides, merging);
}

function membersOf({ base, mine, theirs }: Sides<Plain>, key: string): Sides {
  return {
    base: ownMember(base, key),
    mine: ownMember(mine, key),
    theirs: ownMember(theirs, key),
  };
}

function mergeObjects(place: DocumentPlace, sides: Sides<Plain>, merging: Merging): Plain {
  return Object.fromEntries(
    keysOf(sides).flatMap((key) => {
      const value = merge(inside(place, key), membersOf(sides, key), merging);
      return value === undefined ? [] : [[key, value]];
    }),
  );
}

function mergeNamed(
  place: DocumentPlace,
  { base, mine, theirs }: Sides<readonly unknown[]>,
  merging: Merging,
): readonly unknown[] {
  const named = { base: itemsOf(base), mine: itemsOf(mine), theirs: itemsOf(theirs) };
  const names = [...new Set([...named.mine.keys(), ...named.theirs.keys(), ...named.base.keys()])];
  const merged = new Map(
    names.flatMap((name) => {
      const sides = {
        base: named.base.get(name),
        mine: named.mine.get(name),
        theirs: named.theirs.get(name),
      };
      const label = labelOf(sides.mine ?? sides.theirs ?? sides.base) ?? name;
      const value = merge(
        { path: `${place.path}.${name}`, words: titled(place, label) },
        sides,
        merging,
      );
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
  const orders = {
    base: [...named.base.keys()],
    mine: [...named.mine.keys()],
    theirs: [...named.theirs.keys()],
  };
  const order = mergedOrder(orders, (sides) =>
    settled(
      { path: `${place.path} order`, words: [`${place.words.join(': ')} order`] },
      sides,
      merging,
    ),
  );
  return order.flatMap((name) => (merged.has(name) ? [merged.get(name)] : []));
}

/** What either added or took away of a list of plain values; null where the order is at stake too. */
function mergeSets({ base, mine, theirs }: Sides<readonly unknown[]>): readonly unknown[] | null {
  const kept = (list: readonly unknown[]) => base.filter((one) => list.includes(one));
  const inOrder = (list: readonly unknown[]) =>
    same(
      list.filter((one) => base.includes(one)),
      kept(list),
    );
  if (!inOrder(mine) || !inOrder(theirs)) return null;
  return [
    ...mine.filter((one) => theirs.includes(one) || !base.includes(one)),
    ...theirs.filter((one) => !base.includes(one) && !mine.includes(one)),
  ];
}

function settled(place: DocumentPlace, sides: Sides, { choices, conflicts }: Merging): unknown {
  const side = ownMember(choices, place.path);
  if (side !== undefined) return sides[side];
  const [title = '', ...rest] = place.words;
  conflicts.push({
    path: place.path,
    place: rest.length === 0 ? title : `${title}: ${rest.join(' ')}`,
    ...sides,
  });
  return sides.mine;
}

const keysOf = ({ base, mine, theirs }: Sides<Plain>): readonly string[] => [
  ...new Set([...Object.keys(mine), ...Object.keys(theirs), ...Object.keys(base)]),
];
const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);
const isNamed = (list: readonly unknown[]): boolean => list.every((item) => nameOf(item) !== null);
const isSet = (list: readonly unknown[]): boolean =>
  list.every((item) => typeof item === 'string' || typeof item === 'number') &&
  new Set(list).size === list.length;

/** A curve of another kind has other settings: of two such only the whole can be chosen. */
function ofOneKind(sides: readonly Plain[]): boolean {
  const tag = (one: Plain): string =>
    JSON.stringify([one['kind'], typeof one['from'] === 'string' ? one['from'] : null]);
  return new Set(sides.map(tag)).size === 1;
}

function itemsOf(list: readonly unknown[]): ReadonlyMap<string, unknown> {
  return new Map([...byName(list)].map(([name, { item }]) => [name, item]));
}
