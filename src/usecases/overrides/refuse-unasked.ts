import { dayOf } from '../../core/time/utc-day';
import { overrideIdOf } from '../../core/overrides/override-id';
import { withOneMore } from '../../core/overrides/override-limits';
import { Override } from '../../core/overrides/override';
import { Forbidden } from '../ports/failures';
import type { Asking } from '../ports/world';
import {
  mustBeAllowed,
  replaceOverrides,
  verdictFor,
  type OverrideContext,
} from './override-context';
import type { OverrideProposal } from './propose-override';
import { recordAct } from '../decisions/record-override';

/**
 * Keeps, and logs, that somebody with the right said no to what nobody has asked for in words: an issue that is over the cap asks
 * by being there.
 * @throws Forbidden for whoever could not have said yes alone
 */
export async function refuseUnasked(
  request: Extract<OverrideProposal, { kind: 'decline' | 'pause' | 'overCap' }>,
  seen: string,
  context: OverrideContext,
  asking: Asking,
): Promise<void> {
  const { me, now } = asking;
  const verdict = verdictFor(request.kind, null, context);
  mustBeAllowed(verdict);
  if (verdict.approval === 'needed')
    throw new Forbidden('Who needs approval to accept it cannot refuse it');
  const today = dayOf(now);
  const override = Override.parse({
    ...request,
    id: overrideIdOf(me, now, context.kept),
    by: me,
    at: today,
    approval: { state: 'refused', by: me, at: today },
  });
  await replaceOverrides(context, withOneMore(context.kept, override, today), seen, asking);
  await recordAct(
    {
      name: 'refused',
      override,
      became: 'refused unasked',
      cause: { kind: 'refused' },
      reason: request.reason,
    },
    context,
    asking,
  );
}
