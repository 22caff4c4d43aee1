import type { Criterion } from '../../rubric/schema/schema';
import { questionsFor, readingKey } from '../../signals/reading-key';
import type { Place } from '../../provenance/place';
import type { CompiledCurve } from '../../curves/compiled';
import { compileCurve } from '../../curves/curve';
import { sameName } from '../../text/same-name';
import { placeOf } from './place-of';

/** A criterion made ready for many issues. Weight in thousandths: sums of weight × tenths of points stay whole numbers. */
export interface CriterionPlan {
  readonly criterion: Criterion;
  readonly weight: number;
  readonly curve: CompiledCurve;
  /** Where the reading is kept (the first, where it takes two); null for what follows from evidence, links and votes. */
  readonly key: string | null;
  /** Where the value comes from. */
  readonly place: Place;
  /** The same, ready for lines; and by each field's name as the rubric spells it. */
  readonly from: readonly Place[];
  readonly fromField: ReadonlyMap<string, readonly Place[]>;
  /** The label as it stands within a sentence. */
  readonly name: string;
  /** Where its line stands among the others: pillar by pillar. */
  readonly order: number;
  /** Names that mean blank. */
  readonly blank: ReadonlySet<string>;
}

export function planCriterion(criterion: Criterion, order: number): CriterionPlan {
  const { signal, curve } = criterion;
  const [question] = questionsFor(signal);
  const place = placeOf(signal);
  return {
    criterion,
    weight: Math.round(criterion.weight * 1000),
    curve: compileCurve(curve),
    key: question === undefined ? null : readingKey(question),
    place,
    from: [place],
    fromField: new Map(
      ('fields' in signal ? (signal.fields ?? []) : []).map((name) => [
        name,
        [{ kind: 'field', names: [name] }],
      ]),
    ),
    name: criterion.label.toLowerCase(),
    order,
    blank: new Set('blank' in curve ? curve.blank.map(sameName) : []),
  };
}

/** What a formula reads: amounts as they are; points of other curves, which are kept in tenths, as 0–100. */
export function amountOf({ criterion }: CriterionPlan, answer: number): number {
  return criterion.curve.kind === 'amount' ? answer : answer / 10;
}
