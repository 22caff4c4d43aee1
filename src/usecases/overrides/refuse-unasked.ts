import { dayOf } from '../../core/time/utc-day';
import { overrideIdOf } from '../../core/overrides/override-id';
import { withOneMore } from '../../core/overrides/override-limits';
import { Override } from '../../core/overrides/override';
import { Forbidden } from '../ports/failures';
import type { Asking } from '../access/asking';
import { mustBeAllowed, replaceOverrides, verdictFor, type Desk } from './override-desk';
import type { Wish } from './propose-override';
import { recordAct } from '../decisions/record-override';

/**
 * Keeps, and logs, that somebody with the right said no to what nobody has asked for in words: an issue that is over the cap asks
 * by being there.
 * @throws Forbidden for whoever could not have said yes alone
 */
export async function refuseUnasked(
  wish: Extract<Wish, { kind: 'decline' | 'pause' | 'overCap' }>,
  seen: string,
  desk: Desk,
  asking: Asking,
): Promise<void> {
  const { me, now } = asking;
  const verdict = verdictFor(wish.kind, null, desk);
  mustBeAllowed(verdict);
  if (verdict.approval === 'needed')
    throw new Forbidden('Who needs approval to accept it cannot refuse it');
  const today = dayOf(now);
  const override = Override.parse({
    ...wish,
    id: overrideIdOf(me, now, desk.kept),
    by: me,
    at: today,
    approval: { state: 'refused', by: me, at: today },
  });
  await replaceOverrides(desk, withOneMore(desk.kept, override, today), seen, asking);
  await recordAct(
    {
      name: 'refused',
      override,
      became: 'refused unasked',
      cause: { kind: 'refused' },
      reason: wish.reason,
    },
    desk,
    asking,
  );
}
