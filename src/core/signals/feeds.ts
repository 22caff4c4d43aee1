import type { Rubric } from '../rubric/schema/schema';
import type { IssueRecord, LinkRecord } from '../issue/issue-record';
import { evidenceKind, listed } from './linked';

/** Whether this issue counts as evidence for the one at the other end of the link: the mirror image of `evidenceIn`. */
export function speaksFor(issue: IssueRecord, link: LinkRecord, rubric: Rubric): boolean {
  if (evidenceKind(issue.type.name, issue.project.key, rubric) !== null) return true;
  return link.reverse !== undefined && listed(rubric.evidence.reports.phrases, link.reverse);
}
