import type { History as HistoryView, TrailPoint } from '../../contract/decisions';
import type { Decision } from '../../core/decisions/decision';
import { describeMovement } from '../../core/describe/describe-movement';
import { scoreSince } from '../../core/decisions/score-since';
import type { ScoreCard } from '../../core/score-card/score-card';
import { glanceAtLog, type LogReader } from '../decisions/list-entries';
import type { ShownScore } from './score-for-person';

/** How the score that this person was shown came to where it is: what the first view of the panel says of the past. */
export async function scoreHistory(
  { result, card, seen }: ShownScore,
  reader: Pick<LogReader, 'viewer' | 'world'>,
): Promise<HistoryView> {
  const log = await glanceAtLog(result.entry.issueId, seen, reader);
  return {
    last: lastOf(log),
    since: card === null ? null : sinceLast(log, card, result.inForce.version),
    trail: trailOf(log),
    decisions: log.length,
  };
}

function lastOf(log: readonly Decision[]): HistoryView['last'] {
  const last = log.find(({ score }) => score !== null) ?? log[0];
  if (last === undefined) return null;
  const { id, at, kind, changes, cause, reason, rubricVersion, score } = last;
  return { id, at, kind, changes, cause, reason, rubricVersion, score };
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

function trailOf(log: readonly Decision[]): readonly TrailPoint[] {
  return [...log].reverse().flatMap(({ at, score, changes }) => {
    if (score === null) return [];
    return [
      ...(score.from === null ? [] : [{ at, score: score.from, changes: null }]),
      { at, score: score.to, changes },
    ];
  });
}
