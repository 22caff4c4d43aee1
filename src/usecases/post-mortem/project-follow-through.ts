import { dayOf } from '../../core/time/utc-day';
import type { FollowThroughView } from '../../contract/follow-through';
import { followThrough } from '../../core/post-mortem/follow-through';
import type { PreventiveAction } from '../../core/post-mortem/post-mortem';
import { Gone } from '../ports/failures';
import type { Viewer } from '../ports/world';
import type { Needs } from './needs';

/** As many records as storage gives at once; those due last first. */
const COUNTED = 100;
const NAMED = 10;

/**
 * Whether what the project's post-mortems promised came, from Ballast's own records.
 * @throws Gone when the issue does not exist, was not scored yet, or this person may not see it
 */
export async function projectFollowThrough(
  issueId: string,
  viewer: Viewer,
  world: Pick<Needs, 'ledger' | 'postMortems' | 'issues'>,
  now: Date,
): Promise<FollowThroughView> {
  if (!(await viewer.visible([issueId])).has(issueId))
    throw new Gone(`Issue ${issueId} does not exist, or you may not see it`);
  const entry = (await world.ledger.read([issueId])).get(issueId);
  if (entry === undefined) throw new Gone(`Issue ${issueId} was not scored yet`);
  const today = dayOf(now);
  const all = await world.postMortems.ofProject(entry.project);
  const open = all
    .flatMap(({ actions }) => actions.filter(({ done }) => done === null))
    .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : a.key < b.key ? -1 : 1));
  const owed = await named(open, today, viewer, world);
  const { postMortems, actions, share, recurrences } = followThrough(all, today);
  return {
    postMortems,
    done: { inTime: actions.inTime, late: actions.late },
    overdue: actions.overdue,
    open: actions.open,
    share,
    recurrences,
    owed,
    others: open.length - owed.length,
    complete: all.length < COUNTED,
  };
}

async function named(
  open: readonly PreventiveAction[],
  today: string,
  viewer: Viewer,
  { issues }: Pick<Needs, 'issues'>,
): Promise<FollowThroughView['owed']> {
  const visible = await viewer.visible(open.map(({ issueId }) => issueId));
  const first = open.filter(({ issueId }) => visible.has(issueId)).slice(0, NAMED);
  if (first.length === 0) return [];
  const found = new Map(
    (
      await issues.find(
        first.map(({ issueId }) => issueId),
        [],
      )
    ).issues.map((issue) => [issue.id, issue]),
  );
  return first.flatMap(({ issueId, due }) => {
    const issue = found.get(issueId);
    return issue === undefined
      ? []
      : [{ key: issue.key, summary: issue.summary, due, overdue: due < today }];
  });
}
