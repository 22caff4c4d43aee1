import type { LedgerTrigger, Trigger } from '../ports/world';

/** Whether something happened to the issue itself, rather than a whole backlog being gone through: then one that nobody knew is new. */
export function isNews(trigger: Trigger): boolean {
  return trigger === 'event' || trigger === 'reconcile';
}

export function isFromLedger(trigger: Trigger): trigger is LedgerTrigger {
  return trigger === 'rubric' || trigger === 'time' || trigger === 'inheritance';
}
