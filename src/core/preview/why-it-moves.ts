import { same } from '../rubric/document/difference';
import type { Criterion, Rubric } from '../rubric/schema/schema';
import type { Line, ScoreCard } from '../score-card/score-card';
import { withoutScore } from '../decisions/cause';
import { counted } from '../text/wording';
import type { BeforeAndAfter, Mover } from './preview';

type Why = Mover['why'];

/** Lines that the draft itself changes get a move of their own, up to so many; the rest of them is told by pillar. */
const MOST_NAMED = 6;

interface Moved {
  readonly id: string;
  readonly tenths: number;
  readonly because: string;
  readonly pillar: string | null;
}

/**
 * What a draft does to one issue's score, line by line of its two cards: largest first, adding up to the change exactly. Both cards
 * are made from the same signals at the same moment, so that every word here is about the draft. Criteria that only make room for
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
      displaced.push({ id, tenths, pillar: criterion.pillar, because: is.label });
    else
      named.push({
        id,
        tenths,
        pillar: criterion?.pillar ?? null,
        because:
          criterion === undefined
            ? wholeScoreWords(was, is)
            : criterionWords(was, is, judged, after),
      });
  }
  const others = [
    {
      tenths: displaced.reduce((sum, { tenths }) => sum + tenths, 0),
      because: roomWords(displaced, rubrics),
    },
  ];
  return [...inFew(named, rubrics), ...others]
    .filter(({ tenths }) => tenths !== 0)
    .sort((a, b) => Math.abs(b.tenths) - Math.abs(a.tenths) || (a.because < b.because ? -1 : 1))
    .map(({ tenths, because }) => ({ change: tenths / 10, because }));
}

/** `Priority and 4 others count for less, as Incidents counts for more`. */
function roomWords(displaced: readonly Moved[], { before, after }: BeforeAndAfter<Rubric>): string {
  if (!same(before.method, after.method))
    return 'the method puts the criteria together in another way';
  const [first, ...rest] = displaced.toSorted(
    (a, b) => Math.abs(b.tenths) - Math.abs(a.tenths) || (a.id < b.id ? -1 : 1),
  );
  const more = displaced.reduce((sum, { tenths }) => sum + tenths, 0) > 0;
  const who = `${first?.because ?? ''}${rest.length === 0 ? ' counts' : ` and ${rest.length === 1 ? (rest[0]?.because ?? '') : `${rest.length} others`} count`}`;
  const weights = (rubric: Rubric): ReadonlyMap<string, number> =>
    new Map(rubric.criteria.map(({ id, weight }) => [id, weight]));
  const [was, is] = [weights(before), weights(after)];
  // Whatever another one gained or lost in weight is what these make room for or fill.
  const causes = [...after.criteria, ...before.criteria.filter(({ id }) => !is.has(id))].filter(
    ({ id }) =>
      more ? (was.get(id) ?? 0) > (is.get(id) ?? 0) : (was.get(id) ?? 0) < (is.get(id) ?? 0),
  );
  const cause =
    causes.length === 0
      ? ''
      : `, as ${causes[0]?.label ?? ''}${causes.length === 1 ? '' : ` and ${counted(causes.length - 1, 'other')}`} ${causes.length === 1 ? 'counts' : 'count'} for ${more ? 'less' : 'more'}`;
  return `${who} for ${more ? 'more' : 'less'}${cause}`;
}

type Judged = BeforeAndAfter<Criterion | undefined>;

/** The same input, points and weight in the rubric: only its share of the whole is another. */
function onlyMakesRoom(was: Line, is: Line, { before, after }: Judged): boolean {
  return before?.weight === after?.weight && was.value === is.value && was.points === is.points;
}

function criterionWords(
  was: Line | undefined,
  is: Line | undefined,
  { before, after }: Judged,
  card: ScoreCard,
): string {
  const label = (is ?? was)?.label ?? '';
  if (before === undefined) return `${label} is new`;
  if (after === undefined) return `${label} is gone`;
  if (is === undefined)
    return `${label} no longer counts: ${card.missing.find(({ id }) => id === after.id)?.why ?? 'nothing is known of it'}`;
  if (was === undefined) return `${label} counts now${is.value === null ? '' : `: ${is.value}`}`;
  const parts = [
    ...(was.value === is.value ? [] : [`${was.value ?? 'none'} → ${is.value ?? 'none'}`]),
    ...(was.points === is.points || was.points === null || is.points === null
      ? []
      : [`${was.points} → ${is.points} of 100 points`]),
    ...(before.weight === after.weight || was.weight === null || is.weight === null
      ? []
      : [`${percent(was.weight)} → ${percent(is.weight)}`]),
  ];
  return parts.length === 0 ? `${label} counts differently` : `${label} ${parts.join(', ')}`;
}

/** The lines that act on the score as a whole. */
function wholeScoreWords(was: Line | undefined, is: Line | undefined): string {
  const line = is ?? was;
  switch (line?.id) {
    case 'effort':
      if (was === undefined || is === undefined)
        return is === undefined ? 'effort no longer counts' : 'effort counts now';
      if (was.value !== is.value) return `effort ${was.value ?? 'none'} → ${is.value ?? 'none'}`;
      return was.factor === is.factor
        ? `effort takes ${tenthsOf(is) > tenthsOf(was) ? 'less of a lower' : 'more of a higher'} value`
        : `effort × ${was.factor ?? 1} → × ${is.factor ?? 1}`;
    case 'urgency':
      if (was === undefined || is === undefined)
        return is === undefined ? 'no longer urgent' : `urgent now: ${is.value ?? ''}`;
      return was.factor === is.factor
        ? `urgency has ${tenthsOf(is) > tenthsOf(was) ? 'more' : 'less'} left to lift`
        : `urgency ${percent(was.factor ?? 0)} → ${percent(is.factor ?? 0)}`;
    case 'inherited':
      if (is === undefined) return `no longer inherits from ${was?.value ?? 'what it blocks'}`;
      if (was === undefined || was.value !== is.value)
        return `inherits from ${is.value ?? 'what it blocks'}`;
      return `inherits ${tenthsOf(is) > tenthsOf(was) ? 'more' : 'less'} from ${is.value ?? 'what it blocks'}`;
    case 'start':
      return 'the formula starts elsewhere';
    default:
      return `${line?.label ?? ''} ${line?.value ?? ''}`.trim();
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
    return {
      tenths: moved.reduce((sum, { tenths }) => sum + tenths, 0),
      because:
        moved.length === 1
          ? (moved[0]?.because ?? '')
          : `${moved.length} more criteria of ${labels.get(pillar ?? '') ?? pillar ?? ''}`,
    };
  });
  return [...kept, ...byPillar];
}

const linesById = ({ lines }: ScoreCard): ReadonlyMap<string, Line> =>
  new Map(lines.map((line) => [line.id, line]));
const criteriaById = ({ criteria }: Rubric): ReadonlyMap<string, Criterion> =>
  new Map(criteria.map((one) => [one.id, one]));

function percent(share: number): string {
  return `${Math.round(share * 1000) / 10} %`;
}

function tenthsOf(line: Line | undefined): number {
  return Math.round((line?.contribution ?? 0) * 10);
}
