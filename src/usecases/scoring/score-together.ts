import type { EvaluatedIssue } from '../../core/score-card/evaluate-issue';
import { makeCard } from '../../core/score-card/make-card';
import { nextChangeDay } from '../../core/score-card/next-change-day';
import type { LedgerEntry, RubricInForce, ScoredIssue, ScoringNeeds } from '../ports/world';
import type { PlanOf } from '../rubric/scoring-plans';
import { blockGraph } from './blocker-graph';
import { earlierCardOf, lastJudged } from './earlier-card';
import { scoredIssue, type Writing } from './scored-issue';
import { withholdInPilots } from './withhold-in-pilots';

/** An issue evaluated by itself, and the record that it leaves; it lacks only what depends on what the issue inherits. */
export interface EvaluatedEntry {
  readonly entry: LedgerEntry;
  /** Null for a closed issue. */
  readonly evaluated: EvaluatedIssue | null;
  readonly known: LedgerEntry | undefined;
  readonly inForce: RubricInForce;
}

/**
 * What issues inherit is known once all of them are evaluated: then each gets its card, the only one that is made of it. What they block
 * besides is looked up in the ledger.
 */
export async function scoreTogether(
  all: readonly EvaluatedEntry[],
  { planOf, writing }: { readonly planOf: PlanOf; readonly writing: Writing },
  world: ScoringNeeds,
  now: Date,
): Promise<readonly ScoredIssue[]> {
  const graph = await blockGraph(
    all.map(({ entry }) => entry),
    world.ledger,
  );
  const scored = all.map(({ entry, evaluated, known, inForce }) => {
    const earlierCard = earlierCardOf(known, () => planOf(entry.project));
    const { signals } = entry;
    if (signals === null) {
      const closed = { ...entry, ...lastJudged(known, earlierCard) };
      return scoredIssue({ own: closed, card: null, known, inForce, earlierCard }, writing);
    }
    const inherited = graph.inheritedBy(entry.issueId);
    const card = makeCard(evaluated, inherited);
    const wakeDay = nextChangeDay(planOf(entry.project), signals, { card, inherited }, now);
    return scoredIssue({ own: { ...entry, wakeDay }, card, known, inForce, earlierCard }, writing);
  });
  return withholdInPilots(scored, world);
}
