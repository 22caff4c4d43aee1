import { aReport, type Report } from '../../core/evidence-feeds/report';
import { Forbidden, Gone } from '../ports/failures';
import { recordEvidence } from '../evidence/record-reports';
import type { ScoredIssue } from '../ports/reactions';
import { scoreIssues } from '../scoring/score-issues';
import { mustSee, rescoredItem, type RescoredItem } from './rescored-item';
import type { RuleUser } from './rule-user';

/** What a rule says; what it leaves empty stays as it was known. */
export type SaidByRule = Pick<
  Report,
  'source' | 'externalId' | 'kind' | 'state' | 'customer' | 'segment' | 'level' | 'value' | 'raised'
>;

/**
 * Records evidence for a work item and rescores it with every other work item that the same evidence speaks for.
 * @throws Gone, Forbidden unless the rule's user may edit the work item.
 */
export async function recordEvidenceOfItem(
  key: string,
  said: SaidByRule,
  { viewer, world, now }: RuleUser,
): Promise<RescoredItem> {
  await mustSee(key, viewer);
  const project = key.slice(0, key.lastIndexOf('-'));
  if (!(await viewer.may('EDIT_ISSUES', project)))
    throw new Forbidden(
      `The rule's user may not edit work items of ${project}, and so not record evidence for ${key}`,
    );
  const scored: ScoredIssue[] = [];
  const rescore = async (ids: readonly string[]): Promise<void> =>
    void scored.push(...(await scoreIssues(ids, world, now)).results);
  const report = aReport({
    ...said,
    occurred: now.getTime(),
    issues: { keys: [key], whole: false },
  });
  await recordEvidence([report], rescore, world);
  const own =
    scored.find(({ entry }) => entry.key === key) ??
    (await scoreIssues([key], world, now)).results[0];
  if (own === undefined) throw new Gone(`Work item ${key} was deleted`);
  return rescoredItem(own);
}
