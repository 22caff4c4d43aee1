import { cameBack } from '../../core/retention/deleted';
import type { Removal } from '../ports/upkeep';
import type { Needs } from './needs';

/**
 * Of what is due, what is there after all: the event may have been wrong, or older than another. The ledger knows what was read since, and
 * Jira is asked for the rest; that it shows nothing would prove nothing by itself.
 */
export async function stillThere(
  due: readonly Removal[],
  world: Pick<Needs, 'removals' | 'ledger' | 'issues' | 'projects'>,
): Promise<ReadonlySet<Removal>> {
  const back = new Set<Removal>();
  const issues = due.filter(({ departed }) => departed.kind === 'issue');
  const projects = due.filter(({ departed }) => departed.kind === 'project');
  const known = await world.ledger.read(issues.map(({ departed }) => departed.id));
  const within = await world.removals.among('project', issues.flatMap(projectsOf));
  const asked: Removal[] = [];
  for (const one of issues) {
    const readAt = known.get(one.departed.id)?.readAt;
    const isRead = readAt !== undefined && readAt !== '' && cameBack(one.deletedAt, readAt);
    // Its project has come back, and with it whatever was not deleted by itself.
    if (isRead || projectsOf(one).some((project) => !within.has(project))) back.add(one);
    else asked.push(one);
  }
  if (asked.length > 0) {
    const { issues: found, unreadable } = await world.issues.find(
      asked.map(({ departed }) => departed.id),
      [],
    );
    const there = new Set([...found, ...unreadable].map(({ id }) => id));
    for (const one of asked) if (there.has(one.departed.id)) back.add(one);
  }
  const standing = await world.projects.among(projects.map(({ departed }) => departed.id));
  for (const one of projects) if (standing.has(one.departed.id)) back.add(one);
  return back;
}

function projectsOf({ departed }: Removal): readonly string[] {
  return departed.kind === 'issue' && departed.within !== null ? [departed.within] : [];
}
