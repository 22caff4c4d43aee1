import { lifted, type Evaluation } from '../scoring/evaluation';
import type { Known, Unknown } from '../scoring/criteria/measured';
import type { Why } from '../provenance/why';
import { tenth } from './lines';
import type { Missing } from './score-card';

/**
 * Every input that nobody gave or that people disagree about, with the score if it alone were learned or settled. `final` makes
 * the final score of what the issue scores by itself: an override moves it, and it never falls below what is inherited.
 */
export function missingInputs(
  judgement: Evaluation,
  final: (own: number) => number,
): readonly Missing[] {
  const { valuation, effort, lift } = judgement;
  const score = (value: number | null, ease: number, otherwise: number): number =>
    final(tenth((lifted(value, ease, lift) ?? otherwise) * 10));
  const missing: Missing[] = [];
  const add = (one: Known | Unknown, why: Why): void => {
    const { id, pillar, label } = one.plan.criterion;
    const learned = valuation.ifLearned([one]);
    missing.push({
      id,
      pillar,
      label,
      why,
      low: score(learned?.low ?? null, effort.ease, judgement.low),
      high: score(learned?.high ?? null, effort.ease, judgement.high),
    });
  };
  for (const one of judgement.unknown) add(one, one.why);
  for (const one of judgement.known) if (one.open !== undefined) add(one, one.open.why);
  if (effort.lowestEase === effort.highestEase) return missing;
  const { value } = valuation;
  // While the value cannot be told, an estimate alone still makes no score: everything stays open.
  missing.push({
    id: 'effort',
    pillar: null,
    label: 'Effort',
    why: effort.assumed ?? { kind: 'notEstimated' },
    low: score(value, effort.lowestEase, judgement.low),
    high: score(value, effort.highestEase, judgement.high),
  });
  return missing;
}
