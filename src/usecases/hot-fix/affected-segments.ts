import type { AffectedSegment } from '../../contract/customer-update';
import { sameName } from '../../core/text/same-name';
import type { Evidence } from '../../core/signals/signal';

/** Customers by the segment that they belong to, the largest first. */
export function segmentsOf(evidence: readonly Evidence[]): readonly AffectedSegment[] {
  const segments = new Map<string | null, Set<string>>();
  for (const { customer, segment } of evidence) {
    if (customer === undefined) continue;
    const name = segment ?? null;
    segments.set(name, (segments.get(name) ?? new Set()).add(sameName(customer)));
  }
  return [...segments]
    .map(([name, customers]) => ({ name, customers: customers.size }))
    .sort((a, b) => b.customers - a.customers || ((a.name ?? '') < (b.name ?? '') ? -1 : 1));
}
