import type { KvsDoor } from './door';

export interface TableSize {
  readonly count: number;
  /** Bytes of the values' JSON. */
  readonly bytes: number;
}

export interface KvsCounts {
  readonly plain: TableSize;
  readonly secrets: TableSize;
  readonly entities: Readonly<Record<string, TableSize>>;
  /** Units used in the current minute. */
  readonly thisMinute: { readonly read: number; readonly write: number };
}

export interface KvsEntry {
  /** Null for a plain key. */
  readonly entity: string | null;
  readonly key: string;
  readonly value: unknown;
  /** Milliseconds since the epoch. */
  readonly updatedAt: number;
}

/** Reads the app's storage without the app knowing. Secrets are only counted. */
export function kvsView({ store, units }: KvsDoor): {
  counts(): KvsCounts;
  entries(): Iterable<KvsEntry>;
} {
  return {
    counts: () => ({
      plain: store.plain.size(),
      secrets: store.secrets.size(),
      entities: Object.fromEntries(
        [...store.entities].map(([name, table]) => [name, table.size()]),
      ),
      thisMinute: units.used(),
    }),
    *entries() {
      for (const [entity, table] of [[null, store.plain] as const, ...store.entities]) {
        for (const [key, kept] of table.entriesFrom('')) {
          // What has ended may lie there for a while; the app reads it no more.
          if (store.read(entity === null ? { key } : { entityName: entity, key }) === undefined)
            continue;
          yield { entity, key, value: JSON.parse(kept.json) as unknown, updatedAt: kept.updatedAt };
        }
      }
    },
  };
}
