import type { CustomerErased } from '../../contract/customers';
import { issuesOf } from '../../core/evidence-feeds/kept-evidence';
import { sameName } from '../../core/text/same-name';
import { requestRescore } from '../scoring/request-rescore';
import { administers, removeCustomers, type Changing } from './change-customer';

/** So many pieces at a time: a person waits for it, and asks for the rest again. */
const AT_ONCE = 100;

/**
 * Removes the evidence from other tools and rules that names a customer, and, once none is left, the customer from the table. Tickets in
 * Jira that name it stay: they are not Ballast's. Who did it is kept, without the customer's name. Cut off anywhere, it is finished by asking again.
 * @throws Forbidden unless the person administers Jira
 */
export async function eraseCustomer(name: string, changing: Changing): Promise<CustomerErased> {
  const { world, me, now } = changing;
  await administers(changing.viewer);
  const kept = await world.evidence.ofCustomer(sameName(name));
  const some = kept.slice(0, AT_ONCE);
  const read = await Promise.all(some.map((piece) => world.evidence.read(piece)));
  // An index may show what is gone, or names another customer by now.
  const naming = read.flatMap((one) =>
    one !== null && sameName(one.kept.customer.value ?? '') === sameName(name) ? [one] : [],
  );
  // Written down before anything goes: cut off in between, it is known who it was.
  if (naming.length > 0 || (await world.customers.read([sameName(name)])).size > 0)
    await world.erasures.record({ at: now.toISOString(), by: me, evidence: naming.length });
  for (const { kept: piece } of naming)
    for (const issueId of issuesOf(piece)) await world.evidence.detach(issueId, piece);
  await requestRescore([...new Set(naming.flatMap((one) => issuesOf(one.kept)))], 'read', world);
  await world.evidence.remove(naming);
  const left = kept.length - some.length;
  if (left === 0) await removeCustomers([name], changing);
  return { removed: naming.length, left };
}
