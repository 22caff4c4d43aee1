import { overtaken } from '../../core/attempts/retry-when-overtaken';
import { sameName } from '../../core/text/same-name';
import { issuesOf } from '../../core/evidence-feeds/kept-evidence';
import { newJob, type Job } from '../../core/jobs/job';
import { startJob } from '../jobs/start-job';
import { requestRescore } from '../scoring/request-rescore';
import type { Needs } from './needs';

/** So few customers at once that looking each of them up is quicker than walking through the ledger. */
const FEW = 25;
const SCOPE = 'customers';
/** Longer than a change of the table takes: what is owed for longer stands in the table, or never will. */
const CHANGE_LASTS_MS = 5 * 60_000;

/** Names of customers, in any writing. */
export interface TableChange {
  readonly changed: readonly string[];
  /** Those that the table already has as they are wanted: an earlier try may have been cut off before their issues were scored. */
  readonly same: readonly string[];
  /** Writes the table; false, and nothing written, when somebody else changed it since it was read. */
  readonly write: () => Promise<boolean>;
}

/**
 * Changes the table and has the issues scored again whose evidence names a changed customer. Whose they are stands in storage
 * before the table changes, and until a walk through the ledger has looked at every issue: cut off anywhere, the same change
 * tried again finishes it, or else the hourly run. Returns whether there was anything to do, or that somebody else was first.
 */
export async function changeTable(
  { changed, same, write }: TableChange,
  by: string,
  world: Needs,
  now: Date,
): Promise<boolean | typeof overtaken> {
  const all = [
    ...new Set([...changed, ...(await cutOff(same.map(sameName), world))].map(sameName)),
  ];
  if (all.length === 0) return false;
  const id = `${now.getTime().toString(36)}-${Math.floor(world.random() * 2 ** 32).toString(36)}`;
  await world.customers.owed.keep(id, all, now);
  if (!(await write())) {
    await world.customers.owed.clear([id]);
    return overtaken;
  }
  await walk([id], by, world, now);
  if (all.length <= FEW) {
    const kept = await Promise.all(all.map((name) => world.evidence.ofCustomer(name)));
    await requestRescore(kept.flat().flatMap(issuesOf), 'read', world);
  }
  return true;
}

/** Scores what a change owes that was cut off before its walk began, and that nobody tried again. */
export async function scoreOwedCustomers(world: Needs, now: Date): Promise<void> {
  const [left, standing] = [await settled(world, now), await unfinished(world)];
  if (left.some((id) => standing?.ids.includes(id) !== true)) await walk([], null, world, now);
}

/** Which of these are owed a scoring that no walk is about to give them. One that stands but may never have been begun is begun. */
async function cutOff(names: readonly string[], world: Needs): Promise<readonly string[]> {
  const { owed } = world.customers;
  const owing =
    names.length === 0
      ? []
      : [
          ...(await owed.among(
            (await owed.all()).map(({ id }) => id),
            names,
          )),
        ];
  if (owing.length === 0) return [];
  const standing = await unfinished(world);
  const underWay = await owed.among(standing?.ids ?? [], owing);
  if (standing !== null && underWay.size > 0 && standing.done === 0)
    await startJob(standing, world);
  return owing.filter((name) => !underWay.has(name));
}

/**
 * Begins a walk for these records, for those of the walk whose place it takes, and for what is owed for long. Younger records of
 * others are left to them: their table may not be written yet.
 */
async function walk(
  ids: readonly string[],
  by: string | null,
  world: Needs,
  now: Date,
): Promise<void> {
  const wanted = [
    ...new Set([...ids, ...((await unfinished(world))?.ids ?? []), ...(await settled(world, now))]),
  ];
  await startJob(
    newJob(
      {
        id: `${SCOPE}-${ids[0] ?? now.getTime().toString(36)}`,
        scope: SCOPE,
        cause: 'requested',
        steps: ['customers'],
        ids: wanted,
        by,
      },
      now,
    ),
    world,
  );
}

async function settled({ customers }: Needs, now: Date): Promise<readonly string[]> {
  return (await customers.owed.all()).flatMap(({ id, at }) =>
    now.getTime() - Date.parse(at) > CHANGE_LASTS_MS ? [id] : [],
  );
}

async function unfinished({ jobs }: Needs): Promise<Job | null> {
  const order = await jobs.order(SCOPE);
  const job = order === null ? null : ((await jobs.read(order.job.id)) ?? order.job);
  return job === null || job.finishedAt !== null ? null : job;
}
