import type { History as HistoryView, TrailPoint } from '../contract/decisions';
import type { History } from '../usecases/issue-panel/score-history';
import { decisionView } from './decisions';

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
    const what = changes.map((change) => `${change.what} ${change.to ?? 'none'}`).join(', ');
    return [
      ...(score.from === null ? [] : [{ at, score: score.from, what: null }]),
      { at, score: score.to, what },
    ];
  });
}
