import type { ProjectId } from '../../core/terms/project';
import { withoutNames } from '../../core/rubric/document/without-names';
import { Forbidden } from '../ports/failures';
import type { VersionNote } from '../ports/world';
import type { Edition } from '../rubric/edition';
import { openAccess, type RubricAccess, type RubricContext } from './rubric-access';

/** A scope's rubric as somebody reads it; `whole` is false where names are left out of it, and who works on it is not told. */
export interface RubricReading extends RubricAccess {
  readonly whole: boolean;
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
  if (access.who.administers) return { ...access, whole: true };
  if (project !== null) return { ...access, ...siteForReaders(access), whole: true };
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
  };
}

/** Who may publish in a project begins with the site's rubric, so needs all of it; who only looks at the project does not. */
function siteForReaders({
  verdict,
  own,
  site,
  inForce,
}: RubricAccess): Pick<RubricAccess, 'site' | 'inForce'> {
  if (verdict.may) return { site, inForce };
  const shown = withoutNamesIn(site);
  return { site: shown, inForce: own === null ? shown : inForce };
}

/** What this person may read of one of its editions. */
export function readable(edition: Edition, { whole }: Pick<RubricReading, 'whole'>): Edition {
  return whole ? edition : withoutNamesIn(edition);
}

/** The same of a note in the history, whose words name what was changed. */
export function readableNote(
  note: VersionNote,
  { whole }: Pick<RubricReading, 'whole'>,
): VersionNote {
  if (whole || note.changes === undefined) return note;
  return { ...note, changes: note.changes.filter(({ path }) => !names(path)) };
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
