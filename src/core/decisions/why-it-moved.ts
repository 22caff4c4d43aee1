import { describeMove } from '../describe/describe-movement';
import { sameValue } from '../describe/describe-value';
import type { Move, MoveCause, Movement } from '../provenance/move-cause';
import { refsIn } from '../provenance/ref';
import type { Line, ScoreCard } from '../score-card/score-card';
import { causeOf, withoutScore } from './cause';

interface Circumstances {
  /** The two cards were made under different editions of the rubric. */
  readonly rubricChanged?: boolean;
}

/**
 * What changed between two cards of one issue. Lines that changed for the same reason are one move, and so are all lines whose
 * input stayed the same and only weighs differently now.
 */
export function whyItMoved(
  before: ScoreCard,
  after: ScoreCard,
  { rubricChanged = false }: Circumstances = {},
): Movement {
  const moves =
    after.score === null && before.score !== null
      ? [{ ids: ['score'], change: -before.score, because: withoutScore(after) }]
      : movesOf(before, after, rubricChanged);
  moves.sort(
    (a, b) =>
      Math.abs(b.change) - Math.abs(a.change) ||
      (describeMove(a.because) < describeMove(b.because) ? -1 : 1),
  );
  return { from: before.score, to: after.score, moves };
}

/** Lines that changed for the same reason. */
interface Together {
  readonly because: MoveCause;
  readonly lines: readonly { readonly id: string; readonly tenths: number }[];
}

function movesOf(before: ScoreCard, after: ScoreCard, rubricChanged: boolean): Move[] {
  const earlier = new Map(before.lines.map((line) => [line.id, line]));
  const later = new Map(after.lines.map((line) => [line.id, line]));
  const byCause = new Map<string, Together>();
  const causeByKey = new Map<string, MoveCause>();
  // Urgency comes last: an incident that brings it is told as by the line that lists all of them.
  const ids = [...new Set([...later.keys(), ...earlier.keys(), 'urgency'])].sort(
    (a, b) => Number(a === 'urgency') - Number(b === 'urgency'),
  );
  for (const id of ids) {
    const [was, is] = [earlier.get(id), later.get(id)];
    const tenths = tenthsOf(is) - tenthsOf(was);
    const changed = changedKeys(was, is);
    const causes = id === 'inherited' ? [] : changed.flatMap((key) => causeByKey.get(key) ?? []);
    const because = sameInput(was, is)
      ? ({ kind: 'weighsDifferently', rubricChanged } as const)
      : (causes[0] ?? causeOf({ was, is, before, after }));
    for (const key of changed) if (!causeByKey.has(key)) causeByKey.set(key, because);
    const same = JSON.stringify(because);
    byCause.set(same, { because, lines: [...(byCause.get(same)?.lines ?? []), { id, tenths }] });
  }
  return [...byCause.values()].flatMap(({ because, lines }) => {
    const change = lines.reduce((sum, { tenths }) => sum + tenths, 0) / 10;
    if (change === 0) return [];
    const ids = lines
      .filter(({ tenths }) => tenths !== 0)
      .sort((a, b) => Math.abs(b.tenths) - Math.abs(a.tenths))
      .map(({ id }) => id);
    return [{ ids: because.kind === 'weighsDifferently' ? ['others'] : ids, change, because }];
  });
}

/** Keys of issues that a line names in only one of the cards. */
function changedKeys(was: Line | undefined, is: Line | undefined): readonly string[] {
  const keys = (line: Line | undefined): readonly string[] =>
    refsIn(line?.from).flatMap((ref) => ('key' in ref ? [ref.key] : []));
  const [before, after] = [new Set(keys(was)), new Set(keys(is))];
  return [
    ...[...after].filter((key) => !before.has(key)),
    ...[...before].filter((key) => !after.has(key)),
  ];
}

function tenthsOf(line: Line | undefined): number {
  return Math.round((line?.contribution ?? 0) * 10);
}

function sameInput(was: Line | undefined, is: Line | undefined): boolean {
  return (
    was !== undefined &&
    is !== undefined &&
    sameValue(was.value, is.value) &&
    was.points === is.points &&
    was.factor === is.factor
  );
}
