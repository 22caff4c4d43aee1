import type { ProjectId } from '../../core/terms/project';
import { followed, inherited } from '../../core/rubric/document/inherit';
import type { RubricChange } from '../../core/rubric/document/rubric-change';
import { withoutNames } from '../../core/rubric/document/without-names';
import type { Rubric } from '../../core/rubric/schema/schema';
import { Forbidden } from '../ports/failures';
import type { VersionNote } from '../ports/world';
import type { Edition } from '../rubric/edition';
import { openAccess, type RubricAccess, type RubricContext } from './rubric-access';

/** A scope's rubric as somebody reads it; `whole` is false where names are left out of it, and who works on it is not told. */
export interface RubricReading extends RubricAccess {
  readonly whole: boolean;
  /** Whether names are told that a project's rubric has, or had, from the site's. */
  readonly namesOfSite: boolean;
}

/**
 * The site's rubric is read whole by Jira administrators. Whoever may browse a project that it judges, in all or in part, reads how
 * it judges, without customers, keys of issues and account ids, which come from projects that they may not see.
 * @throws Gone as `openAccess`; Forbidden to everybody else who asks for the site's
 */
export async function openReading(
  project: ProjectId | null,
  context: RubricContext,
): Promise<RubricReading> {
  const access = await openAccess(project, context);
  if (access.who.administers) return { ...access, whole: true, namesOfSite: true };
  if (project !== null) return { ...access, ...ofProject(access), whole: true };
  const [visible, owned] = await Promise.all([
    context.viewer.projects(),
    context.world.rubrics.owned(),
  ]);
  const apart = new Set(owned.flatMap((one) => (one.inherits.length === 0 ? [one.project] : [])));
  if (visible.every((key) => apart.has(key)))
    throw new Forbidden(
      "Only Jira administrators, and people who see a project that it judges, may read the site's rubric.",
    );
  return {
    ...access,
    own: access.own === null ? null : withoutNamesIn(access.own),
    site: withoutNamesIn(access.site),
    inForce: withoutNamesIn(access.inForce),
    whole: false,
    namesOfSite: false,
  };
}

/**
 * Who may publish in a project begins with the site's rubric, so needs all of it; who only looks at the project does not. A project's
 * own rubric is its administrators' own words, but for the parts that follow the site's.
 */
function ofProject({
  verdict,
  own,
  site,
  inForce,
}: RubricAccess): Pick<RubricReading, 'own' | 'site' | 'inForce' | 'namesOfSite'> {
  if (verdict.may) return { own, site, inForce, namesOfSite: true };
  const shown = withoutNamesIn(site);
  const kept = own === null ? null : withoutFollowedNames(own);
  return { own: kept, site: shown, inForce: kept ?? shown, namesOfSite: false };
}

/** What this person may read of one of its editions. */
export function readable(
  edition: Edition,
  { whole, namesOfSite }: Pick<RubricReading, 'whole' | 'namesOfSite'>,
): Edition {
  if (!whole) return withoutNamesIn(edition);
  return namesOfSite ? edition : withoutFollowedNames(edition);
}

/** The same of a note in the history, whose words name what was changed: against the site's rubric, in a project's first version. */
export function readableNote(
  note: VersionNote,
  { namesOfSite }: Pick<RubricReading, 'namesOfSite'>,
): VersionNote {
  if (namesOfSite || note.changes === undefined) return note;
  return { ...note, changes: withoutNaming(note.changes) };
}

/** What was changed but in parts that name customers, issues or people. */
export function withoutNaming(changes: readonly RubricChange[]): readonly RubricChange[] {
  return changes.filter(({ path }) => !names(path));
}

/** Parts of a rubric that name customers, issues or people. */
const NAMING = ['customers.members', 'evidence.services', 'decisionRights', 'capacity.lanes'];

/** Whether a change is of a naming part, of what is in it, or of what it is in. */
function names(path: string): boolean {
  return NAMING.some(
    (part) =>
      path === part ||
      path.startsWith(`${part}.`) ||
      path.startsWith(`${part}[`) ||
      part.startsWith(`${path}.`),
  );
}

function withoutNamesIn(edition: Edition): Edition {
  return { ...edition, rubric: withoutNames(edition.rubric) };
}

function withoutFollowedNames(edition: Edition): Edition {
  const sections = followed(edition.stored);
  return {
    ...edition,
    rubric: inherited(edition.rubric, sections, withoutNames(edition.rubric)) as Rubric,
  };
}
