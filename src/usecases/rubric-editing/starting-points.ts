import type { ProjectId } from '../../core/terms/project';
import type { ReadCatalogue } from '../evidence/propose-settings';
import type { SettingsContext } from '../access/rubric-access';
import { openReading } from '../access/rubric-reading';

/** Projects with a rubric of their own, of those that this person sees. */
export async function startsFor(
  project: ProjectId | null,
  context: SettingsContext & { readonly readCatalogue: ReadCatalogue },
): Promise<readonly { readonly project: string; readonly version: number }[]> {
  await openReading(project, context);
  const owned = (await context.world.rubrics.owned()).filter((one) => one.project !== project);
  if (owned.length === 0) return [];
  const { projects } = await context.readCatalogue();
  const visible = new Map(projects.map(({ id, key }) => [id, key]));
  return owned.flatMap((one) => {
    const key = visible.get(one.project);
    return key === undefined ? [] : [{ project: key, version: one.version }];
  });
}
