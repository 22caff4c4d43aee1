import type { LedgerTrigger, Trigger } from '../ports/world';

/** Whether something happened to the issue itself, rather than a whole backlog being gone through: then one that nobody knew is new. */
export function isNews(trigger: Trigger): boolean {
  return trigger === 'event' || trigger === 'reconcile';
}

/** What only time or a rubric has moved would fill the history of a whole backlog, mail its watchers and start the rules of others. */
export function standsInHistory(trigger: Trigger): boolean {
  return isNews(trigger) || trigger === 'inheritance';
}

export function isFromLedger(trigger: Trigger): trigger is LedgerTrigger {
  return trigger === 'rubric' || trigger === 'time' || trigger === 'inheritance';
}
