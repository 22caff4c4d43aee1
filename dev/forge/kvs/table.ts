import BTree from 'sorted-btree';

/** One kept value. The text is the value: nobody outside can reach into what is kept. */
export interface Kept {
  readonly json: string;
  readonly bytes: number;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly expiresAt: number | undefined;
}

/** Values by key, in order of key. */
export interface Table {
  get(key: string): Kept | undefined;
  set(key: string, kept: Kept): void;
  delete(key: string): boolean;
  /** From the first key at or after `from`. */
  entriesFrom(from: string): IterableIterator<[string, Kept]>;
  size(): { readonly count: number; readonly bytes: number };
}

export function table(): Table {
  const tree = new BTree<string, Kept>(undefined, (a, b) => (a < b ? -1 : a > b ? 1 : 0));
  let bytes = 0;
  return {
    get: (key) => tree.get(key),
    set(key, kept) {
      bytes += kept.bytes - (tree.get(key)?.bytes ?? 0);
      tree.set(key, kept);
    },
    delete(key) {
      bytes -= tree.get(key)?.bytes ?? 0;
      return tree.delete(key);
    },
    entriesFrom: (from) => tree.entries(from),
    size: () => ({ count: tree.size, bytes }),
  };
}
