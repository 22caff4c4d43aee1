import type { Clock } from '../../clock';
import type { Limits } from '../limits';
import type { EntityDeclaration } from '../manifest';
import { passes } from './conditions';
import { indexesOf, type Place } from './entity-index';
import { cursorTo, placeFrom } from './cursor';
import { checkFilters, checkQuery } from './query-checks';
import type { StorageReadings } from './readings';
import { KvsRefusal } from './refusal';
import { table, type Kept, type Table } from './table';
import type { EntityQueryRequest, Filters } from './wire';

export interface Page {
  readonly entries: readonly (readonly [key: string, kept: Kept])[];
  readonly cursor: string | undefined;
}

export interface EntityTable extends Table {
  readonly declaration: EntityDeclaration;
  query(request: EntityQueryRequest): Page;
  /** Refuses filters that do not fit the declaration. */
  checkFilters(filters: Filters): void;
}

interface Surroundings {
  readonly limits: Limits;
  readonly readings: StorageReadings;
  readonly clock: Clock;
  readonly lagMs: () => number;
}

interface Change {
  readonly at: number;
  readonly key: string;
  readonly before: Kept | undefined;
  readonly after: Kept | undefined;
}

/** A table whose indexes follow its writes `lagMs` later: on the platform, queries are eventually consistent. */
export function entityTable(
  declaration: EntityDeclaration,
  { limits, readings, clock, lagMs }: Surroundings,
): EntityTable {
  const rows = table();
  const indexes = indexesOf(declaration);
  let pending: Change[] = [];

  const apply = (change: Change): void => {
    for (const index of indexes.values()) index.replace(change.key, change.before, change.after);
  };
  const catchUp = (): void => {
    const now = clock.now();
    const ripe = pending.findIndex((change) => change.at + lagMs() > now);
    const due = ripe === -1 ? pending : pending.slice(0, ripe);
    pending = ripe === -1 ? [] : pending.slice(ripe);
    for (const change of due) apply(change);
  };
  const write = (key: string, after: Kept | undefined): void => {
    const change = { at: clock.now(), key, before: rows.get(key), after };
    if (lagMs() === 0 && pending.length === 0) apply(change);
    else pending.push(change);
  };

  return {
    ...rows,
    declaration,
    set(key, kept) {
      write(key, kept);
      rows.set(key, kept);
    },
    delete(key) {
      write(key, undefined);
      return rows.delete(key);
    },
    query(request) {
      if (pending.length > 0) catchUp();
      const index = indexes.get(request.indexName);
      if (!index)
        throw new KvsRefusal(
          400,
          'UNKNOWN_INDEX',
          `The entity ${declaration.name} declares no index ${request.indexName}.`,
        );
      const partition = request.partition ?? [];
      checkQuery(declaration, index, request, readings);
      const limit = pageLimit(request.limit, limits);
      const scan = index.scan({
        partition,
        range: request.range,
        descending: request.sort === 'DESC',
        behind:
          request.cursor === undefined
            ? undefined
            : placeFrom(request.cursor, request.indexName, clock.now(), readings),
      });
      return readPage(scan, limit, request, clock.now());
    },
    checkFilters: (filters) => {
      checkFilters(declaration, filters, readings);
    },
  };
}

/** Filters are applied after the page is read, as on the platform: a page can hold fewer than asked, and still have a next. */
function readPage(
  scan: Iterable<readonly [Place, Kept]>,
  limit: number,
  request: EntityQueryRequest,
  now: number,
): Page {
  const entries: [string, Kept][] = [];
  let read = 0;
  let last: Place | undefined;
  for (const [place, kept] of scan) {
    if (kept.expiresAt !== undefined && kept.expiresAt <= now) continue;
    if (read === limit)
      return { entries, cursor: last && cursorTo([request.indexName, ...last], now) };
    read += 1;
    last = place;
    const attributes =
      request.filters && (JSON.parse(kept.json) as Readonly<Record<string, unknown>>);
    if (!request.filters || passes(request.filters, attributes)) entries.push([place[2], kept]);
  }
  return { entries, cursor: undefined };
}

export function pageLimit(
  asked: number | undefined,
  limits: Limits,
  code = 'COMPLEX_QUERY_PAGE_LIMIT_NOT_IN_RANGE',
): number {
  const limit = asked ?? limits.kvsPageDefault;
  if (limit < 1 || limit > limits.kvsPageMax) {
    throw new KvsRefusal(
      400,
      code,
      `A page of ${limit} was asked for; 1 to ${limits.kvsPageMax} are allowed.`,
    );
  }
  return limit;
}
