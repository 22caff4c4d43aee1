import { openAccess, type SettingsContext } from '../access/rubric-access';

/** Projects with a rubric of their own, of those that this person sees. */
export async function startsFor(
  project: string | null,
  seen: () => Promise<readonly string[]>,
  context: SettingsContext,
): Promise<readonly { readonly project: string; readonly version: number }[]> {
  await openAccess(project, context);
  const owned = (await context.world.rubrics.owned()).filter((one) => one.project !== project);
  if (owned.length === 0) return [];
  const visible = new Set(await seen());
  return owned
    .filter((one) => visible.has(one.project))
    .map(({ project: key, version }) => ({ project: key, version }));
}
