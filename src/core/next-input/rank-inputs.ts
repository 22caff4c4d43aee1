import { noOverrides, type OverridesInForce } from '../overrides/overrides-in-force';
import { bandOf } from '../lanes/band';
import { bands } from '../terms/band';
import { laneFor } from '../lanes/lane';
import type { Signals } from '../signals/signal';
import { evaluate, lifted, type Evaluation } from '../scoring/evaluation';
import { laneOutcomes, type OpenInput } from './reachable-lanes';
import type { Known, Unknown } from '../scoring/criteria/measured';
import type { ScoringPlan } from '../scoring/plan';
import type { Why } from '../provenance/why';
import { tenth } from '../score-card/lines';
import { movedBy } from '../score-card/evaluate-issue';
import type { Band } from '../terms/band';
import type { Lane } from '../terms/lane';

/** An input that nobody gave and that alone could change the lane or the band. */
export interface Question {
  /** Ids of the criteria that it settles; `effort` for the effort. */
  readonly ids: readonly string[];
  readonly label: string;
  readonly why: Why;
  /** Where else it could lead. */
  readonly lanes: readonly Lane[];
  readonly bands: readonly Band[];
  /** The score at its worst and at its best. */
  readonly low: number;
  readonly high: number;
}

/** What bears on a score besides its issue's own signals. */
export interface Besides {
  readonly inheritedScore: number | null;
  readonly overrides?: OverridesInForce;
}

/**
 * What people should be asked for, the most telling first: other lanes before other bands before points. What could change
 * neither is not asked for, nor what the site has no field for. While no single answer makes a score, all that is missing is asked.
 * Below `inheritedScore` no answer brings it.
 */
export function nextQuestions(
  plan: ScoringPlan,
  signals: Signals,
  now: Date,
  { inheritedScore, overrides = noOverrides }: Besides,
): readonly Question[] {
  if (signals.issue.category === 'done') return [];
  const judgement = evaluate(signals, plan, now);
  const final = (own: number): number =>
    Math.max(inheritedScore ?? 0, movedBy(tenth(own * 10), overrides));
  const band =
    judgement.score === null && inheritedScore === null
      ? null
      : bandOf(final(judgement.score ?? 0), plan.rubric);
  const lane = laneFor({ signals, judgement, plan }).lane;
  const questions = openInputs(judgement, signals, plan).map((input): Question => {
    const { low, high } = scoresOf(input, judgement);
    const [lowest, highest] = [final(low), final(high)];
    return {
      ...wordsOf(input, judgement),
      lanes:
        overrides.lane === null
          ? laneOutcomes(input, signals, judgement, plan).filter((other) => other !== lane)
          : [],
      bands: bandsBetween(lowest, highest, plan).filter((other) => other !== band),
      low: lowest,
      high: highest,
    };
  });
  return questions
    .filter(({ lanes, bands }) => lanes.length + bands.length > 0)
    .sort(byConsequence);
}

/** Which criteria one answer would settle together; the site has a field for each. */
function openInputs(
  judgement: Evaluation,
  signals: Signals,
  plan: ScoringPlan,
): readonly OpenInput[] {
  const open: readonly (Known | Unknown)[] = [
    ...judgement.unknown,
    ...judgement.known.filter((one) => one.open !== undefined),
  ];
  const groups = new Map<string, (Known | Unknown)[]>();
  for (const one of open) {
    const { key, criterion } = one.plan;
    if (key !== null && signals.absent.includes(key)) continue;
    const name = key ?? criterion.id;
    groups.set(name, [...(groups.get(name) ?? []), one]);
  }
  const { effort } = judgement;
  const effortOpen = effort.lowestEase !== effort.highestEase;
  const shared = plan.effortKeys.map(({ key }) => key).find((key) => groups.has(key));
  const inputs = [...groups].map(([key, criteria]): OpenInput => ({
    criteria,
    effort: effortOpen && key === shared,
  }));
  // While the value cannot be told, an estimate alone makes no score.
  const effortTells = effortOpen && shared === undefined && judgement.valuation.value !== null;
  return effortTells ? [...inputs, { criteria: [], effort: true }] : inputs;
}

/** The score by itself at the worst and the best answer; everything is open while the answer alone makes none. */
function scoresOf(
  { criteria, effort }: OpenInput,
  { valuation, effort: { ease, lowestEase, highestEase }, lift, low, high }: Evaluation,
): { readonly low: number; readonly high: number } {
  const learned = valuation.ifLearned(criteria);
  return {
    low: lifted(learned?.low ?? null, effort ? lowestEase : ease, lift) ?? low,
    high: lifted(learned?.high ?? null, effort ? highestEase : ease, lift) ?? high,
  };
}

function wordsOf(
  { criteria, effort }: OpenInput,
  judgement: Evaluation,
): Pick<Question, 'ids' | 'label' | 'why'> {
  const [first] = criteria;
  const why =
    first === undefined
      ? judgement.effort.assumed
      : first.state === 'unknown'
        ? first.why
        : first.open?.why;
  return {
    ids: [...criteria.map(({ plan }) => plan.criterion.id), ...(effort ? ['effort'] : [])],
    label: [
      ...criteria.map(({ plan }) => plan.criterion.label),
      ...(effort ? ['Effort'] : []),
    ].join(', '),
    why: why ?? { kind: 'notGiven' },
  };
}

function bandsBetween(low: number, high: number, { rubric }: ScoringPlan): readonly Band[] {
  return bands.slice(bands.indexOf(bandOf(low, rubric)), bands.indexOf(bandOf(high, rubric)) + 1);
}

function byConsequence(a: Question, b: Question): number {
  return (
    b.lanes.length - a.lanes.length ||
    b.bands.length - a.bands.length ||
    b.high - b.low - (a.high - a.low) ||
    (a.label < b.label ? -1 : 1)
  );
}
