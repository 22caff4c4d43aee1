import type { Ref } from '../provenance/ref';

/** What stands for what whoever reads may not see. */
export const HIDDEN = 'a hidden issue';

/** `PAY-7`, `desk:SUP-1`; `hidden` stands for what may not be named. */
export function describeRef(ref: Ref, hidden = HIDDEN): string {
  if ('key' in ref) return ref.key;
  return 'id' in ref ? ref.id : hidden;
}
