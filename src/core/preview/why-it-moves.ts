import { same } from '../rubric/document/difference';
import type { Criterion, Rubric } from '../rubric/schema/schema';
import type { Line, ScoreCard } from '../score-card/score-card';
import { describeDraftCause } from '../describe/describe-draft-cause';
import { sameValue } from '../describe/describe-value';
import type { DraftCause } from '../provenance/draft-cause';
import type { BeforeAndAfter, Mover } from './preview';

type Why = Mover['why'];

/** Lines that the draft itself changes get a move of their own, up to so many; the rest of them is told by pillar. */
const MOST_NAMED = 6;

interface Moved {
  readonly id: string;
  readonly tenths: number;
  readonly label: string;
  readonly because: DraftCause;
  readonly pillar: string | null;
}

/**
 * What a draft does to one issue's score, line by line of its two cards: largest first, adding up to the change exactly. Both cards
 * are made from the same signals at the same moment, so that everything here is about the draft. Criteria that only make room for
 * what the draft changed are one move.
 */
export function whyItMoves(
  { before, after }: BeforeAndAfter<ScoreCard>,
  rubrics: BeforeAndAfter<Rubric>,
): Why {
  if (after.score === null && before.score !== null)
    return [{ change: -before.score, because: withoutScore(after) }];
  const [earlier, later] = [linesById(before), linesById(after)];
  const criteria = { before: criteriaById(rubrics.before), after: criteriaById(rubrics.after) };
  const named: Moved[] = [];
  const displaced: Moved[] = [];
  for (const id of new Set([...later.keys(), ...earlier.keys()])) {
    const [was, is] = [earlier.get(id), later.get(id)];
    const tenths = tenthsOf(is) - tenthsOf(was);
    if (tenths === 0) continue;
    const judged = { before: criteria.before.get(id), after: criteria.after.get(id) };
    const criterion = judged.after ?? judged.before;
    if (
      was !== undefined &&
      is !== undefined &&
      criterion !== undefined &&
      onlyMakesRoom(was, is, judged)
    )
      displaced.push({
        id,
        tenths,
        pillar: criterion.pillar,
        label: is.label,
        because: { kind: 'criterion', label: is.label },
      });
    else
      named.push({
        id,
        tenths,
        pillar: criterion?.pillar ?? null,
        label: (is ?? was)?.label ?? '',
        because:
          criterion === undefined
            ? wholeScoreCause(was, is)
            : criterionCause(was, is, judged, after),
      });
  }
  const others = [
    {
      tenths: displaced.reduce((sum, { tenths }) => sum + tenths, 0),
      because: makingRoom(displaced, rubrics),
    },
  ];
  return [...inFew(named, rubrics), ...others]
    .filter(({ tenths }) => tenths !== 0)
    .sort(
      (a, b) =>
        Math.abs(b.tenths) - Math.abs(a.tenths) ||
        (describeDraftCause(a.because) < describeDraftCause(b.because) ? -1 : 1),
    )
    .map(({ tenths, because }) => ({ change: tenths / 10, because }));
}

function makingRoom(
  displaced: readonly Moved[],
  { before, after }: BeforeAndAfter<Rubric>,
): DraftCause {
  if (!same(before.method, after.method)) return { kind: 'otherMethod' };
  const [first, second] = displaced.toSorted(
    (a, b) => Math.abs(b.tenths) - Math.abs(a.tenths) || (a.id < b.id ? -1 : 1),
  );
  const countMore = displaced.reduce((sum, { tenths }) => sum + tenths, 0) > 0;
  const weights = (rubric: Rubric): ReadonlyMap<string, number> =>
    new Map(rubric.criteria.map(({ id, weight }) => [id, weight]));
  const [was, is] = [weights(before), weights(after)];
  // Whatever another one gained or lost in weight is what these make room for or fill.
  const [cause, ...others] = [
    ...after.criteria,
    ...before.criteria.filter(({ id }) => !is.has(id)),
  ].filter(({ id }) =>
    countMore ? (was.get(id) ?? 0) > (is.get(id) ?? 0) : (was.get(id) ?? 0) < (is.get(id) ?? 0),
  );
  return {
    kind: 'makesRoom',
    first: first?.label ?? '',
    second: second?.label ?? null,
    count: displaced.length,
    countMore,
    causes: cause === undefined ? null : { first: cause.label, count: 1 + others.length },
  };
}

/** Why a card without a score has none. */
function withoutScore({ horizon, horizonBecause }: ScoreCard): DraftCause {
  return horizon === null ? { kind: 'noScore', because: horizonBecause } : { kind: 'nothingKnown' };
}

type Judged = BeforeAndAfter<Criterion | undefined>;

/** The same input, points and weight in the rubric: only its share of the whole is another. */
function onlyMakesRoom(was: Line, is: Line, { before, after }: Judged): boolean {
  return (
    before?.weight === after?.weight && sameValue(was.value, is.value) && was.points === is.points
  );
}

function criterionCause(
  was: Line | undefined,
  is: Line | undefined,
  { before, after }: Judged,
  card: ScoreCard,
): DraftCause {
  const label = (is ?? was)?.label ?? '';
  if (before === undefined) return { kind: 'newCriterion', label };
  if (after === undefined) return { kind: 'goneCriterion', label };
  if (is === undefined) {
    const why = card.missing.find(({ id }) => id === after.id)?.why ?? null;
    return { kind: 'countsNoMore', label, why };
  }
  if (was === undefined) return { kind: 'countsNow', label, value: is.value };
  return {
    kind: 'criterion',
    label,
    ...(!sameValue(was.value, is.value) && { value: { from: was.value, to: is.value } }),
    ...(was.points !== is.points &&
      was.points !== null &&
      is.points !== null && { points: { from: was.points, to: is.points } }),
    ...(before.weight !== after.weight &&
      was.weight !== null &&
      is.weight !== null && { weight: { from: was.weight, to: is.weight } }),
  };
}

/** The lines that act on the score as a whole. */
function wholeScoreCause(was: Line | undefined, is: Line | undefined): DraftCause {
  const line = is ?? was;
  const rises = tenthsOf(is) > tenthsOf(was);
  switch (line?.id) {
    case 'effort':
      if (was === undefined || is === undefined)
        return { kind: is === undefined ? 'effortCountsNoMore' : 'effortCounts' };
      if (!sameValue(was.value, is.value))
        return { kind: 'effort', value: { from: was.value, to: is.value } };
      return was.factor === is.factor
        ? { kind: 'easeTakes', rises }
        : { kind: 'ease', factor: { from: was.factor ?? 1, to: is.factor ?? 1 } };
    case 'urgency':
      if (is === undefined) return { kind: 'notUrgent' };
      if (was === undefined) return { kind: 'urgentNow', value: is.value };
      return was.factor === is.factor
        ? { kind: 'urgencyLeft', rises }
        : { kind: 'urgency', factor: { from: was.factor ?? 0, to: is.factor ?? 0 } };
    case 'inherited':
      if (is === undefined) return { kind: 'inheritsNoMore', value: line.value };
      return was === undefined || !sameValue(was.value, is.value)
        ? { kind: 'inherits', value: is.value }
        : { kind: 'inheritsOther', value: is.value, rises };
    case 'start':
      return { kind: 'otherStart' };
    default:
      return { kind: 'line', label: line?.label ?? '', value: line?.value ?? null };
  }
}

/** A rubric with dozens of criteria would else fill a page for every issue. */
function inFew(
  named: readonly Moved[],
  { before, after }: BeforeAndAfter<Rubric>,
): readonly Pick<Moved, 'tenths' | 'because'>[] {
  const furthest = named.toSorted(
    (a, b) => Math.abs(b.tenths) - Math.abs(a.tenths) || (a.id < b.id ? -1 : 1),
  );
  const kept = new Set(furthest.filter(({ pillar }, at) => pillar === null || at < MOST_NAMED));
  const labels = new Map([...before.pillars, ...after.pillars].map(({ id, label }) => [id, label]));
  const rest = furthest.filter((one) => !kept.has(one));
  const byPillar = [...new Set(rest.map(({ pillar }) => pillar))].map((pillar) => {
    const moved = rest.filter((one) => one.pillar === pillar);
    const [first] = moved;
    return {
      tenths: moved.reduce((sum, { tenths }) => sum + tenths, 0),
      because:
        first !== undefined && moved.length === 1
          ? first.because
          : ({
              kind: 'moreOfPillar',
              count: moved.length,
              pillar: labels.get(pillar ?? '') ?? pillar ?? '',
            } as const),
    };
  });
  return [...kept, ...byPillar];
}

const linesById = ({ lines }: ScoreCard): ReadonlyMap<string, Line> =>
  new Map(lines.map((line) => [line.id, line]));
const criteriaById = ({ criteria }: Rubric): ReadonlyMap<string, Criterion> =>
  new Map(criteria.map((one) => [one.id, one]));

function tenthsOf(line: Line | undefined): number {
  return Math.round((line?.contribution ?? 0) * 10);
}
