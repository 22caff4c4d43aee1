import { ForgeKvsAPIError, kvs } from '@forge/kvs';
import { z } from 'zod';
import { Declined } from '../../usecases/ports/failures';
import { guarded } from '../guarded';
import type { Stored } from './opened-record';

/** https://developer.atlassian.com/platform/forge/storage-reference/entities-query/ */
const PAGE_LIMIT = 100;

interface FromStorage {
  readonly results: readonly { readonly key: string; readonly value: unknown }[];
  readonly nextCursor?: string | undefined;
}
type Asking = (cursor: string | undefined) => Promise<FromStorage>;

/** One part of all that is stored after the other, each in the order of an index. */
const PARTS: readonly { readonly entity: string | null; readonly ask: Asking }[] = [
  { entity: null, ask: (cursor) => plain(cursor) },
  ...['open', 'closed'].map((shelf) => ({
    entity: 'ledger',
    ask: (cursor?: string) =>
      pageOf(
        kvs
          .entity('ledger')
          .query()
          .index('by-shelf-issue', { partition: [shelf] }),
        cursor,
      ),
  })),
  ...['attached', 'postmortem', 'update', 'settings'].map((entity) => ({
    entity,
    ask: (cursor?: string) => pageOf(kvs.entity(entity).query().index('by-revision'), cursor),
  })),
  {
    entity: 'decision',
    ask: (cursor) => pageOf(kvs.entity('decision').query().index('by-time'), cursor),
  },
];

export const WALKED: readonly (string | null)[] = PARTS.map(({ entity }) => entity);

type Query = ReturnType<ReturnType<ReturnType<typeof kvs.entity>['query']>['index']>;

function pageOf(query: Query, cursor: string | undefined): Promise<FromStorage> {
  const limited = query.limit(PAGE_LIMIT);
  return (cursor === undefined ? limited : limited.cursor(cursor)).getMany();
}

function plain(cursor: string | undefined): Promise<FromStorage> {
  const limited = kvs.query().limit(PAGE_LIMIT);
  return (cursor === undefined ? limited : limited.cursor(cursor)).getMany();
}

const place = z.strictObject({
  part: z
    .number()
    .int()
    .min(0)
    .max(PARTS.length - 1),
  cursor: z.string().max(4_000).nullable(),
});
type Place = z.infer<typeof place>;

/** The next records of all that is stored, at most a hundred. */
export async function nextRecords(
  from: string | null,
): Promise<{ readonly records: readonly Stored[]; readonly next: string | null }> {
  const { part, cursor } = from === null ? { part: 0, cursor: null } : placeIn(from);
  const one = PARTS[part];
  if (one === undefined) return { records: [], next: null };
  const { entity, ask } = one;
  const page = await guarded('looking where people stand', () => begunAgainWhenAged(ask, cursor));
  const next: Place | null =
    page.nextCursor !== undefined
      ? { part, cursor: page.nextCursor }
      : part + 1 < PARTS.length
        ? { part: part + 1, cursor: null }
        : null;
  return {
    records: page.results.map(({ key, value }) => ({ entity, key, value })),
    next: next === null ? null : textOf(next),
  };
}

/** Of a walk that was cut off for long the storage may no longer know the place: its part begins again, as looking twice does no harm. */
async function begunAgainWhenAged(ask: Asking, cursor: string | null): Promise<FromStorage> {
  if (cursor === null) return ask(undefined);
  try {
    return await ask(cursor);
  } catch (failure) {
    if (failure instanceof ForgeKvsAPIError && failure.code === 'INVALID_CURSOR')
      return ask(undefined);
    throw failure;
  }
}

function textOf(kept: Place): string {
  return Buffer.from(JSON.stringify(kept)).toString('base64url');
}

function placeIn(text: string): Place {
  const parsed = place.safeParse(jsonOf(Buffer.from(text, 'base64url').toString()));
  if (parsed.success) return parsed.data;
  throw new Declined('The search cannot be continued from here', 'Start again from the beginning.');
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
