import type { ProductEvent } from '../protocol';
import type { Sprint } from '../model/entities';
import type { SiteState } from '../model/site-state';

type Emit = (event: ProductEvent) => void;

/** Starts or ends a sprint: one event, none for its issues, and no `updated` of theirs moves. */
export function moveSprint(
  state: SiteState,
  emit: Emit,
  id: number,
  to: Sprint['state'] | 'deleted',
): void {
  const sprint = state.sprints.get(id);
  if (sprint === undefined) throw new Error(`No sprint ${id}`);
  if (to === 'deleted') removeSprint(state, sprint);
  else Object.assign(sprint, { state: to });
  const what = { active: 'started', closed: 'closed', future: 'updated', deleted: 'deleted' }[to];
  emit({
    name: `avi:jira-software:${what}:sprint`,
    payload: { sprint: { ...sprint, id: String(id) }, oldSprint: { ...sprint } },
    selfGenerated: false,
  });
}

function removeSprint(state: SiteState, sprint: Sprint): void {
  state.sprints.delete(sprint.id);
  for (const issue of state.issues.values())
    issue.customs = Object.fromEntries(
      Object.entries(issue.customs).map(([field, value]) => [
        field,
        Array.isArray(value) ? value.filter((one) => one !== sprint) : value,
      ]),
    );
}

/** Releases a version, or takes that back, likewise. */
export function releaseVersion(state: SiteState, emit: Emit, id: string, released: boolean): void {
  const version = [...state.projects.values()]
    .flatMap(({ versions }) => versions)
    .find((one) => one.id === id);
  if (version === undefined) throw new Error(`No version ${id}`);
  Object.assign(version, { released });
  emit({
    name: `avi:jira:${released ? 'released' : 'unreleased'}:version`,
    payload: { version: { ...version } },
    selfGenerated: false,
  });
}
