import type { RubricChange } from './rubric-change';
import type { Rubric } from '../schema/schema';
import { isWeighted, sharesOf } from './shares';

interface Weighed {
  readonly weight: number;
  /** In percent, as the editor shows it. */
  readonly share: number;
  readonly pillar: string;
  readonly label: string;
  readonly at: number;
}
type ById = ReadonlyMap<string, Weighed>;

/**
 * What became of the criteria's weights, told as the shares that people set: those given another weight, what all others make room
 * by together, and what that makes of the pillars. Weights themselves are told where the method has none, or the shares stay.
 */
export function shareChanges(before: Rubric, after: Rubric): readonly RubricChange[] {
  const [was, is] = [weighedIn(before), weighedIn(after)];
  if (!isWeighted(before.method.kind) || !isWeighted(after.method.kind))
    return rewritten(was, is, (one, other) => `weight ${one.weight} → ${other.weight}`);
  return [
    ...rewritten(was, is, shareWords),
    ...othersMakeRoom(was, is),
    ...pillarsMove(before, after, was, is),
  ];
}

/** In percent; null where the method has no weights. */
export function shareIn({ method, criteria }: Rubric, id: string): number | null {
  if (!isWeighted(method.kind)) return null;
  const shares = sharesOf(criteria.map(({ weight }) => weight));
  return shares[criteria.findIndex((one) => one.id === id)] ?? null;
}

function rewritten(
  was: ById,
  is: ById,
  words: (one: Weighed, other: Weighed) => string,
): readonly RubricChange[] {
  return [...is].flatMap(([id, other]) => {
    const one = was.get(id);
    return one === undefined || one.weight === other.weight
      ? []
      : [
          {
            path: `criteria.${other.at}.weight`,
            text: `Criterion “${other.label}”: ${words(one, other)}`,
          },
        ];
  });
}

function shareWords(one: Weighed, other: Weighed): string {
  return one.share === other.share
    ? `weight ${one.weight} → ${other.weight}, its share stays ${one.share} %`
    : `share ${one.share} % → ${other.share} %`;
}

/** Between themselves they stay as they were: one line says it for all. */
function othersMakeRoom(was: ById, is: ById): readonly RubricChange[] {
  const others = [...is].flatMap(([id, other]) => {
    const one = was.get(id);
    return one !== undefined && one.weight === other.weight && one.share !== other.share
      ? [{ one, other }]
      : [];
  });
  const [only] = others;
  if (only === undefined) return [];
  if (others.length === 1)
    return [
      {
        path: 'criteria',
        follows: true,
        text: `Criterion “${only.other.label}”, its weight as it was: share ${only.one.share} % → ${only.other.share} %`,
      },
    ];
  const [from, to] = [total(others.map(({ one }) => one)), total(others.map(({ other }) => other))];
  return [
    {
      path: 'criteria',
      follows: true,
      text: `The ${others.length} other criteria in proportion: together ${from} % → ${to} %`,
    },
  ];
}

function pillarsMove(before: Rubric, after: Rubric, was: ById, is: ById): readonly RubricChange[] {
  const labels = new Map([...before.pillars, ...after.pillars].map(({ id, label }) => [id, label]));
  const moved = [...labels].flatMap(([id, label]) => {
    const [from, to] = [was, is].map((criteria) =>
      total([...criteria.values()].filter(({ pillar }) => pillar === id)),
    );
    return from === to ? [] : [`${label} ${from ?? 0} % → ${to ?? 0} %`];
  });
  return moved.length === 0
    ? []
    : [{ path: 'criteria', follows: true, text: `Shares of pillars: ${moved.join(', ')}` }];
}

function weighedIn({ criteria }: Rubric): ById {
  const shares = sharesOf(criteria.map(({ weight }) => weight));
  return new Map(
    criteria.map(({ id, label, pillar, weight }, at) => [
      id,
      { weight, share: shares[at] ?? 0, pillar, label, at },
    ]),
  );
}

/** In tenths, which add up without dust. */
function total(parts: readonly Weighed[]): number {
  return parts.reduce((sum, { share }) => sum + Math.round(share * 10), 0) / 10;
}
