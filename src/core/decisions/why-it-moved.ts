import type { Line, ScoreCard } from '../score-card/score-card';
import { signed } from '../text/wording';
import { causeOf, withoutScore } from './cause';

/** Part of a change of score, in points with one decimal. */
export interface Move {
  /** Ids of the lines that changed for this reason, the most important first; `others` and `score` stand for all. */
  readonly ids: readonly string[];
  readonly change: number;
  readonly because: string;
}

export interface Movement {
  readonly from: number | null;
  readonly to: number | null;
  /** Largest first; they add up to `to` − `from` exactly, an issue without a score counting as 0. */
  readonly moves: readonly Move[];
  /** `41 → 63: +18 2 new incidents, +4 due in 3 days`. */
  readonly text: string;
}

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
  moves.sort((a, b) => Math.abs(b.change) - Math.abs(a.change) || (a.because < b.because ? -1 : 1));
  const parts = moves.map((move) => `${signed(move.change)} ${move.because}`);
  const span = `${before.score ?? 'no score'} → ${after.score ?? 'no score'}`;
  return {
    from: before.score,
    to: after.score,
    moves,
    text: parts.length === 0 ? span : `${span}: ${parts.join(', ')}`,
  };
}

function movesOf(before: ScoreCard, after: ScoreCard, rubricChanged: boolean): Move[] {
  const earlier = new Map(before.lines.map((line) => [line.id, line]));
  const later = new Map(after.lines.map((line) => [line.id, line]));
  const byCause = new Map<string, { readonly id: string; readonly tenths: number }[]>();
  const causeByKey = new Map<string, string>();
  // Urgency comes last: an incident that brings it is told in the words of the line that lists all of them.
  const ids = [...new Set([...later.keys(), ...earlier.keys(), 'urgency'])].sort(
    (a, b) => Number(a === 'urgency') - Number(b === 'urgency'),
  );
  for (const id of ids) {
    const [was, is] = [earlier.get(id), later.get(id)];
    const tenths = tenthsOf(is) - tenthsOf(was);
    const changed = changedKeys(was, is);
    const told = id === 'inherited' ? [] : changed.flatMap((key) => causeByKey.get(key) ?? []);
    const because = sameInput(was, is)
      ? othersWords(rubricChanged)
      : (told[0] ?? causeOf({ was, is, before, after }));
    for (const key of changed) if (!causeByKey.has(key)) causeByKey.set(key, because);
    byCause.set(because, [...(byCause.get(because) ?? []), { id, tenths }]);
  }
  return [...byCause].flatMap(([because, lines]) => {
    const change = lines.reduce((sum, { tenths }) => sum + tenths, 0) / 10;
    if (change === 0) return [];
    const ids = lines
      .filter(({ tenths }) => tenths !== 0)
      .sort((a, b) => Math.abs(b.tenths) - Math.abs(a.tenths))
      .map(({ id }) => id);
    return [{ ids: because === othersWords(rubricChanged) ? ['others'] : ids, change, because }];
  });
}

/** Keys of issues that a line names in only one of the cards. */
function changedKeys(was: Line | undefined, is: Line | undefined): readonly string[] {
  const keys = (line: Line | undefined): readonly string[] =>
    (line?.from ?? []).flatMap(({ key }) => key ?? []);
  const [before, after] = [new Set(keys(was)), new Set(keys(is))];
  return [
    ...[...after].filter((key) => !before.has(key)),
    ...[...before].filter((key) => !after.has(key)),
  ];
}

function othersWords(rubricChanged: boolean): string {
  return rubricChanged ? 'the rubric weighs it differently now' : 'the rest weighs differently now';
}

function tenthsOf(line: Line | undefined): number {
  return Math.round((line?.contribution ?? 0) * 10);
}

function sameInput(was: Line | undefined, is: Line | undefined): boolean {
  return (
    was !== undefined &&
    is !== undefined &&
    was.value === is.value &&
    was.points === is.points &&
    was.factor === is.factor
  );
}
