import type { Criterion } from '../../rubric/schema/schema';
import { questionsFor, readingKey } from '../../signals/reading-key';
import type { Provenance } from '../../issue/reading';
import type { CompiledCurve } from '../../curves/compiled';
import { compileCurve } from '../../curves/curve';
import { sameName } from '../../text/same-name';
import { sourceWords } from './source-label';

/** A criterion made ready for many issues. Weight in thousandths: sums of weight × tenths of points stay whole numbers. */
export interface CriterionPlan {
  readonly criterion: Criterion;
  readonly weight: number;
  readonly curve: CompiledCurve;
  /** Where the reading is kept (the first, where it takes two); null for what follows from evidence, links and votes. */
  readonly key: string | null;
  /** Where the value comes from, in words. */
  readonly source: string;
  /** The same, ready for lines; and by each field's name as the rubric spells it. */
  readonly from: readonly Provenance[];
  readonly fromField: ReadonlyMap<string, readonly Provenance[]>;
  /** The label as it stands within a sentence. */
  readonly name: string;
  /** Where its line stands among the others: pillar by pillar. */
  readonly place: number;
  /** Names that mean blank. */
  readonly blank: ReadonlySet<string>;
}

export function planCriterion(criterion: Criterion, place: number): CriterionPlan {
  const { signal, curve } = criterion;
  const [question] = questionsFor(signal);
  return {
    criterion,
    weight: Math.round(criterion.weight * 1000),
    curve: compileCurve(curve),
    key: question === undefined ? null : readingKey(question),
    source: sourceWords(signal),
    from: [{ text: sourceWords(signal) }],
    fromField: new Map(
      ('fields' in signal ? (signal.fields ?? []) : []).map((name) => [
        name,
        [{ text: `field "${name}"` }],
      ]),
    ),
    name: criterion.label.toLowerCase(),
    place,
    blank: new Set('blank' in curve ? curve.blank.map(sameName) : []),
  };
}

/** What a formula reads: amounts as they are; points of other curves, which are kept in tenths, as 0–100. */
export function amountOf({ criterion }: CriterionPlan, answer: number): number {
  return criterion.curve.kind === 'amount' ? answer : answer / 10;
}
