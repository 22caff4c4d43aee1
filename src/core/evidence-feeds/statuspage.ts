import { z } from 'zod';
import { issueKeysIn } from './issue-keys';
import { dayOf } from '../time/utc-day';
import { MomentText } from './moments';
import { aReport, type Report } from './report';

const Text = z.string().max(50_000).nullish();

const Incident = z.object({
  id: z.string().min(1).max(128),
  name: Text,
  status: z.string().max(60),
  impact: z.string().max(60).nullish(),
  created_at: MomentText,
  updated_at: MomentText.nullish(),
  /** Planned maintenance has one, however far ahead. */
  scheduled_for: z.string().max(64).nullish(),
  components: z
    .array(z.object({ name: z.string().max(500) }))
    .max(500)
    .nullish(),
  incident_updates: z
    .array(z.object({ body: Text }))
    .max(2_000)
    .nullish(),
});

/** https://support.atlassian.com/statuspage/docs/enable-webhook-notifications/ */
export const StatuspageEvent = z.object({
  page: z.object({ id: z.string().min(1).max(128) }),
  incident: Incident.optional(),
  component_update: z.object({ id: z.string().max(128) }).optional(),
});

const OVER = new Set(['resolved', 'postmortem', 'completed']);

/** A page that reports no impact reports the least severity, not one that nobody knows. */
const NO_IMPACT = 'lowest';

/** Planned maintenance is no incident, and a component's status is told again by its incident: null. */
export function readStatuspage({ incident }: z.infer<typeof StatuspageEvent>): Report | null {
  if (
    incident === undefined ||
    (incident.scheduled_for ?? null) !== null ||
    incident.impact === 'maintenance'
  )
    return null;
  return aReport({
    source: 'statuspage',
    externalId: incident.id,
    occurred: incident.updated_at ?? incident.created_at,
    state: OVER.has(incident.status) ? 'resolved' : 'open',
    issues: {
      keys: issueKeysIn([
        incident.name,
        ...(incident.incident_updates ?? []).map(({ body }) => body),
      ]),
      whole: false,
    },
    services: (incident.components ?? []).map(({ name }) => name),
    level: incident.impact === 'none' ? NO_IMPACT : (incident.impact ?? null),
    raised: dayOf(incident.created_at),
  });
}
