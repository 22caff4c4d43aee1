import { Forbidden } from '../ports/failures';
import type { Failure, HealthNotes, Viewer, World } from '../ports/world';
import type { EvidenceIntake } from '../ports/evidence';
import { POINTS_AN_HOUR, stopsAt } from './quota-guard';

export interface Health {
  readonly drained: HealthNotes['drained'] | null;
  readonly reconciled: HealthNotes['reconciled'] | null;
  readonly failures: readonly Failure[];
  readonly evidence: EvidenceIntake;
  /** Issues waiting to be scored, at most 100, and the seconds that the oldest has waited. */
  readonly waiting: { readonly issues: number; readonly seconds: number };
  readonly quota: {
    readonly limit: number;
    readonly usedThisHour: number;
    readonly usedLastHour: number;
    readonly forecast: number;
    readonly backgroundStopsAt: number;
  };
}

const HOUR_MS = 3_600_000;

/** How it goes with events, quota and ledger, for those who administer the project or the site. @throws Forbidden */
export async function viewHealth(
  project: string | null,
  viewer: Viewer,
  world: World,
  now: Date,
): Promise<Health> {
  if (!(await viewer.may(project === null ? 'ADMINISTER' : 'ADMINISTER_PROJECTS', project)))
    throw new Forbidden('Only an administrator may look at the health of Ballast');
  const notes = await world.notes.read();
  const requests = await world.rescoreRequests.oldest();
  const hour = Math.floor(now.getTime() / HOUR_MS);
  const used = await world.spending.read(hour);
  const before = await world.spending.read(hour - 1);
  const left = 1 - (now.getTime() % HOUR_MS) / HOUR_MS;
  return {
    drained: notes.drained ?? null,
    reconciled: notes.reconciled ?? null,
    failures: notes.failures ?? [],
    evidence: await world.intake.read(),
    waiting: {
      issues: requests.length,
      seconds: Math.max(0, ...requests.map(({ at }) => Math.round(now.getTime() / 1000) - at)),
    },
    quota: {
      limit: POINTS_AN_HOUR,
      usedThisHour: used,
      usedLastHour: before,
      // At the pace of the last sixty minutes: a burst in the first minute of an hour is not repeated sixty times.
      forecast: Math.round(used + left * (used + left * before)),
      backgroundStopsAt: stopsAt('background'),
    },
  };
}
