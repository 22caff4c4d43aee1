import type { Customer } from '../signals/recorded';

/** A customer as a form showed it when somebody began to change it. */
export type SeenCustomer = Omit<Customer, 'name'>;

/** Whether it still stands so; null is no customer. */
export function stillAsSeen(seen: SeenCustomer | null, standing: Customer | null): boolean {
  if (seen === null || standing === null) return seen === standing;
  return differing(seen, standing).length === 0;
}

/** `weight is 3 by now`, one text for each part that somebody else changed since. */
export function changedSince(seen: SeenCustomer, standing: Customer): readonly string[] {
  return differing(seen, standing).map(
    (part) => `${part} is ${String(standing[part] ?? 'empty')} by now`,
  );
}

function differing(seen: SeenCustomer, standing: Customer): readonly (keyof SeenCustomer)[] {
  return (['segment', 'weight', 'revenue'] as const).filter(
    (part) => seen[part] !== standing[part],
  );
}
