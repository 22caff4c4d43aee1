import type { SnapshotSprint } from '../snapshot';
import * as shapes from './issue-shapes';

const STATES = { active: 'active', future: 'future', closed: 'closed' } as const;

/** The sprints in a value, or undefined when the value isn't about sprints. */
export function readSprints(value: unknown): SnapshotSprint[] | undefined {
  const list = Array.isArray(value) ? value : [value];
  const sprints = list.map(readSprint);
  return sprints.length > 0 && sprints.every((sprint) => sprint !== undefined)
    ? sprints
    : undefined;
}

export function uniqueSprints(sprints: readonly SnapshotSprint[]): SnapshotSprint[] {
  return [...new Map(sprints.map((sprint) => [sprint.id, sprint])).values()];
}

function readSprint(value: unknown): SnapshotSprint | undefined {
  const accepted = shapes.sprint.safeParse(
    typeof value === 'string' ? readServerSprint(value) : value,
  );
  const id = Number(accepted.data?.id);
  const state = STATES[(accepted.data?.state ?? '').toLowerCase() as keyof typeof STATES] as
    SnapshotSprint['state'] | undefined;
  if (!accepted.success || !Number.isSafeInteger(id) || state === undefined) return undefined;
  const { name, startDate, endDate, completeDate } = accepted.data;
  return {
    id,
    name,
    state,
    ...(startDate ? { startDate } : {}),
    ...(endDate ? { endDate } : {}),
    ...(completeDate ? { completeDate } : {}),
  };
}

/** Server writes `com.atlassian.greenhopper.service.sprint.Sprint@1f[id=1,rapidViewId=2,state=CLOSED,name=Sprint 1,…]`. */
function readServerSprint(text: string): Record<string, string> | undefined {
  const inside = /greenhopper\.service\.sprint\.Sprint@[^[]*\[(.*)\]$/s.exec(text)?.[1];
  if (inside === undefined) return undefined;
  const parts = inside
    .split(/,(?=[a-zA-Z]+=)/)
    .map((part) => [part.slice(0, part.indexOf('=')), part.slice(part.indexOf('=') + 1)] as const);
  return Object.fromEntries(parts.filter(([, written]) => written !== '' && written !== '<null>'));
}
