import { z } from 'zod';
import type { CustomersContract } from '../contract/customers';
import { removeCustomers, saveCustomer } from '../usecases/customers/change-customer';
import { eraseCustomer } from '../usecases/customers/erase-customer';
import { exportCustomer } from '../usecases/customers/export-customer';
import { importCustomers } from '../usecases/customers/import';
import { listCustomers } from '../usecases/customers/list-customers';
import { scopeAsk } from './asks';
import type { Handlers } from './surroundings';

/** Longer than any cell that is right, so that what is wrong is told row by row and not for the whole table. */
const cell = z.string().max(1_000);
const cells = { name: cell, segment: cell, weight: cell, revenue: cell };
const saveAsk = z.object({ ...cells, was: cell.nullable() });
const removeAsk = z.object({ names: z.array(cell).min(1).max(500) });
const nameAsk = z.object({ name: cell.min(1) });
const importAsk = z.object({
  rows: z.array(z.object({ row: z.number().int().min(1), ...cells })).max(5_000),
  apply: z.boolean(),
  leaveOut: z.boolean(),
});

export const customersHandlers = {
  'customers.list': (payload, { viewer, people, world }) =>
    listCustomers(scopeAsk.parse(payload).project, viewer, people, world),
  'customers.save': (payload, context) => {
    const { was, ...row } = saveAsk.parse(payload);
    return saveCustomer(row, was, context);
  },
  'customers.remove': async (payload, context) => {
    await removeCustomers(removeAsk.parse(payload).names, context);
    return null;
  },
  'customers.export': (payload, { viewer, world, now }) =>
    exportCustomer(nameAsk.parse(payload).name, viewer, world, now),
  'customers.erase': (payload, context) => eraseCustomer(nameAsk.parse(payload).name, context),
  'customers.import': (payload, context) => {
    const { rows, ...options } = importAsk.parse(payload);
    return importCustomers(rows, options, context);
  },
} satisfies Handlers<CustomersContract>;
