import type { Customer } from '../core/signals/recorded';
import type { Customers } from '../usecases/ports/evidence';
import { readBatch, writeBatch } from './batches';
import { digest } from './digest';

export const CUSTOMER_ENTITY = 'customer';

interface CustomerRecord {
  readonly name: string;
  /** Empty without one. */
  readonly segment: string;
  /** Below zero without one. */
  readonly weight: number;
  readonly revenue: number;
}

const NONE = -1;

export function kvsCustomers(): Customers {
  return {
    async read(names) {
      const keys = new Map(await Promise.all(names.map(async (name) => [await keyOf(name), compared(name)] as const)));
      const records = await readBatch<CustomerRecord>(CUSTOMER_ENTITY, [...keys.keys()]);
      return new Map([...records].map(([key, record]) => [keys.get(key) ?? compared(record.name), customerOf(record)]));
    },
    async write(customers) {
      await writeBatch(CUSTOMER_ENTITY, await Promise.all(customers.map(async (customer) => ({ key: await keyOf(customer.name), value: recordOf(customer) }))));
    },
  };
}

const compared = (name: string): string => name.trim().toLowerCase();
const keyOf = (name: string): Promise<string> => digest(compared(name));

function recordOf({ name, segment, weight, revenue }: Customer): CustomerRecord {
  return { name, segment: segment ?? '', weight: weight ?? NONE, revenue: revenue ?? NONE };
}

function customerOf({ name, segment, weight, revenue }: CustomerRecord): Customer {
  return { name, segment: segment === '' ? null : segment, weight: weight < 0 ? null : weight, revenue: revenue < 0 ? null : revenue };
}
