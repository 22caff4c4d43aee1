import { kvs } from '@forge/kvs';
import type { Customer } from '../core/signals/recorded';
import type { Customers } from '../usecases/ports/evidence';
import { readBatch, removeBatch, writeBatch } from './batches';
import { digest } from './digest';
import { guarded } from './guarded';
import {
  countChange,
  CUSTOMER_ENTITY,
  tableRevision,
  writeUnderRevision,
  type CustomerRecord,
  type KeyedRecord,
} from './customer-table';
import { kvsOwedRescoring } from './owed-rescoring';
import { storedText, textOf } from './stored-text';

export { CUSTOMER_ENTITY };

const NONE = -1;
/** https://developer.atlassian.com/platform/forge/storage-reference/entities-query/ */
const PAGE_LIMIT = 100;

export function kvsCustomers(): Customers {
  return {
    owed: kvsOwedRescoring(),
    async read(names) {
      const keys = new Map(
        await Promise.all(names.map(async (name) => [await keyOf(name), compared(name)] as const)),
      );
      const records = await readBatch<CustomerRecord>(CUSTOMER_ENTITY, [...keys.keys()]);
      return new Map(
        [...records].map(([key, record]) => [
          keys.get(key) ?? compared(record.name),
          customerOf(record),
        ]),
      );
    },
    async write(customers) {
      await countChange();
      await writeBatch(
        CUSTOMER_ENTITY,
        await Promise.all(
          customers.map(async (customer) => ({
            key: await keyOf(customer.name),
            value: recordOf(customer),
          })),
        ),
      );
    },
    revision: tableRevision,
    async replace(customer, was, seen) {
      const set: KeyedRecord = { key: await keyOf(customer.name), value: recordOf(customer) };
      return writeUnderRevision(set, was === null ? null : await keyOf(was), seen);
    },
    async remove(names) {
      await countChange();
      await removeBatch(CUSTOMER_ENTITY, await Promise.all(names.map(keyOf)));
    },
    async all() {
      const query = kvs
        .entity<CustomerRecord>(CUSTOMER_ENTITY)
        .query()
        .index('by-name')
        .limit(PAGE_LIMIT);
      const customers: Customer[] = [];
      let cursor: string | undefined;
      do {
        const { results, nextCursor } = await guarded('listing customers', () =>
          (cursor === undefined ? query : query.cursor(cursor)).getMany(),
        );
        customers.push(...results.map(({ value }) => customerOf(value)));
        cursor = nextCursor;
      } while (cursor !== undefined);
      return customers;
    },
  };
}

const compared = (name: string): string => name.trim().toLowerCase();
const keyOf = (name: string): Promise<string> => digest(compared(name));

function recordOf({ name, segment, weight, revenue }: Customer): CustomerRecord {
  return { name, segment: storedText(segment), weight: weight ?? NONE, revenue: revenue ?? NONE };
}

function customerOf({ name, segment, weight, revenue }: CustomerRecord): Customer {
  return {
    name,
    segment: textOf(segment) === '' ? null : segment,
    weight: weight < 0 ? null : weight,
    revenue: revenue < 0 ? null : revenue,
  };
}
