import { z } from 'zod';
import type { CustomerImport, CustomerSaved, CustomersView } from '../contract/customers';
import { removeCustomers, saveCustomer } from '../usecases/customers/change-customer';
import { listCustomers } from '../usecases/customers/list-customers';
import { importCustomers } from '../usecases/customers/import';
import { scopeAsk } from './jobs';
import type { Surroundings } from './resolver';

/** Longer than any cell that is right, so that what is wrong is told row by row and not for the whole table. */
const cell = z.string().max(1_000);
const cells = { name: cell, segment: cell, weight: cell, revenue: cell };
const saveAsk = z.object({ ...cells, was: cell.nullable() });
const removeAsk = z.object({ names: z.array(cell).min(1).max(500) });
const importAsk = z.object({
  rows: z.array(z.object({ row: z.number().int().min(1), ...cells })).max(5_000),
  apply: z.boolean(),
  leaveOut: z.boolean(),
});

/** `customers.list` */
export async function answerCustomersList(
  payload: unknown,
  { viewer, people, world }: Surroundings,
): Promise<CustomersView> {
  return listCustomers(scopeAsk.parse(payload).project, viewer, people, world);
}

/** `customers.save` */
export async function answerCustomersSave(
  payload: unknown,
  by: string,
  { viewer, world, now }: Surroundings,
): Promise<CustomerSaved> {
  const { was, ...row } = saveAsk.parse(payload);
  return saveCustomer(row, was, { by, viewer, world, now });
}

/** `customers.remove` */
export async function answerCustomersRemove(
  payload: unknown,
  by: string,
  { viewer, world, now }: Surroundings,
): Promise<null> {
  await removeCustomers(removeAsk.parse(payload).names, { by, viewer, world, now });
  return null;
}

/** `customers.import` */
export async function answerCustomersImport(
  payload: unknown,
  by: string,
  { viewer, world, now }: Surroundings,
): Promise<CustomerImport> {
  const { rows, ...wish } = importAsk.parse(payload);
  return importCustomers(rows, wish, by, viewer, world, now);
}
