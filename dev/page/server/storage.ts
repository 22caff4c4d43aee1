import type { ForgeHost } from '../../forge/host';
import type { KvsEntry } from '../../forge/kvs/view';
import type { StoredRecord, StoreKeys } from '../wire';

const pageSize = 20;

function* storeOf(host: ForgeHost, entity: string | null): Iterable<KvsEntry> {
  for (const entry of host.dumpKvs()) if (entry.entity === entity) yield entry;
}

/** The next keys after `after`, or the first ones. */
export function storeKeys(host: ForgeHost, entity: string | null, after: string | null): StoreKeys {
  const keys: { key: string; updatedAt: number; bytes: number }[] = [];
  for (const { key, updatedAt, value } of storeOf(host, entity)) {
    if (after !== null && key <= after) continue;
    if (keys.length === pageSize) return { keys, next: keys.at(-1)?.key ?? null };
    keys.push({ key, updatedAt, bytes: Buffer.byteLength(JSON.stringify(value)) });
  }
  return { keys, next: null };
}

export function storedRecord(
  host: ForgeHost,
  entity: string | null,
  key: string,
): StoredRecord | null {
  for (const entry of storeOf(host, entity))
    if (entry.key === key) return { key, value: entry.value, updatedAt: entry.updatedAt };
  return null;
}
