import type { Issue } from '../model/issue';
import type { SiteState } from '../model/site-state';
import type { Actor } from './actor';
import { emitIssue } from './issue-events';
import { unlinkIssues } from './link-issues';

/** Removes an issue, its sub-tasks and its links. Children that are no sub-tasks lose their parent. */
export function deleteIssue(state: SiteState, actor: Actor, issue: Issue): void {
  for (const child of issue.children) {
    if (child.type.subtask) deleteIssue(state, actor, child);
    else {
      child.parent = null;
      state.index.changed(child, actor.now);
    }
  }
  for (const link of issue.links) unlinkIssues(state, actor, link);
  if (issue.parent !== null)
    issue.parent.children = issue.parent.children.filter((child) => child !== issue);
  state.issues.delete(issue.id);
  for (const [key, each] of state.issuesByKey) if (each === issue) state.issuesByKey.delete(key);
  issue.project.issues.delete(issue);
  state.revision += 1;
  state.index.gone(issue, actor.now);
  emitIssue(state, actor, 'deleted', issue);
}
