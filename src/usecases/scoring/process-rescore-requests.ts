import { isolateFailures } from './isolate-failures';
import { noteDrained, noteFailures } from '../health/notes';
import type { Mark, World } from '../ports/world';
import { wakeUp } from './request-rescore';
import { rescoreFromLedger } from './rescore-from-ledger';
import { scoreIssues } from './score-issues';

/** Another page of marks is begun only with this much time left. */
const TIME_FOR_A_PAGE_MS = 20_000;
/** From so many issues in one drain on, edits are gathered for a while before the next. */
const MANY = 40;
/** So many drains within half a minute are more than one person causes. */
const OFTEN = 6;
const OFTEN_WITHIN_MS = 30_000;
const BUSY_MS = 60_000;
/** Queries lag behind writes: so much later one more drain looks for marks that this one was not shown. */
const ECHO_SECONDS = 60;
/** Marks that storage lists at once. */
const PAGE = 100;

/**
 * Scores everything that was marked before it began, a hundred issues at a time, and clears what was not marked again meanwhile.
 * What is marked later is left to the next drain: those who mark rely on that one to begin after their edit.
 */
export async function drainMarks(echo: boolean, world: World, now: Date): Promise<void> {
  const begun = await world.marks.wake();
  const starts = [world.clock(), ...begun.begun].slice(0, OFTEN);
  const often = starts.length === OFTEN && world.clock() - (starts.at(-1) ?? 0) < OFTEN_WITHIN_MS;
  const busyUntil = often ? world.clock() + BUSY_MS : begun.busyUntil;
  const number = begun.drains + 1;
  await world.marks.writeDue(null);
  await world.marks.writeDrain({
    drains: number,
    echo: echo ? null : begun.echo,
    begun: starts,
    busyUntil,
  });
  const seen = new Set<string>();
  let issues = 0;
  let oldest = Infinity;
  for (;;) {
    const marks = (await world.marks.oldest()).filter(
      ({ token, drain }) => !seen.has(token) && drain < number,
    );
    if (marks.length === 0) break;
    if (world.remainingMs() < TIME_FOR_A_PAGE_MS) {
      await wakeUp(world);
      break;
    }
    for (const { token, at } of marks) {
      seen.add(token);
      oldest = Math.min(oldest, at);
    }
    world.rubrics.refresh();
    issues += await scoreMarked(marks, world, new Date(Math.max(now.getTime(), world.clock())));
    await world.marks.clear(marks);
    // What came meanwhile has put a drain of its own on the queue, and more may come together until then.
    if (marks.length < PAGE) break;
  }
  // The marks that it was sent for may not be shown yet: one that found none asks for an echo too.
  if (issues > 0 || !echo) await rest(issues, oldest, world);
}

async function scoreMarked(marks: readonly Mark[], world: World, now: Date): Promise<number> {
  const toRead = new Set(marks.flatMap(({ kind, issueId }) => (kind === 'read' ? [issueId] : [])));
  const held = marks.flatMap(({ kind, issueId }) =>
    kind === 'held' && !toRead.has(issueId) ? [issueId] : [],
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
  const entries = [...(await world.ledger.read(held)).values()];
  const inherited = await isolateFailures(entries, (part) =>
    rescoreFromLedger(part, 'inheritance', world, now),
  );
  const failures = [
    ...read.failed.map(({ item, why }) => ({ what: item, why })),
    ...inherited.failed.map(({ item, why }) => ({ what: item.issueId, why })),
  ];
  await noteFailures(failures, world, now);
  return toRead.size + held.length;
}

async function rest(issues: number, oldest: number, world: World): Promise<void> {
  const now = world.clock();
  const wake = await world.marks.wake();
  const echoing = wake.echo !== null && now < wake.echo + ECHO_SECONDS * 1000;
  if (!echoing) await world.queue.push([{ kind: 'drain', echo: true, delay: ECHO_SECONDS }]);
  const echo = echoing ? wake.echo : now + ECHO_SECONDS * 1000;
  const { due: _due, ...drain } = wake;
  await world.marks.writeDrain({
    ...drain,
    echo,
    busyUntil: issues >= MANY ? now + BUSY_MS : wake.busyUntil,
  });
  if (issues > 0)
    await noteDrained({ issues, lag: Math.max(0, Math.round(now / 1000 - oldest)) }, world);
}
