import { dayOf } from '../../core/time/utc-day';
import type { OverrideRequest } from '../../contract/overrides';
import { overrideIdOf } from '../../core/overrides/override-id';
import { beyondLimits, withOneMore } from '../../core/overrides/override-limits';
import { Override } from '../../core/overrides/override';
import { approverWords } from '../../core/overrides/decision-rights';
import { Declined } from '../ports/failures';
import { scoreIssues } from '../scoring/score-issues';
import type { Asking } from '../ports/world';
import {
  mustBeAllowed,
  openOverrides,
  replaceOverrides,
  rightFor,
  verdictFor,
} from './override-context';
import { recordAct } from '../decisions/record-override';

/** What a person asks for; work beyond the cap of hot fixes is asked for by a question of its own. */
export type OverrideProposal =
  OverrideRequest | (Pick<OverrideRequest, 'reason' | 'until'> & { readonly kind: 'overCap' });

/**
 * Overrides an issue, or asks for it where the decision rights want somebody's approval.
 * @throws Forbidden by the decision rights, Declined for what is beyond the rubric's limits or when somebody else was first
 */
export async function proposeOverride(
  issueId: string,
  request: OverrideProposal,
  seen: string,
  asking: Asking,
): Promise<Override> {
  const { me, now, world } = asking;
  const context = await openOverrides(issueId, asking);
  const verdict = verdictFor(request.kind, request.kind === 'lane' ? request.lane : null, context);
  mustBeAllowed(verdict);
  const today = dayOf(now);
  const beyond = beyondLimits(request, today, context.inForce.rubric.overrides);
  if (beyond !== null) throw new Declined(beyond.what, beyond.advice);
  const waits = verdict.approval === 'needed';
  const override = Override.parse({
    ...request,
    id: overrideIdOf(me, now, context.kept),
    by: me,
    at: today,
    approval: { state: waits ? 'waiting' : 'not needed' },
  });
  await replaceOverrides(context, withOneMore(context.kept, override, today), seen, asking);
  await recordAct(
    {
      name: 'proposed',
      override,
      reason: request.reason,
      became: waits ? 'asked for' : 'made',
      cause: waits
        ? { kind: 'approvalNeeded', approvers: approverWords(rightFor(request.kind, context)) }
        : { kind: 'overridden' },
    },
    context,
    asking,
  );
  await scoreIssues([issueId], world, now);
  return override;
}
