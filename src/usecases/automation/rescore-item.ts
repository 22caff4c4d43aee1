import { Gone } from '../ports/failures';
import type { Viewer } from '../ports/world';
import { scoreIssues } from '../scoring/score-issues';
import { mustSee, rescoredItem, type RescoredItem } from './rescored-item';
import type { Needs } from './needs';

/** Scores one work item for a rule whose user may see it. @throws Gone */
export async function rescoreItem(
  key: string,
  viewer: Viewer,
  world: Needs,
  now: Date,
): Promise<RescoredItem> {
  await mustSee(key, viewer);
  const { results } = await scoreIssues([key], world, now);
  const result = results[0];
  if (result === undefined) throw new Gone(`Work item ${key} was deleted`);
  return rescoredItem(result);
}
