import type { ProjectId } from '../../core/terms/project';
import type { PilotRow, PilotView } from '../../contract/pilot';
import { amongEquals, tieFactsOf, type TieFacts } from '../../core/lanes/tie-order';
import { kendallTauB } from '../../core/numbers/kendall';
import type { Lane } from '../../core/terms/lane';
import { Declined, Forbidden } from '../ports/failures';
import { backlogJql } from '../jobs/start-job';
import { openWork } from '../scoring/open-issues';
import type { LedgerEntry, Viewer } from '../ports/world';
import type { People } from '../ports/people';
import type { PersonsJira } from '../ports/post-mortem';
import type { Needs } from './needs';

/** Who looks. */
export interface Looking {
  readonly viewer: Viewer;
  readonly people: People;
  readonly jira: Pick<PersonsJira, 'issues'>;
}

const SHOWN = 10;
/** Looked at for the ten that are shown: some may be hidden from the person. */
const LOOKED_AT = 30;

/**
 * What the ledger holds of a project beside Jira's own order by priority. One search of ids is asked of Jira, and as the person
 * the titles of what is shown.
 * @throws Forbidden unless the person administers the project
 */
export async function viewPilot(
  project: ProjectId | null,
  { viewer, people, jira }: Looking,
  world: Needs,
): Promise<PilotView> {
  if (project === null)
    throw new Declined('A pilot belongs to a project', 'Open the settings of a project');
  if (!(await viewer.may('ADMINISTER_PROJECTS', project)))
    throw new Forbidden('Only an administrator of this project may look at its pilot');
  const setting = await world.pilots.read(project);
  const { entries, complete } = await openWork(project, world);
  // Incidents and support requests are no work of the team's: they count as evidence.
  const scored = entries.filter(
    ({ written, signals }) =>
      written !== null && signals !== null && signals.issue.evidenceKind === null,
  );
  const byScore = [...scored].sort(
    (a, b) =>
      (b.written?.score ?? -1) - (a.written?.score ?? -1) ||
      amongEquals(factsOf(a), factsOf(b)) ||
      // The key says nothing of the work: it only keeps the order the same from one look to the next.
      a.key.localeCompare(b.key, 'en', { numeric: true }),
  );
  const inJira = (
    await world.issues.ids(
      backlogJql(project, 'priority IS NOT EMPTY').replace(
        /ORDER BY .*$/u,
        'ORDER BY priority DESC, created ASC',
      ),
      null,
    )
  ).ids;
  const known = new Map(byScore.map((entry) => [entry.issueId, entry]));
  const order = inJira.flatMap((id) => known.get(id) ?? []);
  const places = { score: placesByScore(byScore), priority: placesOf(order) };
  const wanted = [byScore, order].map((all) => all.slice(0, LOOKED_AT));
  const ids = [...new Set(wanted.flat().map(({ issueId }) => issueId))];
  // Of what the person may not see nothing comes back.
  const titles = new Map(
    ids.length === 0
      ? []
      : (await jira.issues.find(ids, [])).issues.map(({ id, summary }) => [id, summary]),
  );
  const [top = [], byPriority = []] = wanted.map((all) =>
    all
      .flatMap(({ issueId, key, written }): PilotRow[] => {
        const summary = titles.get(issueId);
        if (summary === undefined) return [];
        return [
          {
            key,
            summary,
            score: written?.score ?? null,
            lane: laneOf(written),
            place: places.score.get(issueId) ?? null,
            placeByPriority: places.priority.get(issueId) ?? null,
          },
        ];
      })
      .slice(0, SHOWN),
  );
  return {
    pilot:
      setting === null
        ? null
        : {
            since: setting.since,
            reason: setting.reason,
            by: (await people.names([setting.by])).get(setting.by) ?? null,
          },
    maySwitch: true,
    issues: scored.length,
    complete,
    lanes: lanesOf(scored),
    top,
    byPriority,
    // Score falls where the place grows: the sign is turned, so that 1 is the same order.
    agreement: kendallTauB(
      order.map(({ written }) => -(written?.score ?? -1)),
      order.map((_, place) => place),
    ),
  };
}

function factsOf({ signals, own }: LedgerEntry): TieFacts {
  return signals === null ? {} : tieFactsOf(signals, own?.high);
}

/** Issues of one score share a place, the one of the first of them. */
function placesByScore(order: readonly LedgerEntry[]): ReadonlyMap<string, number> {
  const scoreOf = ({ written }: LedgerEntry): number | null => written?.score ?? null;
  let place = 0;
  return new Map(
    order.map((entry, at) => {
      const before = order[at - 1];
      if (before === undefined || scoreOf(before) !== scoreOf(entry)) place = at + 1;
      return [entry.issueId, place];
    }),
  );
}

function placesOf(order: readonly LedgerEntry[]): ReadonlyMap<string, number> {
  return new Map(order.map(({ issueId }, at) => [issueId, at + 1]));
}

function lanesOf(scored: readonly LedgerEntry[]): PilotView['lanes'] {
  const counts = new Map<Lane, number>();
  for (const { written } of scored)
    counts.set(laneOf(written), (counts.get(laneOf(written)) ?? 0) + 1);
  return [...counts]
    .map(([lane, issues]) => ({ lane, issues }))
    .sort((a, b) => b.issues - a.issues);
}

/** Kept as the text that stands in the field. */
function laneOf(written: LedgerEntry['written']): Lane {
  return (written?.lane ?? 'unsorted') as Lane;
}
