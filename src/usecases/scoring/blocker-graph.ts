import { inheritedFrom } from '../../core/blockers/inherited-score';
import type { Inherited } from '../../core/blockers/inherited-score';
import type { Ledger, LedgerEntry } from '../ports/world';

export interface BlockGraph {
  inheritedBy(issueId: string): Inherited | null;
}

/** The issues that these ones block, directly or through others: fresh ones as given, all others from the ledger. */
export async function blockGraph(
  fresh: readonly LedgerEntry[],
  ledger: Ledger,
): Promise<BlockGraph> {
  const nodes = new Map(fresh.map((entry) => [entry.issueId, entry]));
  const asked = new Set(nodes.keys());
  let frontier = waysOn(fresh, asked);
  while (frontier.length > 0) {
    const found = [...(await ledger.read(frontier)).values()];
    for (const entry of found) nodes.set(entry.issueId, entry);
    frontier = waysOn(found, asked);
  }
  return {
    inheritedBy(issueId) {
      const from = inheritedFrom(issueId, (id) => nodeOf(nodes.get(id)));
      return from === null ? null : { ...from, key: nodes.get(from.key)?.key ?? from.key };
    },
  };
}

/** Ids not asked for yet; marks them as asked, so that a cycle ends. */
function waysOn(entries: readonly LedgerEntry[], asked: Set<string>): string[] {
  const next = [...new Set(entries.flatMap(({ blocks }) => blocks))].filter((id) => !asked.has(id));
  for (const id of next) asked.add(id);
  return next;
}

function nodeOf(entry: LedgerEntry | undefined) {
  if (entry === undefined) return undefined;
  const { own, open, blocks } = entry;
  return { own: own?.score ?? null, low: own?.low ?? 0, high: own?.high ?? 0, blocks, open };
}
