import type { Decision } from '../../core/decisions/decision';
import type { Change } from '../../core/provenance/change';
import { movesOf, type Standing } from '../../core/decisions/moves-of';
import { keptLines, scoreSince, type EarlierScore } from '../../core/decisions/score-since';
import type { Override } from '../../core/overrides/override';
import { doneBy } from '../../core/overrides/done-by';
import type { Cause } from '../../core/provenance/cause';
import type { Movement } from '../../core/provenance/move-cause';
import { holding, waitingOn } from '../../core/overrides/overrides-in-force';
import { bandOf } from '../../core/lanes/band';
import type { ScoreCard } from '../../core/score-card/score-card';
import { scoreIssue } from '../../core/score-card/score-issue';
import { mentionsIn } from '../../core/signals/mention';
import type { Signals } from '../../core/signals/signal';
import { mentionedOn } from '../access/mentioned-on';
import type { LedgerEntry } from '../ports/world';
import type { Result } from '../scoring/scored-issue';
import { hasVotes, movedByVotes } from './entries-from-ratings';

/**
 * What a scoring leaves in the log: an entry for each override that it lifted or that lapsed unanswered, and one when it moved lane, band or horizon, or votes
 * moved the score within them, which is left out for a first scoring if `first` says so. Their ids say what ended, and from when and
 * to what it moved: a scoring that was cut off and is done again, or two that meet, name the same entries.
 */
export function decisionsOf(result: Result, first: 'told' | 'skipped'): readonly Decision[] {
  const { entry, before, card, inForce, stale } = result;
  if (card === null || stale || (before === null && first === 'skipped')) return [];
  const common = {
    issueId: entry.issueId,
    project: entry.project,
    at: entry.scoredAt,
    reason: null,
    by: null,
    rubricVersion: inForce.version,
  };
  const held =
    before?.signals?.overrides === undefined
      ? undefined
      : earlierCard(before, before.signals, inForce).overrides;
  const ended =
    held === undefined
      ? []
      : holding(held).filter(({ until }) => until < entry.scoredAt.slice(0, 10));
  const lifted = ended.map((override): Decision => ({
    ...common,
    id: `${entry.issueId}:override:${override.id}:ended`,
    kind: 'override',
    changes: [changeTo(override, 'ended')],
    cause: { kind: 'timeOver' },
    score: null,
    lines: null,
    mentions: [],
  }));
  const over = [
    ...lifted,
    ...lapsedIn(result).map((override): Decision => ({
      ...common,
      id: `${entry.issueId}:override:${override.id}:lapsed`,
      kind: 'override',
      changes: [changeTo(override, 'lapsed')],
      cause: { kind: 'unanswered' },
      score: null,
      lines: null,
      mentions: [],
    })),
  ];
  const moves = movesOf(standingOf(before, inForce), card);
  if (moves.length === 0 && !hasVotes(result)) return over;
  const earlier = earlierScore(before, inForce);
  const movement = scoreSince(earlier, card, {
    rubricChanged: before !== null && before.rubric !== entry.rubric,
  });
  if (moves.length === 0) return [...over, ...movedByVotes(result, movement, mentionedOn(card))];
  const moved: Decision = {
    ...common,
    id: `${entry.issueId}:scored:${before === null ? 'first' : `${before.scoredAt}:${card.lane}:${String(card.score)}`}`,
    kind: 'moved',
    changes: moves,
    cause: causeOf(before, movement, ended),
    score: { from: before?.written?.score ?? null, to: card.score },
    lines: keptLines(card.lines),
    mentions: [...new Set([...mentionedOn(card), ...mentionsIn([earlier.lines, movement])])],
  };
  return [...over, moved];
}

function causeOf(
  before: LedgerEntry | null,
  movement: Movement,
  ended: readonly Override[],
): Cause {
  if (before?.written == null) return { kind: 'firstScored' };
  if (movement.moves.length > 0) return { kind: 'moved', movement };
  return ended.length > 0
    ? { kind: 'overridesEnded', overrides: ended.map(doneBy) }
    : { kind: 'rulesNow' };
}

function changeTo(override: Override, became: 'ended' | 'lapsed'): Change {
  return { kind: 'override', does: doneBy(override), became, until: override.until };
}

/** Overrides that still waited in time when the issue was scored before, and wait in vain by now. */
function lapsedIn({ entry, before }: Result): readonly Override[] {
  const today = entry.scoredAt.slice(0, 10);
  const waited =
    before?.signals?.overrides === undefined
      ? []
      : waitingOn(before.signals.overrides, before.scoredAt.slice(0, 10));
  if (waited.length === 0) return [];
  const unanswered = new Set(waitingOn(entry.signals?.overrides ?? [], '').map(({ id }) => id));
  return waited.filter(({ id, until }) => until < today && unanswered.has(id));
}

/** After two writers met nobody knows what stands in Jira: then what the ledger's signals say is what it was. */
function standingOf(before: LedgerEntry | null, inForce: Result['inForce']): Standing | null {
  if (before === null) return null;
  const { written, signals, open } = before;
  if (written === null)
    return open && signals !== null ? earlierCard(before, signals, inForce) : null;
  const { lane, horizon, score } = written;
  return {
    lane: lane as Standing['lane'],
    horizon: horizon as Standing['horizon'],
    band: score === null ? null : bandOf(score, inForce.rubric),
  };
}

/** The lines are not kept with every score: they follow from the signals that the ledger holds. */
function earlierScore(before: LedgerEntry | null, inForce: Result['inForce']): EarlierScore {
  const score = before?.written?.score ?? null;
  return {
    score,
    lines:
      before?.signals == null ? [] : keptLines(earlierCard(before, before.signals, inForce).lines),
  };
}

/** What the rubric in force makes of what an issue was judged by before, at that moment. */
export function earlierCard(
  { scoredAt }: LedgerEntry,
  signals: Signals,
  { rubric }: Result['inForce'],
): ScoreCard {
  return scoreIssue({ signals, rubric, now: new Date(scoredAt), inherited: null });
}
