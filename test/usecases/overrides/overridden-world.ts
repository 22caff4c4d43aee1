import { inWords } from '../decision-in-words';
import type { Asking } from '../../../src/usecases/ports/world';

import type { OverrideRequest } from '../../../src/contract/overrides';
import { scoreIssues } from '../../../src/usecases/scoring/score-issues';
import { aViewer, anIssue, inMemoryWorld, NOW, type InMemoryWorld } from '../in-memory-world';

const people = {
  names: async (ids: readonly string[]) => new Map(ids.map((id) => [id, `Name of ${id}`])),
};
export const issue = anIssue('PAY-1');
export const toHotFix = {
  kind: 'lane',
  lane: 'hot fix',
  reason: 'The bank called',
  until: '2026-11-20',
} as const satisfies OverrideRequest;

export const asMember = (world: InMemoryWorld, me: string, now = NOW): Asking => ({
  world,
  viewer: aViewer({ permissions: ['EDIT_ISSUES'] }),
  people,
  me,
  now,
});
export const asAdmin = (world: InMemoryWorld, me: string, now = NOW): Asking => ({
  world,
  viewer: aViewer({ permissions: ['EDIT_ISSUES', 'ADMINISTER_PROJECTS'] }),
  people,
  me,
  now,
});

export async function aScoredWorld(): Promise<InMemoryWorld> {
  const world = inMemoryWorld([issue]);
  await scoreIssues([issue.id], world, NOW);
  return world;
}

export const laneOf = (world: InMemoryWorld) => world.entries.get(issue.id)?.written?.lane;
export const logOf = (world: InMemoryWorld) =>
  [...world.log.values()].filter(({ issueId }) => issueId === issue.id).map(inWords);
