import type { ProjectId } from '../../core/terms/project';
import { unreadableToTheApp } from '../access/unreadable-to-the-app';
import { dayOf, daysAfter, isDay } from '../../core/time/utc-day';
import { stampOf } from '../../core/overrides/override-words';
import { usualEnd } from '../../core/overrides/override-limits';
import type { WorkLane } from '../../core/terms/lane';
import { Rejected } from '../ports/failures';
import type { Asking } from '../ports/world';

import { proposeOverride } from '../overrides/propose-override';
import { rubricsOf } from '../rubric/in-force';
import { scoreIssues } from '../scoring/score-issues';
import { mustSee, rescoredItem, type RescoredItem } from './rescored-item';

export interface LaneRequest {
  readonly lane: WorkLane;
  readonly reason: string;
  /** Last day, or in so many days; what the rubric offers when left out. */
  readonly until?: string | undefined;
}

/**
 * Pins a work item to a lane until a day as a person would, by the same decision rights and into the same log, and rescores it. A
 * rule that wishes what it has wished already changes nothing.
 * @throws Gone, Forbidden, Declined as `proposeOverride`; Rejected for an end that is no day
 */
export async function overrideLane(
  key: string,
  { lane, reason, until }: LaneRequest,
  asking: Asking,
): Promise<RescoredItem> {
  const { world, viewer, me, now } = asking;
  await mustSee(key, viewer);
  const issue = (await world.issues.find([key], [])).issues[0];
  if (issue === undefined) throw unreadableToTheApp(key);
  const end = endOf(until, now) ?? (await offeredEnd(issue.project.id, asking));
  const kept = await world.overrides.of(issue.id);
  const before = (await world.ledger.read([issue.id])).get(issue.id)?.written ?? null;
  const wished = kept.some(
    (one) =>
      one.kind === 'lane' &&
      one.lane === lane &&
      one.until === end &&
      one.by === me &&
      one.approval.state !== 'refused',
  );
  if (!wished)
    await proposeOverride(
      issue.id,
      { kind: 'lane', lane, reason, until: end },
      stampOf(kept),
      asking,
    );
  const result = (await scoreIssues([issue.id], world, now)).results[0];
  if (result === undefined) throw unreadableToTheApp(key);
  const item = {
    ...rescoredItem(result),
    previousLane: before?.lane ?? null,
    previousScore: before?.score ?? null,
  };
  const waits = (await world.overrides.of(issue.id)).at(-1)?.approval.state === 'waiting';
  return {
    ...item,
    changed: item.lane !== item.previousLane || item.score !== item.previousScore,
    laneReason: waits
      ? `the override to ${lane} waits for approval; ${item.laneReason}`
      : item.laneReason,
  };
}

async function offeredEnd(project: ProjectId, { world, now }: Asking): Promise<string> {
  const { rubric } = (await rubricsOf([project], world.rubrics))(project);
  return usualEnd(dayOf(now), rubric.overrides);
}

/** Null where the rule names no end. */
function endOf(request: string | undefined, now: Date): string | null {
  if (request === undefined) return null;
  const given = request.trim();
  if (/^\d{1,4}$/u.test(given)) return daysAfter(dayOf(now), Number(given));
  const day = dayOf(given);
  if (!isDay(day))
    throw new Rejected(
      `Until “${given.slice(0, 40)}” is neither a date such as 2026-12-31 nor a number of days`,
    );
  return day;
}
