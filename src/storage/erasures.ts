import { kvs, WhereConditions } from '@forge/kvs';
import type { Erasure, Erasures } from '../usecases/ports/upkeep';
import { guarded } from './guarded';

const ERASURE = 'erasure:';
/** Keys come in their own order: the newest first, for as long as times have thirteen digits. */
const END_OF_TIMES = 9_999_999_999_999;
/** The most that one page of keys may have. */
const PAGE_LIMIT = 100;

/** A key each, so that of two at once none undoes the other. `random`: 0 up to 1. */
export function kvsErasures(random: () => number): Erasures {
  return {
    async record(erasure) {
      const age = String(END_OF_TIMES - Date.parse(erasure.at)).padStart(13, '0');
      const key = `${ERASURE}${age}-${Math.floor(random() * 2 ** 32).toString(36)}`;
      await guarded('noting who erased a customer', () => kvs.set(key, erasure));
    },
    async newest(most) {
      const { results } = await guarded('reading who erased customers', () =>
        kvs
          .query()
          .where('key', WhereConditions.beginsWith(ERASURE))
          .limit(Math.min(most, PAGE_LIMIT))
          .getMany<Erasure>(),
      );
      return results.map(({ value }) => value);
    },
  };
}
