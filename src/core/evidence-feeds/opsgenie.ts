import { z } from 'zod';
import { issueKeysIn } from './issue-keys';
import { dayOf } from '../time/utc-day';
import { MomentCount } from './moments';
import { aReport, type Report } from './report';

const Text = z.string().max(20_000).nullish();

/** https://support.atlassian.com/opsgenie/docs/opsgenie-edge-connector-alert-action-data/; Jira Service Management's alerts send the same. */
export const OpsgenieEvent = z.object({
  action: z.string().min(1).max(100),
  alert: z.object({
    alertId: z.string().min(1).max(128),
    alias: Text,
    message: Text,
    description: Text,
    entity: Text,
    tags: z.array(z.string().max(1_000)).max(500).nullish(),
    details: z.record(z.string(), z.unknown()).nullish().catch(null),
    createdAt: MomentCount.nullish(),
    updatedAt: MomentCount.nullish(),
    /** `P2`; as a bare number in some versions. */
    priority: z.union([z.string().max(20), z.number()]).nullish(),
  }),
});

/** What an action does to an alert: any other leaves it as it was. */
const STATES: ReadonlyMap<string, Report['state']> = new Map([
  ['create', 'open'],
  ['acknowledge', 'open'],
  ['unacknowledge', 'open'],
  ['close', 'resolved'],
  ['delete', 'withdrawn'],
]);

/** Null for an action that tells no time: it says nothing about the alert itself (an escalation, for instance). */
export function readOpsgenie({ action, alert }: z.infer<typeof OpsgenieEvent>): Report | null {
  const moment = alert.updatedAt ?? alert.createdAt ?? null;
  if (moment === null) return null;
  const { priority } = alert;
  return aReport({
    source: 'opsgenie',
    externalId: alert.alertId,
    occurred: moment,
    state: STATES.get(action.toLowerCase()) ?? null,
    issues: {
      keys: issueKeysIn([
        alert.message,
        alert.alias,
        alert.description,
        alert.entity,
        ...(alert.tags ?? []),
        ...textsIn(alert.details),
      ]),
      whole: false,
    },
    services: alert.entity ? [alert.entity] : [],
    level: typeof priority === 'number' ? `P${priority}` : (priority ?? null),
    raised: typeof alert.createdAt === 'number' ? dayOf(alert.createdAt) : null,
  });
}

function textsIn(details: Readonly<Record<string, unknown>> | null | undefined): readonly string[] {
  return Object.values(details ?? {}).filter((value) => typeof value === 'string');
}
