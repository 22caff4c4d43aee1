import type { HealthView } from '../../contract/health';
import type { People, Viewer } from '../ports/people';
import type { Needs } from './needs';

const MOST = 20;

/** Who erased customers lately, for Jira administrators, who alone may; nothing for others. */
export async function viewErasures(
  viewer: Viewer,
  people: People,
  { erasures }: Pick<Needs, 'erasures'>,
): Promise<HealthView['erased']> {
  if (!(await viewer.may('ADMINISTER', null))) return [];
  const newest = await erasures.newest(MOST);
  if (newest.length === 0) return [];
  const names = await people.names([...new Set(newest.map(({ by }) => by))]);
  return newest.map(({ at, by, evidence }) => ({ at, by: names.get(by) ?? null, evidence }));
}
