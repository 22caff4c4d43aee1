import type { DeepReadonly } from '../terms/deep-readonly';
import type { Rubric } from '../rubric/schema/schema';
import { isFormerUser } from '../terms/former-user';
import type { Severity } from '../terms/severity';
import { businessDaysAfter } from '../time/business-days';

/** What entering *hot fix* needs to know of an issue as it stands in Jira. */
export interface UrgentIssue {
  readonly flagged: boolean;
  readonly due: string | null;
  readonly assignee: string | null;
}

/** What Ballast sets on it; never what a person has set already. */
export interface UrgentPlan {
  readonly flag: boolean;
  readonly due: string | null;
  readonly assignee: string | null;
}

/** `today` is a day, `2026-11-20`, UTC; `severity` is that of the worst open incident. */
export function planUrgent(
  issue: UrgentIssue,
  severity: Severity | null,
  { capacity, calendar }: DeepReadonly<Pick<Rubric, 'capacity' | 'calendar'>>,
  today: string,
): UrgentPlan {
  const days = severity === null ? capacity.dueDays.other : capacity.dueDays[severity];
  return {
    flag: !issue.flagged,
    due: issue.due === null ? businessDaysAfter(today, days, new Set(calendar.holidays)) : null,
    assignee: issue.assignee === null ? present(capacity.lanes['hot fix']?.owner ?? null) : null,
  };
}

/** Whoever has closed the account takes on no work. */
function present(owner: string | null): string | null {
  return owner === null || isFormerUser(owner) ? null : owner;
}
