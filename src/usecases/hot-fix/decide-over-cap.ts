import { dayOf } from '../../core/time/utc-day';
import type { OverCapAnswer, OverCapView, RoomView } from '../../contract/over-cap';
import type { Override } from '../../core/overrides/override';
import { usualEnd } from '../../core/overrides/override-limits';
import { stampOf } from '../../core/overrides/override-words';
import type { OverCap } from '../../core/hot-fix/over-cap';
import { Declined, Forbidden } from '../ports/failures';
import { answerOverride, canAnswer } from '../overrides/answer-override';
import type { Asking } from '../ports/world';
import {
  mustBeAllowed,
  openOverrides,
  verdictFor,
  type OverrideContext,
} from '../overrides/override-context';
import { proposeOverride } from '../overrides/propose-override';
import { refuseUnasked } from '../overrides/refuse-unasked';
import { mayOverride, overrideView, shownOverrides } from '../overrides/view-overrides';
import { capOf } from './capacity';

/** @throws Gone when the issue does not exist, is closed, or this person may not see it */
export async function viewOverCap(issueId: string, asking: Asking): Promise<OverCapView> {
  const context = await openOverrides(issueId, asking);
  const over = await overIn(context, asking);
  const today = dayOf(asking.now);
  const answer = (await shownOverrides(context, asking)).findLast(
    ({ override }) => override.kind === 'overCap' && override.until >= today,
  );
  return {
    seen: stampOf(context.kept),
    over: over === null ? null : { share: over.share, cap: over.cap },
    room: over === null ? { kind: 'none' } : await roomFor(over, asking),
    may: mayOverride('overCap', context),
    answer:
      answer === undefined
        ? null
        : { ...overrideView(answer), refused: answer.override.approval.state === 'refused' },
    until: usualEnd(today, context.inForce.rubric.overrides),
  };
}

/**
 * Accepts a hot fix beyond the cap or refuses it; where somebody has asked already, answers that; where the rights want somebody's
 * approval, asks. Work that pauses is paused as this person, by their rights on that issue, once the hot fix is accepted.
 * @throws Forbidden by the decision rights on either issue, Declined when the cap holds by now or somebody else was first
 */
export async function answerOverCap(
  issueId: string,
  { accept, reason, pause, seen }: OverCapAnswer,
  asking: Asking,
): Promise<void> {
  const context = await openOverrides(issueId, asking);
  const over = await overIn(context, asking);
  const waiting = waitingIn(context, asking.now);
  if (over === null && waiting === null)
    throw new Declined(
      'The hot fixes of this project are within their cap by now',
      'Nothing needs to be accepted.',
    );
  // Before anything is written: accepted without the pause it was meant with would be half a decision.
  const room = accept && pause !== null ? await roomToPause(pause, over, asking) : null;
  const effective =
    waiting === null
      ? await answerAnew(issueId, { accept, reason, seen }, context, asking)
      : await answerAsked(waiting, { accept, reason, seen }, context, asking);
  if (!effective || room === null) return;
  const until = usualEnd(dayOf(asking.now), room.inForce.rubric.overrides);
  // The hot fix is not named: who sees the paused work need not see that.
  const why = `Makes room for urgent work: ${reason}`.slice(0, 500);
  await proposeOverride(
    room.entry.issueId,
    { kind: 'pause', reason: why, until },
    stampOf(room.kept),
    asking,
  );
}

type Answer = Omit<OverCapAnswer, 'pause'>;

async function answerAnew(
  issueId: string,
  { accept, reason, seen }: Answer,
  context: OverrideContext,
  asking: Asking,
): Promise<boolean> {
  const until = usualEnd(dayOf(asking.now), context.inForce.rubric.overrides);
  const request = { kind: 'overCap', reason, until } as const;
  if (accept)
    return (await proposeOverride(issueId, request, seen, asking)).approval.state === 'not needed';
  await refuseUnasked(request, seen, context, asking);
  return false;
}

async function answerAsked(
  waiting: Override,
  { accept, reason, seen }: Answer,
  context: OverrideContext,
  asking: Asking,
): Promise<boolean> {
  if (!canAnswer(waiting, context))
    throw new Forbidden(
      'Somebody has asked for this already, and you may not approve it: the decision rights name who may, and nobody answers for themselves',
    );
  await answerOverride(
    context.entry.issueId,
    { id: waiting.id, approve: accept, seen, reason },
    asking,
  );
  return accept;
}

function waitingIn({ kept }: OverrideContext, now: Date): Override | null {
  const today = dayOf(now);
  return (
    kept.find(
      ({ kind, approval, until }) =>
        kind === 'overCap' && approval.state === 'waiting' && until >= today,
    ) ?? null
  );
}

async function overIn(
  { entry, inForce }: OverrideContext,
  { world, now }: Asking,
): Promise<OverCap | null> {
  return entry.written?.lane === 'hot fix'
    ? capOf({ project: entry.project, known: [entry] }, inForce, world, now)
    : null;
}

async function roomFor({ pause }: OverCap, asking: Asking): Promise<RoomView> {
  if (pause === null) return { kind: 'none' };
  if (!(await asking.viewer.visible([pause.id])).has(pause.id)) return { kind: 'hidden' };
  const [issue] = (await asking.world.issues.find([pause.id], [])).issues;
  if (issue === undefined) return { kind: 'hidden' };
  return {
    kind: 'shown',
    key: issue.key,
    summary: issue.summary,
    may: mayOverride('pause', await openOverrides(pause.id, asking)),
  };
}

async function roomToPause(
  key: string,
  over: OverCap | null,
  asking: Asking,
): Promise<OverrideContext> {
  if (over?.pause == null || over.pause.key !== key)
    throw new Declined(
      `${key} is no longer the least advanced strategic work`,
      'What would pause is shown anew. Look at it, then answer again.',
    );
  const context = await openOverrides(over.pause.id, asking);
  mustBeAllowed(verdictFor('pause', null, context));
  return context;
}
