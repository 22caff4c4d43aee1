import type { Decision } from '../../core/decisions/decision';
import type { Change } from '../../core/provenance/change';
import { movesOf, type StandingBefore } from '../../core/decisions/moves-of';
import { keptLines, scoreSince, type EarlierScore } from '../../core/decisions/score-since';
import type { Override } from '../../core/overrides/override';
import { doneBy } from '../../core/overrides/done-by';
import type { Cause } from '../../core/provenance/cause';
import type { Movement } from '../../core/provenance/move-cause';
import { holding, waitingOn } from '../../core/overrides/overrides-in-force';
import { bandOf } from '../../core/lanes/band';
import { mentionsIn } from '../../core/signals/mention';
import { mentionedOn } from '../access/mentioned-on';
import { dayOf } from '../../core/time/utc-day';
import type { LedgerEntry, Reaction, ScoredIssue } from '../ports/world';
import { isNews } from '../scoring/triggers';
import { asOneEntry, hasVotes, movedByVotes } from './entries-from-ratings';
import type { Needs } from './needs';

/** Writes into the log what moved; issues of a backlog that is scored for the first time moved nowhere. */
export const recordDecisions: Reaction<Pick<Needs, 'decisions'>> = {
  name: 'decisions',
  async run(scored, trigger, { decisions }) {
    const first = isNews(trigger) ? 'told' : 'skipped';
    const entries = scored.flatMap((one) => decisionsOf(one, first));
    if (entries.length > 0) await decisions.record(await asOneEntry(entries, decisions));
  },
};

/**
 * What a scoring leaves in the log: an entry for each override that it lifted or that lapsed unanswered, and one when it moved lane, band or horizon, or votes
 * moved the score within them, which is left out for a first scoring if `first` says so. Their ids say what ended, and from when and
 * to what it moved: a scoring that was cut off and is done again, or two that meet, name the same entries.
 */
function decisionsOf(scored: ScoredIssue, first: 'told' | 'skipped'): readonly Decision[] {
  const { entry, before, card, inForce, stale } = scored;
  if (card === null || stale || (before === null && first === 'skipped')) return [];
  const common = {
    issueId: entry.issueId,
    project: entry.project,
    at: entry.scoredAt,
    reason: null,
    by: null,
    rubricVersion: inForce.version,
  };
  const overridesBefore =
    before?.signals?.overrides === undefined ? undefined : scored.earlierCard()?.overrides;
  const ended =
    overridesBefore === undefined
      ? []
      : holding(overridesBefore).filter(({ until }) => until < dayOf(entry.scoredAt));
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
    ...lapsedIn(scored).map((override): Decision => ({
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
  const moves = movesOf(standingOf(scored), card);
  if (moves.length === 0 && !hasVotes(scored)) return over;
  const earlier = earlierScore(scored);
  const movement = scoreSince(earlier, card, {
    rubricChanged: before !== null && before.rubric !== entry.rubric,
  });
  if (moves.length === 0) return [...over, ...movedByVotes(scored, movement, mentionedOn(card))];
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
function lapsedIn({ entry, before }: ScoredIssue): readonly Override[] {
  const today = dayOf(entry.scoredAt);
  const waited =
    before?.signals?.overrides === undefined
      ? []
      : waitingOn(before.signals.overrides, dayOf(before.scoredAt));
  if (waited.length === 0) return [];
  const unanswered = new Set(waitingOn(entry.signals?.overrides ?? [], '').map(({ id }) => id));
  return waited.filter(({ id, until }) => until < today && unanswered.has(id));
}

/** After two writers met nobody knows what stands in Jira: then what the ledger's signals say is what it was. */
function standingOf({ before, inForce, earlierCard }: ScoredIssue): StandingBefore | null {
  if (before === null) return null;
  const { written, open } = before;
  if (written === null) return open ? earlierCard() : null;
  const { lane, horizon, score } = written;
  return {
    lane: lane as StandingBefore['lane'],
    horizon: horizon as StandingBefore['horizon'],
    band: score === null ? null : bandOf(score, inForce.rubric),
  };
}

/** The lines are not kept with every score: they follow from the signals that the ledger holds. */
function earlierScore({ before, earlierCard }: ScoredIssue): EarlierScore {
  return { score: before?.written?.score ?? null, lines: keptLines(earlierCard()?.lines ?? []) };
}
