import type { Issue, Link } from './issue';
import type { SiteState } from './site-state';

export function registerIssue(state: SiteState, issue: Issue): void {
  state.issues.set(issue.id, issue);
  state.issuesByKey.set(issue.key.toUpperCase(), issue);
  issue.project.issues.add(issue);
}

export function nextIssueId(state: SiteState, wanted?: string): number {
  const id = Number(wanted);
  if (Number.isSafeInteger(id) && id > 0 && !state.issues.has(id)) {
    state.lastIssueId = Math.max(state.lastIssueId, id);
    return id;
  }
  state.lastIssueId += 1;
  return state.lastIssueId;
}

export function attachLink(state: SiteState, link: Link): void {
  state.links.set(link.id, link);
  for (const end of new Set([link.source, link.destination]))
    if (!end.stub) end.links = [...end.links, link];
}
