import type { Draft } from '../../../src/core/rubric/document/draft';
import type { Drafts, ProposalContext, Proposals } from '../../../src/usecases/ports/settings';
import type { SettingsContext } from '../../../src/usecases/access/rubric-access';
import { aViewer, NOW, type InMemoryWorld } from '../in-memory-world';

interface Person {
  readonly me?: string;
  readonly permissions?: readonly string[];
}

/** A person at the settings; drafts and proposals are the world's own only where they are handed on. */
export function aSettingsDesk(
  world: InMemoryWorld,
  { me = 'ada', permissions = [] }: Person,
  kept = keptSettings(),
): SettingsContext {
  return {
    world,
    viewer: aViewer({ permissions: ['BROWSE_PROJECTS', ...permissions] }),
    people: { names: async (ids) => new Map(ids.map((id) => [id, `Person ${id}`])) },
    ...kept,
    me,
    now: NOW,
  };
}

export function keptSettings(): { readonly drafts: Drafts; readonly proposals: Proposals } {
  const drafts = new Map<string, Draft>();
  const desks = new Map<string, ProposalContext>();
  const name = (...parts: readonly unknown[]): string => JSON.stringify(parts);
  let saves = 0;
  return {
    drafts: {
      mine: async (scope, by) => drafts.get(name(scope, by)) ?? null,
      everybody: async (scope) =>
        [...drafts].flatMap(([key, { base, savedAt }]) =>
          key.startsWith(name(scope).slice(0, -1))
            ? [{ by: String((JSON.parse(key) as unknown[])[1]), base, savedAt }]
            : [],
        ),
      save: async (scope, by, draft, seen) => {
        if ((drafts.get(name(scope, by))?.revision ?? 0) !== seen) return null;
        saves += 1;
        drafts.set(name(scope, by), { ...draft, revision: saves });
        return saves;
      },
      discard: async (scope, by, seen) => {
        const there = drafts.get(name(scope, by));
        if (there === undefined) return true;
        return there.revision === seen && drafts.delete(name(scope, by));
      },
    },
    proposals: {
      read: async (scope) => desks.get(name(scope)) ?? { waiting: null, refused: [], revision: 0 },
      write: async (scope, next) => {
        if ((desks.get(name(scope))?.revision ?? 0) !== next.revision) return false;
        desks.set(name(scope), { ...next, revision: next.revision + 1 });
        return true;
      },
    },
  };
}
