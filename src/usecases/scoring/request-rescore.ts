import type { Mark, MarkKind, Wake, World } from '../ports/world';

type Means = Pick<World, 'marks' | 'queue' | 'clock' | 'random'>;

/** A drain that is this late was lost on its way: another is put on the queue. */
const LOST_AFTER_MS = 120_000;
/** Seconds that edits are gathered for while there are many. */
const GATHERING_SECONDS = 15;
/** The longest delay that the queue takes, in seconds. */
const LONGEST_DELAY = 900;

/**
 * Has these issues scored again, soon, each once however often it is asked for. The marks stand in storage before anything
 * goes on the queue, and a drain clears only marks that nobody set again: so neither a lost event nor an edit in the middle of
 * a scoring is forgotten.
 * @throws Limited, Unavailable: asked again, it does only what is left.
 */
export async function requestRescore(
  ids: readonly string[],
  kind: MarkKind,
  means: Means,
): Promise<void> {
  const all = [...new Set(ids)];
  if (all.length === 0) return;
  const { marks, wake } = await means.marks.read(all, kind);
  // Marked since the last drain began, and the next is still to come: that one reads whatever stands in Jira by then.
  const covered = new Set(
    isScheduled(wake, means.clock())
      ? marks.filter(({ drain }) => drain === wake.drains).map(({ issueId }) => issueId)
      : [],
  );
  const wanting = all.filter((id) => !covered.has(id));
  if (wanting.length === 0) return;
  await means.marks.write(wanting.map((issueId) => newMark(issueId, kind, wake, means)));
  await wakeUp(means);
}

/** Sees to it that a drain is on the queue. Read after the marks are written: a drain that began before that may have missed them. */
export async function wakeUp({
  marks,
  queue,
  clock,
}: Pick<Means, 'marks' | 'queue' | 'clock'>): Promise<void> {
  const wake = await marks.wake();
  const now = clock();
  if (isScheduled(wake, now)) return;
  const delay = now < wake.busyUntil ? GATHERING_SECONDS : 0;
  // Said before it is done, so that those who come at the same moment do not all push; one that never comes is made good for later.
  await marks.writeDue(now + delay * 1000);
  try {
    await queue.push([{ kind: 'drain', echo: false, delay }]);
  } catch (failure) {
    await marks.writeDue(null);
    throw failure;
  }
}

/** Puts a drain that had to stop back on the queue. */
export async function wakeLater(
  seconds: number,
  { marks, queue, clock }: Pick<Means, 'marks' | 'queue' | 'clock'>,
): Promise<void> {
  const delay = Math.min(LONGEST_DELAY, Math.ceil(seconds));
  await queue.push([{ kind: 'drain', echo: false, delay }]);
  await marks.writeDue(clock() + delay * 1000);
}

function isScheduled({ due }: Wake, now: number): boolean {
  return due !== null && now < due + LOST_AFTER_MS;
}

function newMark(
  issueId: string,
  kind: MarkKind,
  { drains }: Wake,
  { clock, random }: Means,
): Mark {
  const token = `${clock().toString(36)}-${Math.floor(random() * 2 ** 32).toString(36)}`;
  return { issueId, kind, token, drain: drains, at: Math.floor(clock() / 1000) };
}
