import type { SnapshotIssue } from '../jira/snapshot';
import { contactOf, customers } from './customers';
import { sampleIssueKey, sampleIssueKeys } from './issue-keys';
import { daysAgo, seedOf } from './moments';
import { accountOf } from './people';
import { paragraph } from './rich-text';
import { FIELDS } from './site-lists';
import type { TicketRow } from './ticket-row';

const HOUR = 3_600_000;
/** Working agreement: urgent requests within eight hours, all others within five days, not counting the time others have it. */
const GOAL = { urgent: 8 * HOUR, usual: 120 * HOUR };

export function ticketIssue(row: TicketRow & { readonly id: string }): SnapshotIssue {
  const created = daysAgo(row.age, row.id);
  const resolved =
    row.state === 'closed' || row.state === 'resolved'
      ? daysAgo(row.age - Math.min(row.age, lengthOf(row)), row.id)
      : null;
  const { key, id } = { id: sampleIssueKeys.get(row.id)?.id ?? '', key: sampleIssueKey(row.id) };
  const customer = customers.find((one) => one.id === row.who);
  return {
    id,
    key,
    projectKey: 'SUP',
    typeName: 'Support request',
    statusName: statusOf(row),
    summary: row.title,
    description: row.said === undefined ? null : paragraph(row.said),
    priority: row.urgent === true ? 'Highest' : row.state === 'escalated' ? 'High' : 'Medium',
    resolution: resolved === null ? null : 'Done',
    resolutiondate: resolved,
    reporter: contactOf(row.who),
    creator: contactOf(row.who),
    assignee: accountOf(
      row.state === 'escalated' ? 'ines' : seedOf(row.id) % 4 === 0 ? 'gil' : 'jonas',
    ),
    created,
    updated: resolved ?? daysAgo(row.age / 2, row.id),
    customs: {
      [FIELDS.organisations]: [
        { id: String(customers.findIndex((one) => one.id === row.who) + 1), name: customer?.name },
      ],
      [FIELDS.resolutionTime]: agreement(row, created, resolved),
      ...(row.csat === undefined ? {} : { [FIELDS.satisfaction]: { rating: row.csat } }),
    },
  };
}

/** A request that waits longer than the agreement allows, and is not late, waits for a change of the product. */
function statusOf(row: TicketRow): string {
  const names = {
    new: 'Waiting for support',
    asked: 'Waiting for customer',
    escalated: 'Escalated',
    resolved: 'Resolved',
    closed: 'Closed',
  } as const;
  const waiting =
    (row.state === 'new' || row.state === 'asked') &&
    row.to !== undefined &&
    row.age >= 5 &&
    row.sla !== 'late';
  return waiting ? 'Waiting for engineering' : names[row.state];
}

/** In days. */
function lengthOf(row: TicketRow & { readonly id: string }): number {
  if (row.sla === 'was late') return row.urgent === true ? 0.9 : 8;
  return row.urgent === true ? 0.25 : 0.5 + (seedOf(row.id) % 8) / 2;
}

/** The field of service management: cycles that ended, and the one that runs. */
function agreement(
  row: TicketRow,
  created: string,
  resolved: string | null,
): Readonly<Record<string, unknown>> {
  const millis = row.urgent === true ? GOAL.urgent : GOAL.usual;
  const breached = row.sla !== undefined;
  const cycle = {
    startTime: { iso8601: created, epochMillis: Date.parse(created) },
    breachTime: {
      iso8601: new Date(Date.parse(created) + millis).toISOString(),
      epochMillis: Date.parse(created) + millis,
    },
    goalDuration: { millis, friendly: `${millis / HOUR}h` },
    breached,
  };
  const name = { id: '1', name: 'Time to resolution' };
  if (resolved !== null)
    return {
      ...name,
      completedCycles: [
        { ...cycle, stopTime: { iso8601: resolved, epochMillis: Date.parse(resolved) } },
      ],
    };
  return {
    ...name,
    completedCycles: [],
    ongoingCycle: {
      ...cycle,
      paused: !breached && statusOf(row) !== 'Waiting for support',
      withinCalendarHours: true,
    },
  };
}
