import { kvs, WhereConditions } from '@forge/kvs';
import type { OwedRescoring } from '../usecases/ports/evidence';
import { digest } from './digest';
import { guarded } from './guarded';

const OWED = 'owed-customers:';
const PAGE_LIMIT = 100;
/** Of a name's digest: 3,000 of them stay under 60 KB of the 240 KiB of a value, and two names hardly ever share one. */
const DIGITS = 16;

interface OwedRecord {
  readonly at: string;
  /** Beginnings of the names' digests: however long the names, one value holds them all. */
  readonly names: readonly string[];
}

/** A record never changes: this invocation reads each once. */
export function kvsOwedRescoring(): OwedRescoring {
  const remembered = new Map<string, ReadonlySet<string>>();
  const namesOf = async (id: string): Promise<ReadonlySet<string>> => {
    const known = remembered.get(id);
    if (known !== undefined) return known;
    const record = await guarded('reading whose issues are to be scored again', () =>
      kvs.get<OwedRecord>(OWED + id),
    );
    const names = new Set(record?.names);
    if (record !== undefined) remembered.set(id, names);
    return names;
  };
  return {
    async keep(id, names, at) {
      const record: OwedRecord = {
        at: at.toISOString(),
        names: await Promise.all(names.map(shortOf)),
      };
      await guarded('noting whose issues are to be scored again', () => kvs.set(OWED + id, record));
    },
    async all() {
      const query = kvs.query().where('key', WhereConditions.beginsWith(OWED)).limit(PAGE_LIMIT);
      const found: { id: string; at: string }[] = [];
      let cursor: string | undefined;
      do {
        const from = cursor;
        const { results, nextCursor } = await guarded(
          'looking whose issues are to be scored again',
          () => (from === undefined ? query : query.cursor(from)).getMany<OwedRecord>(),
        );
        found.push(
          ...results.map(({ key, value }) => ({ id: key.slice(OWED.length), at: value.at })),
        );
        cursor = nextCursor;
      } while (cursor !== undefined);
      return found;
    },
    async among(ids, names) {
      if (names.length === 0) return new Set();
      const owed: ReadonlySet<string>[] = [];
      for (const id of ids) owed.push(await namesOf(id));
      const short = await Promise.all(names.map(shortOf));
      return new Set(names.filter((_, n) => owed.some((some) => some.has(short[n] ?? ''))));
    },
    async clear(ids) {
      for (const id of ids)
        await guarded('clearing whose issues were scored again', () => kvs.delete(OWED + id));
    },
  };
}

async function shortOf(name: string): Promise<string> {
  return (await digest(name)).slice(0, DIGITS);
}
