import type { ProjectId } from '../../core/terms/project';
import type { LaneMember } from '../../core/lanes/breakdown';
import { tieFactsOf } from '../../core/lanes/tie-order';
import { effortOf } from '../../core/scoring/effort';
import type { ScoringPlan } from '../../core/scoring/plan';
import type { Lane } from '../../core/terms/lane';
import type { LedgerEntry, ScoringNeeds } from '../ports/world';

/** Ledger pages of 100 that one question reads at most. */
const MOST_PAGES = 50;

/** What the ledger knows of a project's open issues; `complete` is false when there are more. */
export async function openWork(
  project: ProjectId,
  { ledger }: Pick<ScoringNeeds, 'ledger'>,
): Promise<{ readonly entries: readonly LedgerEntry[]; readonly complete: boolean }> {
  const entries: LedgerEntry[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < MOST_PAGES; page++) {
    const found = await ledger.page({ by: 'project', project }, cursor);
    entries.push(...found.entries.filter(({ open }) => open));
    if (found.next === null) return { entries, complete: true };
    cursor = found.next;
  }
  return { entries, complete: false };
}

/** Incidents and support requests are no work of the team's: they count as evidence. Declined work is in no rank and takes no capacity. */
export function memberOf(
  { issueId, key, own, written, signals }: LedgerEntry,
  plan: ScoringPlan,
): readonly LaneMember[] {
  if (written === null || signals === null || signals.issue.evidenceKind !== null) return [];
  const lane = (written.lane ?? 'unsorted') as Lane;
  return lane === 'declined'
    ? []
    : [
        {
          id: issueId,
          key,
          lane,
          score: written.score,
          effort: effortOf(signals, plan).amount,
          ...tieFactsOf(signals, own?.high),
        },
      ];
}
