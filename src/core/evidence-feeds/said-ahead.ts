import type { KeptEvidence, Said } from './kept-evidence';
import { AHEAD_MS } from './moments';

/** Older than anything that is reported. */
const BEFORE_ALL = 0;

/**
 * What is kept, ready for another report: what was said for a moment more than a day ahead, by a wrong clock before such reports were
 * refused, gives way to whatever is said now, or it would stand against everything until then.
 */
export function withoutSaidAhead(kept: KeptEvidence, now: Date): KeptEvidence {
  const latest = now.getTime() + AHEAD_MS;
  const sound = <T>(said: Said<T>): Said<T> =>
    said.at > latest ? { ...said, at: BEFORE_ALL } : said;
  return {
    ...kept,
    kind: sound(kept.kind),
    state: sound(kept.state),
    customer: sound(kept.customer),
    segment: sound(kept.segment),
    level: sound(kept.level),
    value: sound(kept.value),
    listed: sound(kept.listed),
  };
}
