import type { Kept } from './table';

/** The JSON of a kept value as the storage API gives it, without parsing the value. */
export function keptJson(key: string, kept: Kept, entityName?: string): string {
  const entity = entityName === undefined ? '' : `"entityName":${JSON.stringify(entityName)},`;
  const expiry =
    kept.expiresAt === undefined ? '' : `,"expireTime":"${new Date(kept.expiresAt).toISOString()}"`;
  return `{"key":${JSON.stringify(key)},${entity}"value":${kept.json},"createdAt":${kept.createdAt},"updatedAt":${kept.updatedAt}${expiry}}`;
}

/** One page of a query. */
export function pageJson(
  entries: readonly (readonly [string, Kept])[],
  cursor: string | undefined,
): string {
  const data = entries.map(([key, kept]) => keptJson(key, kept)).join(',');
  return `{"data":[${data}]${cursor === undefined ? '' : `,"cursor":${JSON.stringify(cursor)}`}}`;
}
