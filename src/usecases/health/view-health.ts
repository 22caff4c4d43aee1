import type { ProjectId } from '../../core/terms/project';
import type { HealthView } from '../../contract/health';
import { Forbidden } from '../ports/failures';
import type { Failure, Viewer } from '../ports/world';
import { POINTS_AN_HOUR, stopsAt } from './quota-guard';
import { retentionView } from '../rubric/retention';
import type { Needs } from './needs';

const HOUR_MS = 3_600_000;

/**
 * How it goes with events, quota and ledger, for those who administer the project or the site. What went wrong is told as far as the
 * person sees the issues that it happened to; the rest to Jira administrators.
 * @throws Forbidden
 */
export async function viewHealth(
  project: ProjectId | null,
  viewer: Viewer,
  world: Needs,
  now: Date,
): Promise<Omit<HealthView, 'erased'>> {
  if (!(await viewer.may(project === null ? 'ADMINISTER' : 'ADMINISTER_PROJECTS', project)))
    throw new Forbidden('Only an administrator may look at the health of Ballast');
  const notes = await world.notes.read();
  const requests = await world.rescoreRequests.oldest();
  const hour = Math.floor(now.getTime() / HOUR_MS);
  const used = await world.spending.read(hour);
  const before = await world.spending.read(hour - 1);
  const pool = await world.spending.pool(hour);
  const left = 1 - (now.getTime() % HOUR_MS) / HOUR_MS;
  const { drained, reconciled, failures = [] } = notes;
  const wholeSite = project === null || (await viewer.may('ADMINISTER', null));
  const intake = await world.intake.read();
  return {
    events: {
      lastTakenUp: drained?.at ?? null,
      issues: drained?.issues ?? 0,
      lagSeconds: drained?.lag ?? 0,
      waiting: requests.length,
      waitingSeconds: Math.max(
        0,
        ...requests.map(({ at }) => Math.round(now.getTime() / 1000) - at),
      ),
    },
    ledger: {
      reconciledAt: reconciled?.at ?? null,
      looked: reconciled?.looked ?? 0,
      drift: reconciled?.repaired ?? 0,
    },
    kept: await retentionView(project === null ? 'site' : { project }, world.rubrics, now),
    removed: notes.removed ?? null,
    failures: wholeSite ? failures : await visibleFailures(failures, viewer),
    evidence: wholeSite ? intake : { ...intake, refusals: [] },
    quota: {
      limit: pool?.limit ?? POINTS_AN_HOUR,
      left: pool?.remaining ?? null,
      usedThisHour: used,
      usedLastHour: before,
      // At the pace of the last sixty minutes: a burst in the first minute of an hour is not repeated sixty times.
      forecast: Math.round(used + left * (used + left * before)),
      backgroundStopsAt: stopsAt('background', pool?.limit),
    },
  };
}

/** What is not about one issue may be about any project. */
async function visibleFailures(
  failures: readonly Failure[],
  viewer: Viewer,
): Promise<readonly Failure[]> {
  const visible = await viewer.visible([...new Set(failures.map((one) => one.what).filter(isId))]);
  return failures.filter((one) => visible.has(one.what));
}

function isId(subject: string): boolean {
  return /^\d+$/u.test(subject);
}
