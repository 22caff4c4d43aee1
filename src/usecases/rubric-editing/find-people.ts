import type { ProjectId } from '../../core/terms/project';
import type { PeopleFound } from '../../contract/settings';
import { Forbidden } from '../ports/failures';
import type { Naming } from '../ports/people';
import type { PersonsJira } from '../ports/post-mortem';
import { openAccess, type RubricContext, type SettingsContext } from '../access/rubric-access';

/**
 * The names of those already chosen, and who could be chosen besides, as this person sees them: people who may be given work in the
 * project, or for the site's rubric anybody.
 * @throws Forbidden to whoever asks about the site without administering it
 */
export async function findPeople(
  project: ProjectId | null,
  query: string,
  ids: readonly string[],
  context: RubricContext &
    Pick<SettingsContext, 'people'> & {
      readonly jira: Pick<PersonsJira, 'assignable'>;
      readonly naming: Pick<Naming, 'people'>;
    },
): Promise<PeopleFound> {
  const { who } = await openAccess(project, context);
  if (project === null && !who.administers)
    throw new Forbidden('Only a Jira administrator looks for people of the whole site.');
  const names = await context.people.names(ids);
  return {
    found:
      project === null
        ? await context.naming.people(query)
        : await context.jira.assignable(project, query),
    named: ids.map((accountId) => ({ accountId, name: names.get(accountId) ?? null })),
  };
}
