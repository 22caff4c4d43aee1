import type { Override, OverrideKind } from '../../core/overrides/override';
import { overrideRights, ownerDecides, rightOver } from '../../core/overrides/override-acts';
import { MOST_KEPT } from '../../core/overrides/override-limits';
import { stampOf, unseenIn } from '../../core/overrides/override-words';
import {
  rolesNamed,
  verdictOn,
  type Right,
  type Standing,
  type Verdict,
} from '../../core/overrides/decision-rights';
import { Declined, Forbidden, Gone } from '../ports/failures';
import type { Asking, LedgerEntry } from '../ports/world';
import { rubricsOf } from '../rubric/in-force';
import { type RubricInForce } from '../ports/rubrics';
import { knownOrScored } from '../scoring/known-or-scored';
import { unreadableToTheApp } from '../access/unreadable-to-the-app';

/** An issue whose overrides a person looks at. */
export interface OverrideContext {
  readonly entry: LedgerEntry;
  readonly inForce: RubricInForce;
  readonly kept: readonly Override[];
  readonly who: Standing;
}

/** @throws Gone when the issue does not exist, is closed, or this person may not see it */
export async function openOverrides(
  issueId: string,
  { world, viewer, me, now }: Asking,
): Promise<OverrideContext> {
  if (!(await viewer.visible([issueId])).has(issueId))
    throw new Gone(`Issue ${issueId} does not exist, or you may not see it`);
  const entry = await knownOrScored(issueId, world, now);
  if (entry === undefined) throw unreadableToTheApp('this issue');
  if (!entry.open) throw new Gone(`Issue ${issueId} is closed: there is nothing to override`);
  const inForce = (await rubricsOf([entry.project], world.rubrics))(entry.project);
  const [kept, edits, administers, theirs] = await Promise.all([
    world.overrides.of(issueId),
    viewer.mayOn('EDIT_ISSUES', issueId),
    viewer.may('ADMINISTER_PROJECTS', entry.project),
    world.roles.ofPerson(
      entry.project,
      me,
      rolesNamed(overrideRights(inForce.rubric.decisionRights)),
    ),
  ]);
  return { entry, inForce, kept, who: { accountId: me, ...theirs, edits, administers } };
}

export function rightFor(kind: OverrideKind, { inForce: { rubric } }: OverrideContext): Right {
  return rightOver(kind, rubric.decisionRights);
}

/** The owner of the lane that an issue is in, or is to be pinned to, decides alone. */
export function ownsLane(
  lane: string | null,
  { inForce: { rubric }, who }: OverrideContext,
): boolean {
  return Object.entries(rubric.capacity.lanes).some(
    ([name, policy]) => name === lane && policy.owner === who.accountId,
  );
}

/** `lane`: to be pinned; null for every other kind, and while none is chosen. */
export function verdictFor(
  kind: OverrideKind,
  lane: string | null,
  context: OverrideContext,
): Verdict {
  const owner =
    ownerDecides(kind) &&
    (ownsLane(lane, context) || ownsLane(context.entry.written?.lane ?? null, context));
  return verdictOn(rightFor(kind, context), context.who, owner);
}

/** @throws Forbidden with the reason that the person was shown beside the disabled button */
export function mustBeAllowed(
  verdict: Verdict,
): asserts verdict is Extract<Verdict, { may: true }> {
  if (!verdict.may) throw new Forbidden(verdict.why);
}

/**
 * Replaces the overrides of an issue, unless they are no longer as the person saw them.
 * @throws Declined when somebody else changed them meanwhile, or one more would be too many
 */
export async function replaceOverrides(
  context: OverrideContext,
  next: readonly Override[],
  seen: string,
  { world, people }: Asking,
): Promise<void> {
  if (next.length > MOST_KEPT && next.length > context.kept.length)
    throw new Declined(
      `This issue has ${MOST_KEPT} overrides or more already`,
      'Take back those that nobody needs any more, then save again.',
    );
  if (
    stampOf(context.kept) === seen &&
    (await world.overrides.replace(context.entry.issueId, next, context.kept))
  )
    return;
  const now = await world.overrides.of(context.entry.issueId);
  const theirs = unseenIn(now, seen).at(-1);
  const by =
    theirs === undefined ? undefined : 'by' in theirs.approval ? theirs.approval.by : theirs.by;
  const name = by === undefined ? undefined : (await people.names([by])).get(by);
  throw new Declined(
    `${name ?? 'Somebody else'} changed the overrides of this issue before you saved yours`,
    'Theirs is shown now. Look at it, then save again if yours still holds.',
  );
}
