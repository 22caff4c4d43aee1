import { isolateFailures } from './isolate-failures';
import { noteRun, noteFailures } from '../health/notes';
import type { RescoreRequest, World } from '../ports/world';
import { scheduleRun } from './request-rescore';
import { rescoreFromLedger } from './rescore-from-ledger';
import { scoreIssues } from './score-issues';

/** Another page of requests is begun only with this much time left. */
const TIME_FOR_A_PAGE_MS = 20_000;
/** From so many issues in one run on, edits are gathered for a while before the next. */
const MANY = 40;
/** So many runs within half a minute are more than one person causes. */
const OFTEN = 6;
const OFTEN_WITHIN_MS = 30_000;
const BUSY_MS = 60_000;
/** Queries lag behind writes: so much later a follow-up run looks for requests that this one was not shown. */
const FOLLOW_UP_SECONDS = 60;
/** Requests that storage lists at once. */
const PAGE = 100;

/**
 * One run: scores everything that was requested before it began, a hundred issues at a time, and clears what was not requested again
 * meanwhile. What is requested later is left to the next run: those who request rely on that one to begin after their edit.
 */
export async function processRescoreRequests(
  followUp: boolean,
  world: World,
  now: Date,
): Promise<void> {
  const before = await world.rescoreRequests.schedule();
  const starts = [world.clock(), ...before.begun].slice(0, OFTEN);
  const often = starts.length === OFTEN && world.clock() - (starts.at(-1) ?? 0) < OFTEN_WITHIN_MS;
  const busyUntil = often ? world.clock() + BUSY_MS : before.busyUntil;
  const run = before.runs + 1;
  await world.rescoreRequests.writeDue(null);
  await world.rescoreRequests.writeRun({
    runs: run,
    followUp: followUp ? null : before.followUp,
    begun: starts,
    busyUntil,
  });
  const seen = new Set<string>();
  let issues = 0;
  let oldest = Infinity;
  for (;;) {
    const requests = (await world.rescoreRequests.oldest()).filter(
      (one) => !seen.has(one.token) && one.run < run,
    );
    if (requests.length === 0) break;
    if (world.remainingMs() < TIME_FOR_A_PAGE_MS) {
      await scheduleRun(world);
      break;
    }
    for (const { token, at } of requests) {
      seen.add(token);
      oldest = Math.min(oldest, at);
    }
    world.rubrics.refresh();
    issues += await scoreRequested(
      requests,
      world,
      new Date(Math.max(now.getTime(), world.clock())),
    );
    await world.rescoreRequests.clear(requests);
    // What came meanwhile has put a run of its own on the queue, and more may come together until then.
    if (requests.length < PAGE) break;
  }
  // The requests that it was sent for may not be shown yet: one that found none asks for a follow-up run too.
  if (issues > 0 || !followUp) await scheduleFollowUp(issues, oldest, world);
}

async function scoreRequested(
  requests: readonly RescoreRequest[],
  world: World,
  now: Date,
): Promise<number> {
  const toRead = new Set(
    requests.flatMap(({ kind, issueId }) => (kind === 'read' ? [issueId] : [])),
  );
  const fromLedger = requests.flatMap(({ kind, issueId }) =>
    kind === 'ledger' && !toRead.has(issueId) ? [issueId] : [],
  );
  const read = await isolateFailures([...toRead], async (part) => {
    const scored = await scoreIssues(part, world, now);
    await noteFailures(
      scored.unreadable.map(({ id, why }) => ({ what: id, why })),
      world,
      now,
    );
    return scored.changed;
  });
  const entries = [...(await world.ledger.read(fromLedger)).values()];
  const inherited = await isolateFailures(entries, (part) =>
    rescoreFromLedger(part, 'inheritance', world, now),
  );
  const failures = [
    ...read.failed.map(({ item, why }) => ({ what: item, why })),
    ...inherited.failed.map(({ item, why }) => ({ what: item.issueId, why })),
  ];
  await noteFailures(failures, world, now);
  return toRead.size + fromLedger.length;
}

async function scheduleFollowUp(issues: number, oldest: number, world: World): Promise<void> {
  const now = world.clock();
  const schedule = await world.rescoreRequests.schedule();
  const { due: _due, ...last } = schedule;
  const onItsWay = last.followUp !== null && now < last.followUp + FOLLOW_UP_SECONDS * 1000;
  if (!onItsWay)
    await world.queue.push([{ kind: 'run', followUp: true, delay: FOLLOW_UP_SECONDS }]);
  await world.rescoreRequests.writeRun({
    ...last,
    followUp: onItsWay ? last.followUp : now + FOLLOW_UP_SECONDS * 1000,
    busyUntil: issues >= MANY ? now + BUSY_MS : last.busyUntil,
  });
  if (issues > 0)
    await noteRun({ issues, lag: Math.max(0, Math.round(now / 1000 - oldest)) }, world);
}
