import type { Issue } from '../model/issue';
import { mayInProject } from '../model/permissions';
import type { SiteState } from '../model/site-state';
import { transitionId } from '../model/workflow';
import { statusView } from './entity-views';

/** Where the viewer may take the issue: every status of its project, as the workflow here leads from each to each. */
export function transitionsView(
  { state, viewer }: { readonly state: SiteState; readonly viewer: string },
  issue: Issue,
  withFields = false,
) {
  const possible = mayInProject(state, viewer, issue.project, 'TRANSITION_ISSUES')
    ? issue.project.statuses
    : [];
  return possible.map((status) => ({
    id: transitionId(issue.project, status),
    name: status.name,
    to: statusView(state, status),
    hasScreen: false,
    isGlobal: true,
    isInitial: false,
    isAvailable: true,
    isConditional: false,
    looped: status === issue.status,
    // No transition has a screen, so none offers a field to fill in.
    ...(withFields ? { fields: {} } : {}),
  }));
}
