import { describeCause } from '../../src/core/describe/describe-cause';
import { describeChange, type DescribedChange } from '../../src/core/describe/describe-change';
import type { Cause } from '../../src/core/provenance/cause';
import type { Change } from '../../src/core/provenance/change';

/** An entry of the log as people read it. */
export function inWords<T extends { readonly changes: readonly Change[]; readonly cause: Cause }>(
  decision: T,
): Omit<T, 'changes' | 'cause'> & {
  readonly changes: readonly DescribedChange[];
  readonly cause: string;
} {
  return {
    ...decision,
    changes: decision.changes.map(describeChange),
    cause: describeCause(decision.cause),
  };
}
