import type { LaneView, NeighboursView } from '../../contract/lane';
import { breakdown, type LaneMember } from '../../core/lanes/breakdown';
import { rankIn, type Rank } from '../../core/lanes/rank';
import { waysToLanes, type WayToLane } from '../../core/lanes/ways-to-lanes';
import { evaluate } from '../../core/scoring/evaluation';
import { mentionsIn } from '../../core/signals/mention';
import { Gone } from '../ports/failures';
import { redacted } from '../access/redact';
import { memberOf, openWork } from '../scoring/open-issues';
import { plansOf } from '../rubric/scoring-plans';
import type { Viewer } from '../ports/world';
import { rubricsOf } from '../rubric/in-force';
import { seenMentions } from '../access/visible-mentions';
import type { Needs } from './needs';

/** Neighbours named on either side. */
const NAMED = 3;

/**
 * How the lane of an issue stands in its project, from the ledger alone; only the neighbours' summaries come from Jira.
 * @throws Gone when the issue does not exist, is not scored yet, or this person may not see it
 */
export async function viewLane(
  issueId: string,
  viewer: Viewer,
  world: Needs,
  now: Date,
): Promise<LaneView> {
  if (!(await viewer.visible([issueId])).has(issueId))
    throw new Gone(`Issue ${issueId} does not exist, or you may not see it`);
  const own = (await world.ledger.read([issueId])).get(issueId);
  if (own?.signals == null) throw new Gone(`Issue ${issueId} is closed or was not scored yet`);
  const rubricOf = await rubricsOf([own.project], world.rubrics);
  const plan = plansOf(rubricOf)(own.project);
  const { entries, complete } = await openWork(own.project, world);
  const members = [...entries.filter((entry) => entry.issueId !== issueId), own].flatMap((entry) =>
    memberOf(entry, plan),
  );
  const lane = members.filter((member) => member.lane === own.written?.lane);
  const rank = rankIn(lane, issueId);
  const facts = { signals: own.signals, judgement: evaluate(own.signals, plan, now), plan };
  return {
    lanes: breakdown(members, plan.rubric.capacity),
    counts: plan.rubric.capacity.count,
    unit: plan.rubric.effort.unit,
    complete,
    rank: rank === null ? null : { place: rank.place, of: rank.of },
    ...(await neighbours(rank, viewer, world)),
    ways: await withoutHidden(waysToLanes(facts), viewer, world),
  };
}

async function neighbours(
  rank: Rank | null,
  viewer: Viewer,
  world: Needs,
): Promise<Pick<LaneView, 'above' | 'ties' | 'below'>> {
  const groups = { above: rank?.above ?? [], ties: rank?.ties ?? [], below: rank?.below ?? [] };
  const near = Object.values(groups).flatMap((members) => members.slice(0, NAMED));
  const visible = await viewer.visible(near.map(({ id }) => id));
  const { issues } =
    visible.size === 0 ? { issues: [] } : await world.issues.find([...visible], []);
  const summaries = new Map(issues.map(({ id, summary }) => [id, summary]));
  const shown = (members: readonly LaneMember[]): NeighboursView => ({
    count: members.length,
    shown: members
      .slice(0, NAMED)
      .flatMap(({ id, key, score }) =>
        visible.has(id) && score !== null ? [{ key, score, summary: summaries.get(id) ?? '' }] : [],
      ),
  });
  return { above: shown(groups.above), ties: shown(groups.ties), below: shown(groups.below) };
}

/** What holds now may name an incident that this person may not see. */
async function withoutHidden(
  ways: readonly WayToLane[],
  viewer: Viewer,
  world: Needs,
): Promise<readonly WayToLane[]> {
  return redacted(ways, await seenMentions(mentionsIn(ways), viewer, world));
}
