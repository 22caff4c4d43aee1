import type { Flow, Flows, Pendable } from './preview';
import { PENDING } from './preview';

interface FlowCounter<T extends string> {
  add(from: T, to: Pendable<T>): void;
  flows(): Flows<T>;
}

/** Counts where issues go; `order` says in which order the places are listed. */
export function countFlows<T extends string>(order: readonly T[]): FlowCounter<T> {
  const ends: readonly Pendable<T>[] = [...order, PENDING];
  const counts = new Map<T, Map<Pendable<T>, number>>(order.map((from) => [from, new Map()]));
  return {
    add(from, to) {
      const row = counts.get(from);
      row?.set(to, (row.get(to) ?? 0) + 1);
    },
    flows() {
      const flows = order.flatMap((from) =>
        ends.flatMap((to): Flow<T>[] => {
          const issues = counts.get(from)?.get(to) ?? 0;
          return issues === 0 ? [] : [{ from, to, issues }];
        }),
      );
      const sum = (which: (flow: Flow<T>) => boolean): number =>
        flows.reduce((total, flow) => (which(flow) ? total + flow.issues : total), 0);
      const totals = order.map((of) => ({
        of,
        before: sum(({ from }) => from === of),
        after: sum(({ to }) => to === of),
      }));
      return { flows, totals: totals.filter(({ before, after }) => before + after > 0) };
    },
  };
}
