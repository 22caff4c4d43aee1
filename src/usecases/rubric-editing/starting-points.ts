import { openScene, type SettingsDesk } from '../access/rubric-access';

/** Projects with a rubric of their own, of those that this person sees. */
export async function startsFor(
  project: string | null,
  seen: () => Promise<readonly string[]>,
  desk: SettingsDesk,
): Promise<readonly { readonly project: string; readonly version: number }[]> {
  await openScene(project, desk);
  const owned = (await desk.world.rubrics.owned()).filter((one) => one.project !== project);
  if (owned.length === 0) return [];
  const visible = new Set(await seen());
  return owned
    .filter((one) => visible.has(one.project))
    .map(({ project: key, version }) => ({ project: key, version }));
}
