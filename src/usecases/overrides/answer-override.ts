import { dayOf } from '../../core/time/utc-day';
import type { Override } from '../../core/overrides/override';
import { ownerDecides } from '../../core/overrides/override-acts';
import { hasLapsed } from '../../core/overrides/override-words';
import { mayApprove } from '../../core/overrides/decision-rights';
import { Declined, Forbidden } from '../ports/failures';
import { scoreIssues } from '../scoring/score-issues';
import type { Asking } from '../ports/world';
import {
  openOverrides,
  ownsLane,
  replaceOverrides,
  rightFor,
  type OverrideContext,
} from './override-context';
import { recordAct } from '../decisions/record-override';

export interface AnswerGiven {
  /** Of the override. */
  readonly id: string;
  readonly approve: boolean;
  /** Stamp of the overrides that the person was looking at. */
  readonly seen: string;
  /** What the log keeps of why; null for nothing. */
  readonly reason?: string | null;
}

/**
 * Approves or refuses an override that waits.
 * @throws Forbidden unless the person may approve it, and for its own author; Declined once it was answered or its last day is over
 */
export async function answerOverride(
  issueId: string,
  { id, approve, seen, reason = null }: AnswerGiven,
  asking: Asking,
): Promise<void> {
  const { me, now, world } = asking;
  const context = await openOverrides(issueId, asking);
  const override = keptOverride(id, context);
  if (override.approval.state !== 'waiting')
    throw new Declined('This override was answered already', 'Look at the log to see by whom.');
  const today = dayOf(now);
  if (hasLapsed(override, today))
    throw new Declined(
      `This override lapsed unanswered on ${override.until}`,
      'Whoever still wants it can ask anew.',
    );
  if (!canAnswer(override, context))
    throw new Forbidden(
      'You may not approve this override: the decision rights name who may, and nobody answers for themselves',
    );
  const state = approve ? 'approved' : 'refused';
  const answered: Override = { ...override, approval: { state, by: me, at: today } };
  await replaceOverrides(
    context,
    context.kept.map((one) => (one.id === id ? answered : one)),
    seen,
    asking,
  );
  await recordAct(
    {
      name: state,
      override,
      became: state,
      cause: { kind: state },
      reason,
    },
    context,
    asking,
  );
  await scoreIssues([issueId], world, now);
}

/**
 * Takes an override back: its author, or whoever may override alone.
 * @throws Forbidden for everybody else
 */
export async function undoOverride(
  issueId: string,
  overrideId: string,
  seen: string,
  asking: Asking,
): Promise<void> {
  const { now, world } = asking;
  const context = await openOverrides(issueId, asking);
  const override = keptOverride(overrideId, context);
  if (!canUndo(override, context))
    throw new Forbidden('Only its author, or who may approve it, takes an override back');
  await replaceOverrides(
    context,
    context.kept.filter(({ id }) => id !== overrideId),
    seen,
    asking,
  );
  await recordAct(
    {
      name: 'undone',
      override,
      became: 'taken back',
      cause: { kind: 'takenBack' },
      reason: null,
    },
    context,
    asking,
  );
  await scoreIssues([issueId], world, now);
}

export function canAnswer(override: Override, context: OverrideContext): boolean {
  return mayApprove(
    rightFor(override.kind, context),
    context.who,
    override.by,
    ownsWhatItIsAbout(override, context),
  );
}

export function canUndo(override: Override, context: OverrideContext): boolean {
  return override.by === context.who.accountId || canAnswer(override, context);
}

function ownsWhatItIsAbout(override: Override, context: OverrideContext): boolean {
  if (override.kind === 'lane') return ownsLane(override.lane, context);
  return ownerDecides(override.kind) && ownsLane(context.entry.written?.lane ?? null, context);
}

function keptOverride(id: string, { kept }: OverrideContext): Override {
  const found = kept.find((one) => one.id === id);
  if (found === undefined)
    throw new Declined(
      'This override is no longer there',
      'Somebody took it back: the log says who.',
    );
  return found;
}
