import { issuesOf, type KeptEvidence } from './kept-evidence';

/** The same piece once one of the issues that it speaks for is gone; null when it speaks for no other. */
export function withoutIssue(kept: KeptEvidence, issueId: string): KeptEvidence | null {
  const issues = issuesOf(kept);
  if (!issues.some((id) => id !== issueId)) return null;
  if (!issues.includes(issueId)) return kept;
  const others = (ids: readonly string[]): readonly string[] => ids.filter((id) => id !== issueId);
  return {
    ...kept,
    ...(kept.linkFor !== undefined && { linkFor: others(kept.linkFor) }),
    listed: { ...kept.listed, value: others(kept.listed.value) },
    added: others(kept.added),
  };
}
