import type { PersonsJira } from '../ports/post-mortem';
import { openScene, type RubricAsker, type SettingsDesk } from './scene';

export interface Someone {
  readonly accountId: string;
  /** Null where Jira does not tell it. */
  readonly name: string | null;
}

/** The names of those already chosen, and who could be chosen besides: people who may be given work in the project, as this person sees them. */
export async function findPeople(
  project: string, query: string, ids: readonly string[], desk: RubricAsker & Pick<SettingsDesk, 'people'> & { readonly jira: Pick<PersonsJira, 'assignable'> },
): Promise<{ readonly found: readonly Someone[]; readonly named: readonly Someone[] }> {
  await openScene(project, desk);
  const names = await desk.people.names(ids);
  return { found: await desk.jira.assignable(project, query), named: ids.map((accountId) => ({ accountId, name: names.get(accountId) ?? null })) };
}
