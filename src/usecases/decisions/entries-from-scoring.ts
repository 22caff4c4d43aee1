import type { Change, Decision, KeptLine } from '../../core/decisions/decision';
import { movesOf, type Standing } from '../../core/decisions/moves-of';
import { keptLines, scoreSince, type EarlierScore } from '../../core/decisions/score-since';
import type { Override } from '../../core/overrides/override';
import { overrideWords } from '../../core/overrides/override-words';
import { holding, waitingOn } from '../../core/overrides/overrides-in-force';
import { bandOf } from '../../core/lanes/band';
import type { ScoreCard } from '../../core/score-card/score-card';
import { keysIn, mentionOf, type Mention } from '../../core/signals/mention';
import type { Signals } from '../../core/signals/signal';
import { dayOf } from '../../core/time/utc-day';
import type { Reaction, ScoredIssue, World } from '../ports/world';
import { isNews } from '../scoring/triggers';
import { asOneEntry, hasVotes, movedByVotes } from './entries-from-ratings';

/** Writes into the log what moved; issues of a backlog that is scored for the first time moved nowhere. */
export const recordDecisions: Reaction<Pick<World, 'decisions'>> = {
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
  const held =
    before?.signals?.overrides === undefined ? undefined : scored.earlierCard()?.overrides;
  const ended =
    held === undefined ? [] : holding(held).filter(({ until }) => until < dayOf(entry.scoredAt));
  const lifted = ended.map((override): Decision => ({
    ...common,
    id: `${entry.issueId}:override:${override.id}:ended`,
    kind: 'override',
    changes: [endOf(override)],
    cause: 'its time is over',
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
      changes: [lapseOf(override)],
      cause: 'nobody answered it in time',
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
  if (moves.length === 0)
    return [...over, ...movedByVotes(scored, movement, mentionsOf(card, entry.signals))];
  const moved: Decision = {
    ...common,
    id: `${entry.issueId}:scored:${before === null ? 'first' : `${before.scoredAt}:${card.lane}:${String(card.score)}`}`,
    kind: 'moved',
    changes: moves,
    cause:
      before?.written == null
        ? 'scored for the first time'
        : movement.moves.length > 0
          ? movement.text
          : ended.length > 0
            ? `the time of “${ended.map(overrideWords).join('” and “')}” is over`
            : 'the rules place it there now',
    score: { from: before?.written?.score ?? null, to: card.score },
    lines: keptLines(card.lines),
    mentions: [...new Set([...mentionsOf(card, entry.signals), ...keysOf(earlier.lines)])],
  };
  return [...over, moved];
}

function endOf(override: Override): Change {
  return {
    what: 'override',
    from: overrideWords(override),
    to: 'ended',
    because: `it held until ${override.until}`,
  };
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

function lapseOf(override: Override): Change {
  return {
    what: 'override',
    from: `${overrideWords(override)}, waiting for approval`,
    to: 'lapsed unanswered',
    because: `it waited until ${override.until}`,
  };
}

/** Other issues that a card names: in its lines and where these come from, or in the words for lane and horizon alone. */
export function mentionsOf(card: ScoreCard, signals: Signals | null): readonly Mention[] {
  const words = `${card.because} ${card.horizonBecause} ${card.lines.map(({ value, from }) => `${value} ${from.map(({ text }) => text).join(' ')}`).join(' ')}`;
  const near =
    signals === null
      ? []
      : [...signals.evidence.flatMap(mentionOf), ...signals.blocks, ...signals.blockedBy];
  return [
    ...new Set([
      ...keysOf(card.lines),
      ...near.filter((mention) => keysIn(mention).some((key) => words.includes(key))),
    ]),
  ];
}

function keysOf(lines: readonly KeptLine[]): readonly string[] {
  return lines.flatMap(({ from }) => from.flatMap(({ key }) => key ?? []));
}

/** After two writers met nobody knows what stands in Jira: then what the ledger's signals say is what it was. */
function standingOf({ before, inForce, earlierCard }: ScoredIssue): Standing | null {
  if (before === null) return null;
  const { written, open } = before;
  if (written === null) return open ? earlierCard() : null;
  const { lane, horizon, score } = written;
  return {
    lane: lane as Standing['lane'],
    horizon: horizon as Standing['horizon'],
    band: score === null ? null : bandOf(score, inForce.rubric),
  };
}

/** The lines are not kept with every score: they follow from the signals that the ledger holds. */
function earlierScore({ before, earlierCard }: ScoredIssue): EarlierScore {
  return { score: before?.written?.score ?? null, lines: keptLines(earlierCard()?.lines ?? []) };
}
