import { DEFAULT_STATUSES } from './defaults';
import type { Project } from './issue';
import type { Status } from './entities';
import { ensureStatus } from './fill-catalogues';
import type { SiteState } from './site-state';

const ORDER = { new: 0, indeterminate: 1, done: 2 } as const;

/** Every workflow needs a status in which to start and one in which to end; a project without issues gets all the usual ones. */
export function completeWorkflow(state: SiteState, project: Project): void {
  const missing = DEFAULT_STATUSES.filter(
    (status) =>
      project.issues.size === 0 ||
      !project.statuses.some((each) => each.category === status.category),
  );
  const seen = new Set(project.statuses.map((each) => each.category));
  for (const status of missing) {
    if (project.issues.size > 0 && seen.has(status.category)) continue;
    seen.add(status.category);
    const own = ensureStatus(state, status.name, status.category);
    if (!project.statuses.includes(own)) project.statuses.push(own);
  }
  project.statuses.sort((a, b) => ORDER[a.category] - ORDER[b.category]);
}

/** Where a new issue of the project begins. */
export function firstStatus(project: Project): Status {
  const first = project.statuses.find((status) => status.category === 'new') ?? project.statuses[0];
  if (first === undefined) throw new Error(`Project ${project.key} has no workflow.`);
  return first;
}

/** Transitions are numbered as Jira numbers those of a new workflow: 11, 21, 31 … */
export function transitionId(project: Project, status: Status): string {
  return String((project.statuses.indexOf(status) + 1) * 10 + 1);
}
