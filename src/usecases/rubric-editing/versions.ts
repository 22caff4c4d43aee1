import type { OneVersion, VersionsView } from '../../contract/versions';
import { versionView } from './named-views';
import { inheritanceChanges, stillAsIn } from '../../core/rubric/document/inherit';
import { problemsOnSite } from '../../core/setup-check/site-check';
import { Gone } from '../ports/failures';
import type { VersionNote } from '../ports/world';
import { changesBetween, editionOf } from '../rubric/edition';
import { followedNow, openScene, type SettingsDesk } from '../access/rubric-access';

const PAGE = 20;

/** Reads a note a version, and no document. */
export async function listVersions(
  project: string | null,
  before: number | null,
  desk: SettingsDesk,
): Promise<VersionsView> {
  const { scope, base } = await openScene(project, desk);
  const newest = Math.min(base, before === null ? base : before - 1);
  const oldest = Math.max(1, newest - PAGE + 1);
  const versions = Array.from({ length: Math.max(0, newest - oldest + 1) }, (_, n) => newest - n);
  const notes = await desk.world.rubrics.notes(scope, versions);
  const names = await namesIn(notes, desk);
  return {
    versions: notes.map((note) => versionView(note, names)),
    total: base,
    next: oldest > 1 ? oldest : null,
  };
}

/** @throws Gone when there is no such version */
export async function readVersion(
  project: string | null,
  version: number,
  desk: SettingsDesk,
): Promise<OneVersion> {
  const scene = await openScene(project, desk);
  const { scope, inForce } = scene;
  const stored = await desk.world.rubrics.edition(scope, version);
  if (stored === null) throw new Gone(`There is no version ${version} of this rubric`);
  const edition = editionOf(stored);
  const [note] = await desk.world.rubrics.notes(scope, [version]);
  if (note === undefined) throw new Gone(`Nothing is known of version ${version} of this rubric`);
  return {
    about: versionView(note, await namesIn([note], desk)),
    problems: edition.problems,
    warnings:
      edition.problems.length > 0
        ? []
        : problemsOnSite(edition.rubric, await desk.world.siteFields.all()),
    document: edition.problems.length > 0 ? null : edition.rubric,
    inherits: stored.inherits ?? [],
    rollback: [
      ...inheritanceChanges(
        followedNow(scene),
        stillAsIn(scene.site.rubric, edition.rubric, stored.inherits ?? []),
      ),
      ...changesBetween(inForce, edition),
    ],
  };
}

function namesIn(
  notes: readonly VersionNote[],
  { people }: SettingsDesk,
): Promise<ReadonlyMap<string, string>> {
  return people.names(
    notes.flatMap(({ by, approval }) => (approval === undefined ? [by] : [by, approval.by])),
  );
}
