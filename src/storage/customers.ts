import { WhereConditions } from '@forge/kvs';
import type { Customer } from '../core/signals/recorded';
import type { Customers } from '../usecases/ports/evidence';
import { readBatch, removeBatch, writeBatch } from './batches';
import { digest } from './digest';
import { customerOf, customersBeginning, named, PAGE_LIMIT } from './customer-names';
import {
  countChange,
  CUSTOMER_ENTITY,
  tableRevision,
  writeUnderRevision,
  type CustomerRecord,
  type KeyedRecord,
} from './customer-table';
import { kvsOwedRescoring } from './owed-rescoring';
import { storedText } from './stored-text';

export { CUSTOMER_ENTITY };

const NONE = -1;
/** A thousand customers: a second or so, and far less than an answer may carry. */
const MOST_PAGES = 10;

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
    async page(after) {
      const customers: Customer[] = [];
      let last = after;
      for (let pages = 0; pages < MOST_PAGES; pages++) {
        const found = await named(last === null ? null : WhereConditions.greaterThan(last));
        customers.push(...found);
        if (found.length < PAGE_LIMIT) return { customers, next: null };
        last = found.at(-1)?.name ?? null;
      }
      return { customers, next: last };
    },
    beginning: customersBeginning,
  };
}

const compared = (name: string): string => name.trim().toLowerCase();
const keyOf = (name: string): Promise<string> => digest(compared(name));

function recordOf({ name, segment, weight, revenue }: Customer): CustomerRecord {
  return { name, segment: storedText(segment), weight: weight ?? NONE, revenue: revenue ?? NONE };
}
