import type { IssueRecord } from '../signals/issue-record';
import { logged, type PostMortem } from './post-mortem';

/**
 * The record when one more incident of the same kind came while actions against it were open; null when it is none, or is
 * known already. Linked to those actions, the incident counts in each one's technical risk like any other evidence.
 */
export function recurred(of: PostMortem, incident: Pick<IssueRecord, 'key' | 'created'>, at: string): PostMortem | null {
  const open = of.actions.filter(({ done }) => done === null).map(({ key }) => key);
  const known = of.incidents.includes(incident.key) || of.recurrences.some((one) => one.incident === incident.key);
  if (known || open.length === 0 || Date.parse(incident.created) <= Date.parse(of.raised)) return null;
  return {
    ...of,
    revision: of.revision + 1,
    recurrences: [...of.recurrences, { incident: incident.key, actions: open, at }].slice(-50),
    log: logged(of.log, { at, by: null, what: `${incident.key} is the same again while ${open.join(', ')} ${open.length === 1 ? 'is' : 'are'} open: the technical risk of ${open.length === 1 ? 'that action' : 'those actions'} rises` }),
  };
}

/** The record after an action's issue was resolved on this day or reopened (null); null when that is known. */
export function actionResolved(of: PostMortem, issueId: string, done: string | null, at: string): PostMortem | null {
  const action = of.actions.find((one) => one.issueId === issueId);
  if (action === undefined || action.done === done) return null;
  return {
    ...of,
    revision: of.revision + 1,
    actions: of.actions.map((one) => (one.issueId === issueId ? { ...one, done } : one)),
    log: logged(of.log, { at, by: null, what: done === null ? `${action.key} was reopened` : `${action.key} was done ${done <= action.due ? 'in time' : `after its due date, ${action.due}`}` }),
  };
}
