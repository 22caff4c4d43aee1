import type { IssueRecord } from './issue-record';
import type { SiteFields } from './site-fields';

export type SprintState = 'active' | 'future' | 'none';

/** The most current of the sprints that an issue is planned in. */
export function sprintState(issue: IssueRecord, site: SiteFields): SprintState {
  const states = site.sprints.flatMap((field) => {
    const value = issue.fields[field.id];
    return (Array.isArray(value) ? value : [value]).map(stateOf);
  });
  if (states.includes('active')) return 'active';
  return states.includes('future') ? 'future' : 'none';
}

/** Jira Cloud lists sprints as objects; old exports as text that holds `state=ACTIVE`. */
function stateOf(sprint: unknown): string | null {
  if (typeof sprint === 'string') return /\bstate=(\w+)/i.exec(sprint)?.[1]?.toLowerCase() ?? null;
  return typeof sprint === 'object' &&
    sprint !== null &&
    'state' in sprint &&
    typeof sprint.state === 'string'
    ? sprint.state.toLowerCase()
    : null;
}
