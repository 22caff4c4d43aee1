import type { ReadCatalogue } from '../evidence/propose-settings';
import { openAccess, type SettingsContext } from '../access/rubric-access';

/** Projects with a rubric of their own, of those that this person sees. */
export async function startsFor(
  project: string | null,
  context: SettingsContext & { readonly readCatalogue: ReadCatalogue },
): Promise<readonly { readonly project: string; readonly version: number }[]> {
  await openAccess(project, context);
  const owned = (await context.world.rubrics.owned()).filter((one) => one.project !== project);
  if (owned.length === 0) return [];
  const { projects } = await context.readCatalogue();
  const visible = new Set(projects.map(({ key }) => key));
  return owned
    .filter((one) => visible.has(one.project))
    .map(({ project: key, version }) => ({ project: key, version }));
}
