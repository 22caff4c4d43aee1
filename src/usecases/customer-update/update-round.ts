import { Declined } from '../ports/failures';
import type { UpdateRound } from '../ports/updates';
import type { UpdateContext } from './view-update';

/** No invocation that a person waits for lasts so long: what is open for longer was cut off. Milliseconds. */
const LONGEST_MS = 60_000;
const KEPT = 20;

/**
 * Takes the turn to write to the customers of an issue, unless somebody else wrote since the person looked, or is writing. The same
 * person counts as somebody else too: of a double click the second finds the first.
 * @throws Declined then
 */
export async function beginRound(
  issueId: string,
  seen: string,
  context: UpdateContext,
): Promise<UpdateRound> {
  const { world, me, now } = context;
  const before = await world.updates.read(issueId);
  const last = before?.rounds[0];
  const mine: UpdateRound = {
    id: `${issueId}:update:${now.getTime()}:${me}`,
    by: me,
    at: now.toISOString(),
    open: true,
  };
  const free = (last?.id ?? '') === seen && !underWay(last, now);
  const next = {
    issueId,
    revision: (before?.revision ?? 0) + 1,
    rounds: [mine, ...(before?.rounds ?? [])].slice(0, KEPT),
  };
  if (free && (await world.updates.write(next))) return mine;
  throw await tooLate((await world.updates.read(issueId))?.rounds[0], context);
}

/** Says that nothing of it is on its way any more. Whoever began another meanwhile has said so for it. */
export async function endRound(
  issueId: string,
  id: string,
  { world }: UpdateContext,
): Promise<void> {
  const before = await world.updates.read(issueId);
  if (before === null) return;
  await world.updates.write({
    ...before,
    revision: before.revision + 1,
    rounds: before.rounds.map((one) => (one.id === id ? { ...one, open: false } : one)),
  });
}

async function tooLate(
  theirs: UpdateRound | undefined,
  { people, me, now }: UpdateContext,
): Promise<Declined> {
  const who =
    theirs === undefined
      ? 'Somebody else'
      : theirs.by === me
        ? 'You'
        : ((await people.names([theirs.by])).get(theirs.by) ?? 'Somebody else');
  if (underWay(theirs, now))
    return new Declined(
      `${who} ${theirs?.by === me ? 'are' : 'is'} sending an update to these customers at this moment`,
      'Nothing of this text went out. Wait a minute, look at what was sent, then send yours if it still says something new.',
    );
  return new Declined(
    `${who} wrote to these customers after you opened this`,
    'Nothing of this text went out. What was sent is shown below now: look at it, then send yours if it still says something new.',
  );
}

function underWay(round: UpdateRound | undefined, now: Date): boolean {
  return round?.open === true && now.getTime() - Date.parse(round.at) < LONGEST_MS;
}
