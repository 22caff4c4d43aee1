import type { Said, Value } from '../provenance/said';
import { counted, signed } from '../text/wording';
import { describeRef } from './describe-ref';

/** A line's value as a person reads it; numbers and names stay what they are. */
export function describeValue(value: Value): number | string {
  return typeof value === 'object' ? describeSaid(value) : value;
}

/** Whether two values read the same: one of them may be of an older version. */
export function sameValue(one: Value | null | undefined, other: Value | null | undefined): boolean {
  if (one === other) return true;
  return one != null && other != null && describeValue(one) === describeValue(other);
}

/** Whether it needs no name before it: `2 incidents in 90 days`. */
export function speaksForItself(value: Value | null): boolean {
  if (value === null || typeof value !== 'object') return false;
  switch (value.kind) {
    case 'incidents':
    case 'recurrence':
    case 'demand':
    case 'voices':
    case 'interest':
    case 'days':
      return true;
    case 'daysLeft':
      return value.days > 0;
    default:
      return false;
  }
}

export function describeSaid(said: Said): string {
  switch (said.kind) {
    case 'incidents':
      return incidents(said);
    case 'recurrence':
      return `${counted(said.count, 'incident')} in ${said.days} days`;
    case 'demand':
      return `${counted(said.count, said.of)} from ${counted(said.customers, 'customer')}`;
    case 'voices':
      return counted(said.count, said.of === 'support' ? 'support ticket' : 'duplicate');
    case 'blocks':
      return `blocks ${counted(said.count, 'issue')}`;
    case 'blockedBy':
      return `blocked by ${counted(said.count, 'issue')}`;
    case 'links':
      return counted(said.count, 'linked issue');
    case 'days':
      return counted(said.count, 'day');
    case 'interest':
      return `${counted(said.votes, 'vote')}, ${counted(said.watchers, 'watcher')}`;
    case 'daysLeft':
      if (said.days === 0) return 'time is up today';
      return said.days > 0
        ? `${counted(said.days, 'day')} left`
        : `passed ${counted(-said.days, 'day')} ago`;
    case 'due':
      if (said.days === 0) return 'due today';
      return said.days > 0
        ? `due in ${counted(said.days, 'day')}`
        : `overdue by ${counted(-said.days, 'day')}`;
    case 'breach':
      return said.ref === null
        ? 'its own agreed time passed'
        : `agreed time passed on ${describeRef(said.ref)}`;
    case 'openIncident':
      return `SEV${said.severity} incident ${describeRef(said.ref)} open`;
    case 'issue':
      return describeRef(said.ref);
    case 'points':
      return `${signed(said.points)} points`;
    case 'until':
      return `until ${said.day}`;
    case 'hiddenRating':
      return 'hidden until you rate it';
    case 'recorded':
      return said.text;
  }
}

/** The same without any issue's name: for a field that people read who may not see that issue. */
export function describeWithoutNames(said: Said): string {
  switch (said.kind) {
    case 'breach':
      return 'agreed time passed';
    case 'openIncident':
      return `SEV${said.severity} incident open`;
    default:
      return describeSaid(said);
  }
}

function incidents({ count, open }: Extract<Said, { kind: 'incidents' }>): string {
  if (open === null) return counted(count, 'past incident');
  const rest = count - open.count;
  return `${open.count} open SEV${open.severity} ${open.count === 1 ? 'incident' : 'incidents'}${rest === 0 ? '' : ` and ${rest} more`}`;
}
