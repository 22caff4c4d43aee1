import type { Rubric } from '../rubric/schema/schema';
import { amongEquals, type TieFacts } from '../lanes/tie-order';
import { sameName } from '../text/same-name';
import type { Band } from '../terms/band';
import type { Reading } from '../issue/reading';
import { answerIn, readingKey } from '../signals/reading-key';

export type Moscow = 'must' | 'should' | 'could' | 'wont';

/** What MoSCoW needs to know of an open issue. */
export interface Planned extends TieFacts {
  readonly key: string;
  readonly score: number | null;
  readonly band: Band | null;
  /** In the rubric's unit; the rubric's default where nobody estimated. */
  readonly effort: number;
  readonly readings: Readonly<Record<string, Reading>>;
}

export interface MoscowPlan {
  /** In the order of the plan: Musts first, then by score, ties as `amongEquals` has them. What the field does not say is not placed. */
  readonly placed: readonly Placed[];
  readonly unplaced: readonly { readonly key: string; readonly why: string }[];
  readonly check: MustCheck;
}

export interface Placed {
  readonly key: string;
  readonly moscow: Moscow;
  readonly because: string;
}

/** Whether Musts leave room for surprises. */
export interface MustCheck {
  readonly within: boolean;
  readonly mustEffort: number;
  /** Of the capacity, or where the rubric has none, of all that is not Won't. */
  readonly share: number;
  readonly limit: number;
  readonly text: string;
  /** The lowest Musts whose effort is over the limit: nobody is moved silently. */
  readonly over: readonly string[];
}

const byBand: Readonly<Record<Band, Moscow>> = {
  immediate: 'must',
  soon: 'should',
  'can wait': 'could',
  'consider declining': 'wont',
};
const order: readonly Moscow[] = ['must', 'should', 'could', 'wont'];

export function moscowPlan(
  issues: readonly Planned[],
  { moscow, effort }: Pick<Rubric, 'moscow' | 'effort'>,
): MoscowPlan {
  const key =
    moscow.source.from === 'field'
      ? readingKey({ kind: 'option', fields: moscow.source.fields })
      : '';
  const found = issues.map((issue) => ({ issue, place: placeOf(issue, moscow, key) }));
  const sorted = found
    .flatMap(({ issue, place }) => ('why' in place ? [] : [{ issue, place }]))
    .sort((a, b) => inPlan(a.place, b.place) || byScore(a.issue, b.issue));
  const { capacity } = moscow;
  let used = 0;
  const placed = sorted.map(({ issue, place }) => {
    const wanted = place.moscow !== 'wont';
    const fits = capacity === null || used + issue.effort <= capacity;
    // A Must is a Must however full the plan is; the check says that it does not fit.
    if (!wanted || place.moscow === 'must' || fits || moscow.source.from === 'field') {
      if (wanted) used += issue.effort;
      return { issue, ...place };
    }
    return {
      issue,
      moscow: 'wont' as const,
      because: `${place.because}; not this time: ${round(used)} of ${capacity} ${effort.unit} are taken`,
    };
  });
  return {
    placed: placed.map(({ issue, moscow: is, because }) => ({
      key: issue.key,
      moscow: is,
      because,
    })),
    unplaced: found.flatMap(({ issue, place }) =>
      'why' in place ? [{ key: issue.key, why: place.why }] : [],
    ),
    check: checkMusts(placed, moscow, effort.unit),
  };
}

type Place = { readonly moscow: Moscow; readonly because: string } | { readonly why: string };

function placeOf({ band, readings }: Planned, { source }: Rubric['moscow'], key: string): Place {
  if (source.from === 'bands')
    return band === null
      ? { why: 'it has no score' }
      : { moscow: byBand[band], because: `its score says ${band}` };
  const reading = answerIn({ readings, absent: [] }, key);
  const field = `"${source.fields[0] ?? ''}"`;
  if (typeof reading !== 'object' || reading.state !== 'known')
    return {
      why:
        typeof reading === 'object' && reading.state === 'unknown'
          ? reading.why
          : `${field} is ${reading === undefined ? 'not there' : 'empty'}`,
    };
  const said = (Array.isArray(reading.value) ? reading.value : [reading.value]).map(String);
  const names: Readonly<Record<Moscow, readonly string[]>> = source.names;
  const moscow = order.find((one) =>
    names[one].some((name) => said.some((value) => sameName(value) === sameName(name))),
  );
  return moscow === undefined
    ? { why: `${field} says ${said.join(', ').slice(0, 60)}, which the rubric maps to nothing` }
    : { moscow, because: `${field} says so` };
}

function checkMusts(
  placed: readonly { readonly issue: Planned; readonly moscow: Moscow }[],
  { capacity, mustShare }: Rubric['moscow'],
  unit: string,
): MustCheck {
  const effortOf = (which: (moscow: Moscow) => boolean): number =>
    placed.reduce((sum, one) => (which(one.moscow) ? sum + one.issue.effort : sum), 0);
  const mustEffort = effortOf((moscow) => moscow === 'must');
  const whole = capacity ?? effortOf((moscow) => moscow !== 'wont');
  const limit = whole * mustShare;
  // Sums of fractions leave dust that must not break a limit.
  const within = mustEffort <= limit + 1e-9;
  const over: string[] = [];
  let left = mustEffort;
  for (const { issue } of placed.filter(({ moscow }) => moscow === 'must').reverse()) {
    if (left <= limit + 1e-9) break;
    over.push(issue.key);
    left -= issue.effort;
  }
  const share = whole === 0 ? 0 : mustEffort / whole;
  // To a tenth, and over the limit never rounded down onto it.
  const percent = within ? round(share * 100) : Math.ceil(share * 1000 - 1e-6) / 10;
  const text = `Musts take ${round(mustEffort)} of ${round(whole)} ${unit}, ${percent} %; ${within ? 'at most' : 'more than'} the ${round(mustShare * 100)} % that leave room for surprises`;
  return { within, mustEffort: round(mustEffort), share, limit: round(limit), text, over };
}

function inPlan(a: { readonly moscow: Moscow }, b: { readonly moscow: Moscow }): number {
  return order.indexOf(a.moscow) - order.indexOf(b.moscow);
}

function byScore(a: Planned, b: Planned): number {
  // The key says nothing of the work: it only keeps the plan the same from one look to the next.
  return (b.score ?? -1) - (a.score ?? -1) || amongEquals(a, b) || (a.key < b.key ? -1 : 1);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
