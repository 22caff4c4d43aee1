import { previewBacklog } from '../../../src/core/preview/preview-backlog';
import type { Rubric } from '../../../src/core/rubric/schema/schema';
import { planScoring } from '../../../src/core/scoring/plan';
import { scoreWithPlan } from '../../../src/core/score-card/score-issue';
import { rounded, secondsOf, type Bench } from '../bench';
import { benchDay, benchIssue, benchRubric } from './backlog';

/** The computing of a preview alone, beside a preview that scores the backlog once more for each criterion that it leaves out. */
export async function besideNaive(issues: number): Promise<Bench> {
  const rubric = benchRubric();
  const draft: Rubric = { ...rubric, effort: { ...rubric.effort, k: 0.6 } };
  const all = Array.from({ length: issues }, (_, n) => benchIssue(n));
  const scoreAll = (of: Rubric): number => {
    const plan = planScoring(of);
    return all.reduce(
      (sum, signals) => sum + (scoreWithPlan(plan, signals, benchDay, null).score ?? 0),
      0,
    );
  };
  const { ours, naive } = await secondsOf(
    {
      ours: () => {
        const backlog = previewBacklog(
          { before: planScoring(rubric), after: planScoring(draft) },
          benchDay,
        );
        all.forEach((signals, n) => {
          backlog.add({
            issueId: String(n),
            signals,
            blocks: n % 40 === 0 ? [String(n + 1)] : [],
            pending: false,
          });
        });
        return backlog.done(new Map(), { fields: 0, because: [] });
      },
      naive: () =>
        [
          rubric,
          draft,
          ...draft.criteria.map(({ id }) => ({
            ...draft,
            criteria: draft.criteria.filter((one) => one.id !== id),
          })),
        ].map(scoreAll),
    },
    3,
  );
  return {
    name: `${issues.toLocaleString('en')} issues: computing`,
    unit: 's',
    ours: rounded(ours),
    peer: rounded(naive),
    peerName: 'every issue scored anew for each criterion left out',
    ratio: rounded(naive / ours),
  };
}
