import { z } from 'zod';
import type { CustomersContract } from '../contract/customers';
import { removeCustomers, saveCustomer } from '../usecases/customers/change-customer';
import { eraseCustomer } from '../usecases/customers/erase-customer';
import { exportCustomer } from '../usecases/customers/export-customer';
import { importCustomers } from '../usecases/customers/import';
import { findCustomers } from '../usecases/customers/find-customers';
import { listCustomers } from '../usecases/customers/list-customers';
import { asking } from './asking';
import { scopeAsk } from './asks';
import type { Handlers } from './surroundings';

/** Longer than any cell that is right, so that what is wrong is told row by row and not for the whole table. */
const cell = z.string().max(1_000);
const cells = { name: cell, segment: cell, weight: cell, revenue: cell };
const seen = z.object({
  segment: z.string().nullable(),
  weight: z.number().nullable(),
  revenue: z.number().nullable(),
});
const saveAsk = z.object({ ...cells, was: cell.nullable(), seen: seen.nullish() });
const findAsk = scopeAsk.extend({ begins: z.string().max(128), after: cell.nullable() });
const removeAsk = z.object({ names: z.array(cell).min(1).max(500) });
const nameAsk = z.object({ name: cell.min(1) });
const importAsk = z.object({
  rows: z.array(z.object({ row: z.number().int().min(1), ...cells })).max(5_000),
  apply: z.boolean(),
  leaveOut: z.boolean(),
});

export const customersHandlers = {
  'customers.list': asking(scopeAsk, ({ project }, { viewer, world }) =>
    listCustomers(project, viewer, world),
  ),
  'customers.find': asking(findAsk, (sought, { viewer, world }) =>
    findCustomers(sought, viewer, world),
  ),
  'customers.save': asking(saveAsk, ({ was, seen: began, ...row }, context) =>
    saveCustomer(row, { was, seen: began }, context),
  ),
  'customers.remove': asking(removeAsk, async ({ names }, context) => {
    await removeCustomers(names, context);
    return null;
  }),
  'customers.export': asking(nameAsk, ({ name }, { viewer, world, now }) =>
    exportCustomer(name, viewer, world, now),
  ),
  'customers.erase': asking(nameAsk, ({ name }, context) => eraseCustomer(name, context)),
  'customers.import': asking(importAsk, ({ rows, ...options }, context) =>
    importCustomers(rows, options, context),
  ),
} satisfies Handlers<CustomersContract>;
