import type { History as HistoryView, TrailPoint } from '../../contract/decisions';
import type { Decision } from '../../core/decisions/decision';
import { describeMovement } from '../../core/describe/describe-movement';
import { scoreSince } from '../../core/decisions/score-since';
import type { ScoreCard } from '../../core/score-card/score-card';
import {
  decisionView,
  readLog,
  type LogReader,
  type ShownDecision,
} from '../decisions/list-entries';
import type { ShownScore } from './score-for-person';

export interface History {
  readonly log: readonly ShownDecision[];
  /** How the score moved after the last decision; null when it did not. */
  readonly since: string | null;
}

/** How the score that this person was shown came to where it is. */
export async function scoreHistory(
  { result, card, seen }: ShownScore,
  reader: LogReader,
): Promise<History> {
  const log = await readLog(result.entry.issueId, seen, reader);
  return {
    log,
    since:
      card === null
        ? null
        : sinceLast(
            log.map(({ decision }) => decision),
            card,
            result.inForce.version,
          ),
  };
}

function sinceLast(
  decisions: readonly Decision[],
  card: ScoreCard,
  rubricVersion: number,
): string | null {
  const last = decisions.find(({ lines }) => lines !== null);
  if (last?.lines == null || last.score === null || last.score.to === card.score) return null;
  const movement = scoreSince({ score: last.score.to, lines: last.lines }, card, {
    rubricChanged: last.rubricVersion !== rubricVersion,
  });
  return describeMovement(movement);
}

/** What the first view of the panel says of the past. */
export function historyView({ log, since }: History): HistoryView {
  const [newest] = log;
  const last = log.find(({ decision }) => decision.score !== null) ?? newest;
  return {
    last: last === undefined ? null : decisionView(last),
    since,
    trail: trailOf(log),
    decisions: log.length,
  };
}

/** Each decision is a step: the score before it and the score it came to. */
function trailOf(log: History['log']): readonly TrailPoint[] {
  return [...log].reverse().flatMap(({ decision: { at, score, changes } }) => {
    if (score === null) return [];
    return [
      ...(score.from === null ? [] : [{ at, score: score.from, changes: null }]),
      { at, score: score.to, changes },
    ];
  });
}
