import type { ProjectId } from '../../core/terms/project';
import type { OneVersion, VersionsView } from '../../contract/versions';
import { versionView } from './named-views';
import { inheritanceChanges, stillAsIn } from '../../core/rubric/document/inherit';
import { problemsOnSite } from '../../core/setup-check/site-check';
import { Gone } from '../ports/failures';
import type { VersionNote } from '../ports/world';
import { changesBetween, editionOf } from '../rubric/edition';
import { followedNow, type SettingsContext } from '../access/rubric-access';
import { openReading, readable, readableNote } from '../access/rubric-reading';

const PAGE = 20;

/** Reads a note a version, and no document. */
export async function listVersions(
  project: ProjectId | null,
  before: number | null,
  context: SettingsContext,
): Promise<VersionsView> {
  const reading = await openReading(project, context);
  const { scope, base } = reading;
  const newest = Math.min(base, before === null ? base : before - 1);
  const oldest = Math.max(1, newest - PAGE + 1);
  const versions = Array.from({ length: Math.max(0, newest - oldest + 1) }, (_, n) => newest - n);
  const notes = await context.world.rubrics.notes(scope, versions);
  const names = await namesIn(notes, context);
  return {
    versions: notes.map((note) => versionView(readableNote(note, reading), names, reading)),
    total: base,
    next: oldest > 1 ? oldest : null,
  };
}

/** @throws Gone when there is no such version */
export async function readVersion(
  project: ProjectId | null,
  version: number,
  context: SettingsContext,
): Promise<OneVersion> {
  const access = await openReading(project, context);
  const { scope, inForce } = access;
  const stored = await context.world.rubrics.edition(scope, version);
  if (stored === null) throw new Gone(`There is no version ${version} of this rubric`);
  const edition = readable(editionOf(stored), access);
  const [note] = await context.world.rubrics.notes(scope, [version]);
  if (note === undefined) throw new Gone(`Nothing is known of version ${version} of this rubric`);
  return {
    about: versionView(readableNote(note, access), await namesIn([note], context), access),
    problems: edition.problems,
    warnings:
      edition.problems.length > 0
        ? []
        : problemsOnSite(edition.rubric, await context.world.siteFields.all()),
    document: edition.problems.length > 0 ? null : edition.rubric,
    inherits: stored.inherits ?? [],
    rollback: [
      ...inheritanceChanges(
        followedNow(access),
        stillAsIn(access.site.rubric, edition.rubric, stored.inherits ?? []),
      ),
      ...changesBetween(inForce, edition),
    ],
  };
}

function namesIn(
  notes: readonly VersionNote[],
  { people }: SettingsContext,
): Promise<ReadonlyMap<string, string>> {
  return people.names(
    notes.flatMap(({ by, approval }) => (approval === undefined ? [by] : [by, approval.by])),
  );
}
