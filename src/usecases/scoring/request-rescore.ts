import type { RescoreKind, RescoreRequest, RunSchedule, ScoringNeeds } from '../ports/world';

type Means = Pick<ScoringNeeds, 'rescoreRequests' | 'queue' | 'clock' | 'random'>;

/** A run that is this late was lost on its way: another is put on the queue. */
const LOST_AFTER_MS = 120_000;
/** Seconds that edits are gathered for while there are many. */
const GATHERING_SECONDS = 15;
/** The longest delay that the queue takes, in seconds. */
const LONGEST_DELAY = 900;

/**
 * Has these issues scored again, soon, each once however often it is asked for. The requests stand in storage before anything
 * goes on the queue, and a run clears only requests that nobody made again: so neither a lost event nor an edit in the middle of
 * a scoring is forgotten.
 * @throws Limited, Unavailable: asked again, it does only what is left.
 */
export async function requestRescore(
  ids: readonly string[],
  kind: RescoreKind,
  means: Means,
): Promise<void> {
  const all = [...new Set(ids)];
  if (all.length === 0) return;
  const { requests, schedule } = await means.rescoreRequests.read(all, kind);
  // Requested since the last run began, and the next is still to come: that one reads whatever stands in Jira by then.
  const covered = new Set(
    isScheduled(schedule, means.clock())
      ? requests.filter(({ run }) => run === schedule.runs).map(({ issueId }) => issueId)
      : [],
  );
  const wanting = all.filter((id) => !covered.has(id));
  if (wanting.length === 0) return;
  await means.rescoreRequests.write(
    wanting.map((issueId) => newRequest(issueId, kind, schedule, means)),
  );
  await scheduleRun(means);
}

/** Sees to it that a run is on the queue. Read after the requests are written: a run that began before that may have missed them. */
export async function scheduleRun({
  rescoreRequests,
  queue,
  clock,
}: Pick<Means, 'rescoreRequests' | 'queue' | 'clock'>): Promise<void> {
  const schedule = await rescoreRequests.schedule();
  const now = clock();
  if (isScheduled(schedule, now)) return;
  const delay = now < schedule.busyUntil ? GATHERING_SECONDS : 0;
  // Said before it is done, so that those who come at the same moment do not all push; one that never comes is made good for later.
  await rescoreRequests.writeDue(now + delay * 1000);
  try {
    await queue.push([{ kind: 'run', followUp: false, delay }]);
  } catch (failure) {
    await rescoreRequests.writeDue(null);
    throw failure;
  }
}

/** Puts a run that had to stop back on the queue. */
export async function scheduleRunAgain(
  seconds: number,
  { rescoreRequests, queue, clock }: Pick<Means, 'rescoreRequests' | 'queue' | 'clock'>,
): Promise<void> {
  const delay = Math.min(LONGEST_DELAY, Math.ceil(seconds));
  await queue.push([{ kind: 'run', followUp: false, delay }]);
  await rescoreRequests.writeDue(clock() + delay * 1000);
}

function isScheduled({ due }: RunSchedule, now: number): boolean {
  return due !== null && now < due + LOST_AFTER_MS;
}

function newRequest(
  issueId: string,
  kind: RescoreKind,
  { runs }: RunSchedule,
  { clock, random }: Means,
): RescoreRequest {
  const token = `${clock().toString(36)}-${Math.floor(random() * 2 ** 32).toString(36)}`;
  return { issueId, kind, token, run: runs, at: Math.floor(clock() / 1000) };
}
