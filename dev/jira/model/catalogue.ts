interface Named {
  readonly id: string;
  readonly name: string;
}

/** An ordered list of things with an id and a name; names are found in any case, as Jira does. */
export interface Catalogue<T extends Named> {
  all(): readonly T[];
  byId(id: string): T | undefined;
  byName(name: string): T | undefined;
  /** Place in the list, from 0; -1 for a stranger. */
  rank(item: T): number;
  add(item: T): T;
  clear(): void;
  /** `wanted` when nothing else has it, otherwise the next number that is free. */
  freeId(wanted?: string): string;
}

export function createCatalogue<T extends Named>(
  firstId: number,
  items: readonly T[] = [],
): Catalogue<T> {
  let list: T[] = [];
  const ids = new Map<string, T>();
  const names = new Map<string, T>();
  const ranks = new Map<T, number>();
  const catalogue: Catalogue<T> = {
    all: () => list,
    byId: (id) => ids.get(id),
    byName: (name) => names.get(name.toLowerCase()),
    rank: (item) => ranks.get(item) ?? -1,
    add(item) {
      ranks.set(item, list.length);
      list.push(item);
      ids.set(item.id, item);
      if (!names.has(item.name.toLowerCase())) names.set(item.name.toLowerCase(), item);
      return item;
    },
    clear() {
      list = [];
      ids.clear();
      names.clear();
      ranks.clear();
    },
    freeId(wanted) {
      if (wanted !== undefined && !ids.has(wanted)) return wanted;
      let next = firstId + list.length;
      while (ids.has(String(next))) next += 1;
      return String(next);
    },
  };
  for (const item of items) catalogue.add(item);
  return catalogue;
}
