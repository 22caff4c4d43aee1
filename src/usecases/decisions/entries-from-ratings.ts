import type { Decision } from '../../core/decisions/decision';
import type { Movement } from '../../core/provenance/move-cause';
import { ratedIn } from '../../core/ratings/rated-criteria';
import { keptLines } from '../../core/decisions/score-since';
import type { Decisions } from '../ports/decisions';
import type { ScoredIssue } from '../ports/world';
import { dayOf } from '../../core/time/utc-day';

const SEARCHED = 20;

/** Whether votes can have moved it at all: comparing two cards costs more than most scorings are worth. */
export function hasVotes({ entry, before, change }: ScoredIssue): boolean {
  return (
    change?.values.score !== undefined &&
    (entry.signals?.votes !== undefined || before?.signals?.votes !== undefined)
  );
}

/** The entry for a score that votes moved within its lane and band; nothing where they did not, or not so that it is seen. */
export function movedByVotes(
  { entry, card, change, inForce }: ScoredIssue,
  { from, to, moves }: Movement,
  mentions: readonly string[],
): readonly Decision[] {
  if (card === null || change === null || from === to) return [];
  const rated = new Set(ratedIn(inForce.rubric).map(({ id }) => id));
  const votes = moves.filter(({ ids }) => ids.some((id) => rated.has(id)));
  if (votes.length === 0) return [];
  return [
    {
      id: `${entry.issueId}:votes:${dayOf(entry.scoredAt)}`,
      issueId: entry.issueId,
      project: entry.project,
      at: entry.scoredAt,
      kind: 'moved',
      changes: [{ kind: 'score', from, to }],
      cause: { kind: 'rated', moves: votes.map(({ because }) => because) },
      reason: null,
      by: null,
      rubricVersion: inForce.version,
      score: { from, to },
      lines: keptLines(card.lines),
      mentions,
    },
  ];
}

/** People vote one after the other: the votes of a day leave one entry, which tells where the score stood before the first of them. */
export async function asOneEntry(
  decisions: readonly Decision[],
  log: Decisions,
): Promise<readonly Decision[]> {
  return Promise.all(
    decisions.map(async (decision) => {
      if (!decision.id.startsWith(`${decision.issueId}:votes:`)) return decision;
      const earlier = (await log.of(decision.issueId, SEARCHED)).find(
        ({ id }) => id === decision.id,
      );
      if (earlier?.score == null || decision.score === null) return decision;
      const { from } = earlier.score;
      return {
        ...decision,
        score: { ...decision.score, from },
        cause: earlier.score.to === decision.score.to ? decision.cause : { kind: 'ratedOften' },
        changes: decision.changes.map((one) => (one.kind === 'score' ? { ...one, from } : one)),
      };
    }),
  );
}
