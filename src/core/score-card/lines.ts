import { apportion } from '../numbers/largest-remainder';
import type { Inherited } from '../blockers/inherited-score';
import type { Evaluation } from '../scoring/evaluation';
import { describeClamped } from '../describe/describe-source';
import { describeWithoutNames } from '../describe/describe-value';
import type { CriterionPlan } from '../scoring/criteria/criterion-plan';
import { inWords, type Known, type Described } from '../scoring/criteria/measured';
import type { AssumedShare } from '../scoring/methods/valuation';
import { firstSources } from '../provenance/first-sources';
import type { Source } from '../provenance/source';
import type { ScoringPlan } from '../scoring/plan';
import type { Line } from './score-card';

/** A line with the words that the reasons use for it, without any issue's key; null where there is nothing to say. */
export interface WordedLine {
  readonly line: Line;
  readonly words: string | null;
}

/** A line whose contribution is only known once all others are. */
interface Draft {
  readonly line: { -readonly [K in keyof Line]: Line[K] };
  readonly words: string | null;
}

/** How many sources a line lists before it only counts them. */
const sourcesShown = 20;

/** What the issues that wait for this one add to its own score, if anything. */
export function inheritedLine(own: number | null, inherited: Inherited): readonly WordedLine[] {
  if (own !== null && own >= inherited.score) return [];
  const contribution = tenth(inherited.score * 10 - (own ?? 0) * 10);
  const line: Line = {
    id: 'inherited',
    pillar: null,
    label: 'Blocks a more important issue',
    value: { kind: 'issue', ref: { key: inherited.key } },
    points: null,
    weight: null,
    contribution,
    from: [{ kind: 'ownScore', score: inherited.score, ref: { key: inherited.key } }],
  };
  return [{ line, words: 'inherits from an issue it blocks' }];
}

/**
 * The line table of what an issue scores by itself: pillar by pillar, effort, urgency. Contributions add up to `own`.
 * @returns a list of its own each time: what else moves the score may be added to it
 */
export function ownLines(judgement: Evaluation, plan: ScoringPlan, own: number): WordedLine[] {
  const { valuation, effort, urgency, lift } = judgement;
  const value = valuation.value ?? 0;
  const shares = valuation.shares();
  const parts: number[] = [];
  const drafts: Draft[] = [];
  const { known } = judgement;
  const order = placesOf(known);
  for (let n = 0; n < known.length; n += 1) {
    const at = order?.[n] ?? n;
    const one = known[at];
    if (one === undefined) continue;
    drafts.push(criterionLine(one, valuation.weightOf(one)));
    parts.push(10 * (shares.known[at] ?? 0));
  }
  for (const assumed of shares.assumed) {
    const at = placeAmong(drafts, assumed.one.plan, plan);
    drafts.splice(at, 0, assumedLine(assumed));
    parts.splice(at, 0, 10 * assumed.share);
  }
  if (shares.start !== 0) {
    drafts.push(startLine(plan));
    parts.push(10 * shares.start);
  }
  if (plan.rubric.effort.k > 0) {
    drafts.push(effortLine(judgement, plan));
    parts.push(10 * value * (effort.ease - 1));
  }
  if (lift > 0) {
    const from = urgency.from.slice(0, sourcesShown);
    const line = {
      id: 'urgency',
      pillar: null,
      label: 'Urgency',
      value: urgency.found,
      points: null,
      weight: null,
      factor: round(lift, 1000),
      contribution: 0,
      from,
    };
    drafts.push({
      line,
      words: urgency.found === null ? null : describeWithoutNames(urgency.found),
    });
    parts.push(10 * (100 - value * effort.ease) * lift);
  }
  const contributions = apportion(parts, Math.round(own * 10));
  for (let n = 0; n < drafts.length; n += 1) {
    const draft = drafts[n];
    if (draft !== undefined) draft.line.contribution = tenth(contributions[n] ?? 0);
  }
  return drafts;
}

/** Pillar by pillar; null where they stand so already, as in most rubrics. */
function placesOf(known: readonly Known[]): readonly number[] | null {
  let last = -1;
  let sorted = true;
  for (const { plan } of known) {
    sorted &&= plan.order > last;
    last = plan.order;
  }
  if (sorted) return null;
  return [...known.keys()].sort(
    (a, b) => (known[a]?.plan.order ?? 0) - (known[b]?.plan.order ?? 0),
  );
}

/** Where the line of an assumed input stands among those of the criteria: pillar by pillar, as the others. */
function placeAmong(
  drafts: readonly Draft[],
  { order }: CriterionPlan,
  { criteria }: ScoringPlan,
): number {
  const later = new Set(criteria.filter((one) => one.order > order).map((one) => one.criterion.id));
  const at = drafts.findIndex(({ line }) => later.has(line.id));
  return at < 0 ? drafts.length : at;
}

function criterionLine(one: Known, weight: number | null): Draft {
  const { plan, points } = one;
  const { id, pillar, label, curve } = plan.criterion;
  const { value, phrase, from } = describedAsItCounts(one);
  const line: Draft['line'] = {
    id,
    pillar,
    label,
    value,
    points: curve.kind === 'amount' ? null : tenth(points),
    weight: weight === null ? null : round(weight, 10000),
    contribution: 0,
    from: firstOf(from),
  };
  if (curve.kind === 'amount' && curve.per === 100) line.unit = '%';
  return { line, words: points > 0 ? phrase : null };
}

/** As many as a person reads; how many more there are, and what is not among them, stay last. */
function firstOf(from: readonly Source[]): readonly Source[] {
  return from.length <= sourcesShown ? from : firstSources(from, sourcesShown);
}

/** What a curve reads in a way of its own is told as it counts: a share as a percentage, and what is held, where it is held. */
function describedAsItCounts({ plan, amount, described }: Known): Described {
  const plain = described();
  const shown = amount === null ? undefined : plan.curve.shown?.(amount);
  if (shown === undefined) return plain;
  const { value, phrase, from } = plain;
  const counts = value === amount ? shown.value : value;
  // What is told as it was found, as amounts are, is told as it counts.
  const words =
    typeof value !== 'object' && typeof counts !== 'object' && phrase === inWords(plan, value)
      ? inWords(plan, counts)
      : phrase;
  if (shown.clamped === null) return { value: counts, phrase: words, from };
  return {
    value: counts,
    phrase: `${words} ${describeClamped(shown.clamped.most, shown.clamped.unit)}`,
    from: [...from, { kind: 'held', ...shown.clamped }],
  };
}

/** An input that nobody gave, as the rubric takes it meanwhile. */
function assumedLine({ one: { plan, why, aged }, value, weighed }: AssumedShare): Draft {
  const { id, pillar, label } = plan.criterion;
  const line: Draft['line'] = {
    id,
    pillar,
    label,
    value: weighed === null ? value : null,
    points: weighed === null ? null : tenth(weighed.points),
    weight: weighed === null ? null : round(weighed.weight, 10000),
    contribution: 0,
    from: [
      { kind: 'assumed', value, ...(weighed !== null && { unit: 'points' }), why },
      ...(aged === undefined ? [] : [aged]),
    ],
  };
  const name = label.toLowerCase();
  return { line, words: weighed === null ? `${name} ${value} assumed` : `${name} assumed` };
}

/** What a formula gives before any input is put in: the other lines say how far each input moves it from there. */
function startLine({ criteria, valueFunction }: ScoringPlan): Draft {
  const inputs = criteria.map(({ name }, at) => ({ name, value: valueFunction?.neutral[at] ?? 0 }));
  const line: Draft['line'] = {
    id: 'start',
    pillar: null,
    label: 'Starting point',
    value: null,
    points: null,
    weight: null,
    contribution: 0,
    from: [{ kind: 'neutral', inputs }],
  };
  return { line, words: null };
}

function effortLine({ effort }: Evaluation, plan: ScoringPlan): Draft {
  const { unit } = plan.rubric.effort;
  const amount = round(effort.amount, 100);
  const source: Source =
    effort.assumed === null
      ? { kind: 'field', names: [effort.field ?? 'effort'] }
      : { kind: 'assumed', value: amount, unit, why: effort.assumed };
  const factor = round(effort.ease, 1000);
  const line: Draft['line'] = {
    id: 'effort',
    pillar: null,
    label: 'Effort',
    value: amount,
    unit,
    points: null,
    weight: null,
    factor,
    contribution: 0,
    from: [source],
  };
  return {
    line,
    words: `effort ${amount}${effort.assumed === null ? '' : ' assumed'} ×${round(effort.ease, 100)}`,
  };
}

/** A number of tenths as a decimal: 241 → 24.1, never 24.100000000000001. */
export function tenth(tenths: number): number {
  return Math.round(tenths) / 10;
}

/** To so many parts of one: 1000 keeps three decimals. */
function round(value: number, parts: number): number {
  return Math.round(value * parts) / parts;
}
