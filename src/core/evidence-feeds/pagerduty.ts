import { z } from 'zod';
import { issueKeysIn } from './issue-keys';
import { dayOf } from '../time/utc-day';
import { MomentText } from './moments';
import { aReport, type Report } from './report';

const Reference = z.object({
  id: z.string().min(1).max(128),
  summary: z.string().max(1_000).nullish(),
});
const Text = z.string().max(20_000).nullish();

/** https://developer.pagerduty.com/docs/webhooks-overview: one event a request. */
export const PagerDutyEvent = z.object({
  event: z.object({
    event_type: z.string().max(100),
    occurred_at: MomentText,
    data: z.looseObject({ type: z.string().max(100).optional() }).nullable(),
  }),
});

const Incident = z.object({
  id: z.string().min(1).max(128),
  status: z.enum(['triggered', 'acknowledged', 'resolved']),
  created_at: MomentText.nullish(),
  title: Text,
  incident_key: Text,
  service: Reference.nullish(),
  priority: Reference.nullish(),
  resolve_reason: z
    .object({ type: z.string().max(100), incident: Reference.nullish() })
    .nullish()
    .catch(null),
  custom_fields: z
    .array(z.object({ value: z.unknown() }))
    .max(200)
    .nullish()
    .catch(null),
});

/** Notes, responders, status updates and services say nothing about an incident's state: null. Throws a ZodError for a malformed incident. */
export function readPagerDuty({ event }: z.infer<typeof PagerDutyEvent>): Report | null {
  if (!event.event_type.startsWith('incident.') || event.data?.type !== 'incident') return null;
  const incident = Incident.parse(event.data);
  const merge =
    incident.resolve_reason?.type === 'merge_resolve_reason'
      ? (incident.resolve_reason.incident?.id ?? null)
      : null;
  return aReport({
    source: 'pagerduty',
    externalId: incident.id,
    occurred: event.occurred_at,
    state: incident.status === 'resolved' ? 'resolved' : 'open',
    mergedInto: merge,
    issues: {
      keys: issueKeysIn([
        incident.title,
        incident.incident_key,
        ...fieldTexts(incident.custom_fields),
      ]),
      whole: false,
    },
    services: incident.service?.summary ? [incident.service.summary] : [],
    level: incident.priority?.summary ?? null,
    raised: typeof incident.created_at === 'number' ? dayOf(incident.created_at) : null,
  });
}

function fieldTexts(fields: z.infer<typeof Incident>['custom_fields']): readonly string[] {
  return (fields ?? [])
    .flatMap(({ value }) => (Array.isArray(value) ? (value as readonly unknown[]) : [value]))
    .filter((value) => typeof value === 'string');
}
