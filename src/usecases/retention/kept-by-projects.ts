import { issuesOf } from '../../core/evidence-feeds/kept-evidence';
import { longest, type KeptFor } from '../../core/retention/kept-for';
import type { ProjectId } from '../../core/terms/project';
import type { StoredEvidence } from '../ports/evidence';
import { retentionOf } from '../rubric/retention';
import type { Needs } from './needs';

/** A rubric that is not in force yet: the site's for null, which projects with one of their own do not follow. */
export interface DraftKeeps {
  readonly project: ProjectId | null;
  readonly kept: KeptFor;
}

type RetentionNeeds = Pick<Needs, 'ledger' | 'rubrics'>;

/**
 * How long each of these pieces is kept: as long as the longest of its projects keeps it. Issues that the ledger does not know are judged
 * by the site's rubric.
 */
export async function keptByProjects(
  pieces: readonly StoredEvidence[],
  world: RetentionNeeds,
  now: Date,
  draft: DraftKeeps | null = null,
): Promise<(piece: StoredEvidence) => KeptFor> {
  const ids = [...new Set(pieces.flatMap(({ kept }) => issuesOf(kept)))];
  const entries = await world.ledger.read(ids);
  const site = draft?.project === null ? draft.kept : await retentionOf('site', world.rubrics, now);
  const own = new Map<string, KeptFor>();
  for (const { project } of entries.values())
    if (project !== '' && !own.has(project))
      own.set(project, await keptBy(project, world, now, draft));
  return ({ kept }) => {
    const of = issuesOf(kept).map((id) => own.get(entries.get(id)?.project ?? '') ?? site);
    return longest(of.length === 0 ? [site] : of);
  };
}

async function keptBy(
  project: ProjectId,
  { rubrics }: RetentionNeeds,
  now: Date,
  draft: DraftKeeps | null,
): Promise<KeptFor> {
  if (draft?.project === project) return draft.kept;
  if (draft?.project === null && (await rubrics.read({ project })) === null) return draft.kept;
  return retentionOf({ project }, rubrics, now);
}
