import type { Rubric } from '../schema/schema';

/** Stands for an account id: that somebody is named says more than an empty list, which means everybody. */
const SOMEBODY = 'somebody';

type Right = Rubric['decisionRights'][keyof Rubric['decisionRights']];

/** How a rubric judges, without the customers, issues and people that it names. */
export function withoutNames(rubric: Rubric): Rubric {
  const { customers, evidence, capacity, decisionRights } = rubric;
  // A document of long ago is made whole as far as it goes: parts may be missing.
  return {
    ...rubric,
    ...(isThere(customers) && { customers: { ...customers, members: {} } }),
    ...(isThere(evidence) && { evidence: { ...evidence, services: {} } }),
    ...(isThere(capacity) && {
      capacity: { ...capacity, lanes: mapped(capacity.lanes, withoutOwner) },
    }),
    ...(isThere(decisionRights) && { decisionRights: mapped(decisionRights, withoutPeople) }),
  };
}

function withoutOwner<T extends { readonly owner: string | null }>(lane: T): T {
  return isThere(lane) ? { ...lane, owner: lane.owner === null ? null : SOMEBODY } : lane;
}

function withoutPeople(right: Right): Right {
  if (!isThere(right)) return right;
  const { people, approvers } = right;
  return {
    ...right,
    people: unnamed(people),
    ...(isThere(approvers) && { approvers: { ...approvers, people: unnamed(approvers.people) } }),
  };
}

function unnamed(people: readonly string[] | undefined): readonly string[] {
  return (people ?? []).length === 0 ? [] : [SOMEBODY];
}

function mapped<T extends object>(all: T, change: (one: never) => unknown): T {
  if (!isThere(all)) return all;
  return Object.fromEntries(
    Object.entries(all).map(([name, one]) => [name, change(one as never)]),
  ) as T;
}

function isThere(part: unknown): boolean {
  return typeof part === 'object' && part !== null && !Array.isArray(part);
}
