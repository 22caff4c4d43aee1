import type { Refusal } from '../../../../../src/contract';
import type { ScoreView } from '../../../../../src/contract/score';

/** What a surface has to show: the last score, why there is no newer one, or both. */
export interface ShownScore {
  readonly view?: ScoreView;
  readonly refusal?: Refusal;
  /** Milliseconds since 1970 when the refusal came. */
  readonly refusedAt?: number;
  /** Milliseconds since 1970 since when every answer said that something has still to be written. */
  readonly pendingSince?: number;
}

/** The answer, and since when what it found has been waiting to be written. */
export function afterAnswer(
  before: ShownScore | undefined,
  view: ScoreView,
  at: number,
): ShownScore {
  return view.pending === null ? { view } : { view, pendingSince: before?.pendingSince ?? at };
}

/** What was shown stays beside the refusal, but not once the person may no longer see it. */
export function afterRefusal(
  before: ShownScore | undefined,
  refusal: Refusal,
  at: number,
): ShownScore {
  const takenAway = refusal.kind === 'forbidden' || refusal.kind === 'gone';
  return { ...(before?.view && !takenAway && { view: before.view }), refusal, refusedAt: at };
}

/** That takes seconds; for so long it is asked again soon. A queue that is behind for longer is not hurried by asking. */
const SOON_FOR_MS = 60_000;
const SOON_MS = 3_000;
/** Who is told when it is done asks only in case that is lost. */
const SOON_WHERE_HEARD_MS = 12_000;
const BEHIND_MS = 300_000;

/**
 * Milliseconds until it is asked again without anybody's doing; false for not at all, as what changes it is heard of. While something
 * has still to be written, soon. A limit says itself how long; other refusals wait for the person.
 */
export function askAgainAfter(
  { view, refusal, pendingSince }: ShownScore,
  now: number,
): number | false {
  if (refusal !== undefined)
    return refusal.retryAfter === undefined ? false : refusal.retryAfter * 1000;
  if (pendingSince === undefined) return false;
  if (now - pendingSince >= SOON_FOR_MS) return BEHIND_MS;
  return view?.listening == null ? SOON_MS : SOON_WHERE_HEARD_MS;
}
