import { logged, type PostMortem, type PreventiveAction } from './post-mortem';

/** An incident that is there, or there again. */
export interface Coming {
  /** Key of the incident. */
  readonly key: string;
  /** ISO time at which it was raised or, `reopened`, opened again. */
  readonly at: string;
  readonly reopened: boolean;
}

/**
 * The record when one more incident of the same kind came while actions against it were open, or one of its own was opened again;
 * null when it is none, or is known already. Only actions that were there before it count: what came earlier is no failure of
 * theirs. Linked to them, the incident counts in each one's technical risk like any other evidence.
 */
export function recurred(
  of: PostMortem,
  { key, at: came, reopened }: Coming,
  at: string,
): PostMortem | null {
  const moment = Date.parse(came);
  const open = of.actions.filter((action) => isWaiting(action, moment)).map((action) => action.key);
  const known =
    (!reopened && of.incidents.includes(key)) ||
    of.recurrences.some((one) => one.incident === key && Date.parse(one.at) >= moment);
  if (known || open.length === 0 || moment <= Date.parse(of.raised)) return null;
  return {
    ...of,
    revision: of.revision + 1,
    recurrences: [...of.recurrences, { incident: key, actions: open, at }].slice(-50),
    log: logged(of.log, {
      at,
      by: null,
      entry: {
        kind: 'recurred',
        ref: { key },
        reopened,
        actions: open.map((action) => ({ ref: { key: action } })),
      },
    }),
  };
}

function isWaiting({ done, at }: PreventiveAction, moment: number): boolean {
  return done === null && Date.parse(at) <= moment;
}

/** The record after an action's issue was resolved on this day or reopened (null); null when that is known. */
export function actionResolved(
  of: PostMortem,
  issueId: string,
  done: string | null,
  at: string,
): PostMortem | null {
  const action = of.actions.find((one) => one.issueId === issueId);
  if (action === undefined || action.done === done) return null;
  return {
    ...of,
    revision: of.revision + 1,
    actions: of.actions.map((one) => (one.issueId === issueId ? { ...one, done } : one)),
    log: logged(of.log, {
      at,
      by: null,
      entry:
        done === null
          ? { kind: 'actionReopened', ref: { key: action.key } }
          : {
              kind: 'actionDone',
              ref: { key: action.key },
              late: done <= action.due ? null : action.due,
            },
    }),
  };
}
