import { kvs } from '@forge/kvs';
import { storedBytes } from '../core/terms/stored-bytes';
import type { RubricScope } from '../usecases/ports/world';
import type { Draft } from '../core/rubric/document/draft';
import type {
  DraftNote,
  Drafts,
  ProposalContext,
  Proposals,
  Refused,
} from '../usecases/ports/settings';
import { guarded } from './guarded';
import type { ProjectNames } from './project-names';
import { removeBatch } from './batches';
import {
  guardsNamed,
  revisionOf,
  SETTINGS_ENTITY,
  shelfOf,
  writeGuarded,
  type GuardPlace,
} from './settings-records';

/** Earlier apps kept one refusal, or none. */
type KeptContext = Omit<ProposalContext, 'refused'> & {
  readonly refused: ProposalContext['refused'] | Refused | null;
};

/** A proposal may have 220 KiB by itself; storage takes 240. */
const MOST_BYTES = 238 * 1_024;

/** The guard of a draft outlives it, so that a window that was left open does not take a later draft for its own. */
export function kvsDrafts(names: ProjectNames): Drafts {
  const keyOf = async (scope: RubricScope, by: string): Promise<string> =>
    `draft:${await nameOf(scope, names)}:${by}`;
  const shelfFor = async (scope: RubricScope): Promise<string> =>
    `drafts:${await nameOf(scope, names)}`;
  return {
    async mine(scope, by) {
      const key = await keyOf(scope, by);
      return (await guarded('reading the draft', () => kvs.get<Draft>(key))) ?? null;
    },
    everybody: async (scope) => shelfOf<DraftNote>(await shelfFor(scope)),

    async save(scope, by, draft, seen) {
      await names.toWrite(projectsIn(scope));
      const [key, shelf] = [await keyOf(scope, by), await shelfFor(scope)];
      const { revision, listed } = await revisionOf(guardOf(key));
      if (seen !== (listed ? revision : 0)) return null;
      const about: DraftNote = { by, base: draft.base, savedAt: draft.savedAt };
      const next: Draft = { ...draft, revision: revision + 1 };
      return (await writeGuarded(
        { ...guardOf(key), shelf, name: by, about, what: 'the draft' },
        revision,
        { [key]: next },
      ))
        ? next.revision
        : null;
    },

    async discard(scope, by, seen) {
      await names.toWrite(projectsIn(scope));
      const key = await keyOf(scope, by);
      const { revision, listed } = await revisionOf(guardOf(key));
      if (!listed) return true;
      return (
        seen === revision &&
        writeGuarded(
          { ...guardOf(key), shelf: null, name: by, about: null, what: 'the draft' },
          revision,
          {},
          [key],
        )
      );
    },
  };
}

/** Everybody's, and the guards that outlive drafts. */
export async function removeDrafts(scope: RubricScope, names: ProjectNames): Promise<void> {
  const name = await nameOf(scope, names);
  const drafts = `draft:${name}:`;
  const guards = [
    ...(await guardsNamed(guardOf(drafts).key, `drafts:${name}`)),
    ...(await guardsNamed(guardOf(drafts).key, null)),
  ];
  for (const guard of guards) {
    await guarded('removing a draft', () => kvs.delete(documentOf(guard)));
    await removeBatch(SETTINGS_ENTITY, [guard]);
  }
}

export async function removeProposal(scope: RubricScope, names: ProjectNames): Promise<void> {
  const key = `proposal:${await nameOf(scope, names)}`;
  await guarded('removing what waits for approval', () => kvs.delete(key));
  await removeBatch(SETTINGS_ENTITY, [guardOf(key).key, key]);
}

export function kvsProposals(names: ProjectNames): Proposals {
  const keyOf = async (scope: RubricScope): Promise<string> =>
    `proposal:${await nameOf(scope, names)}`;
  return {
    async read(scope) {
      const key = await keyOf(scope);
      const kept = await guarded('reading what waits for approval', () =>
        kvs.get<KeptContext>(key),
      );
      if (kept === undefined) return { waiting: null, refused: [], revision: 0 };
      return {
        ...kept,
        refused: Array.isArray(kept.refused)
          ? kept.refused
          : kept.refused === null
            ? []
            : [kept.refused as Refused],
      };
    },
    async write(scope, next) {
      await names.toWrite(projectsIn(scope));
      const key = await keyOf(scope);
      const context = withRoom({ ...next, revision: next.revision + 1 });
      return writeGuarded(
        { ...guardOf(key), shelf: null, name: key, about: null, what: 'what waits for approval' },
        next.revision,
        {
          [key]: context,
        },
      );
    },
  };
}

/** The newest refusals that fit beside what waits: what nobody can write any more nobody can answer. */
function withRoom(context: ProposalContext): ProposalContext {
  let { refused } = context;
  while (refused.length > 0 && storedBytes({ ...context, refused }) > MOST_BYTES)
    refused = refused.slice(0, -1);
  return { ...context, refused };
}

/** Beside the document's own key: no transaction may name one key twice. */
function guardOf(key: string): GuardPlace {
  return { key: `guard:${key}`, earlierKey: key };
}

function documentOf(guard: string): string {
  return guard.slice('guard:'.length);
}

async function nameOf(scope: RubricScope, names: ProjectNames): Promise<string> {
  if (scope === 'site') return 'site';
  return `project:${(await names.of([scope.project])).nameOf(scope.project)}`;
}

function projectsIn(scope: RubricScope): readonly string[] {
  return scope === 'site' ? [] : [scope.project];
}
