import { createHmac } from 'node:crypto';

/** The tools that a person at the dev page may play. */
export const TOOLS = ['pagerduty', 'opsgenie', 'statuspage', 'batch'] as const;
export type Tool = (typeof TOOLS)[number];
export const HAPPENINGS = ['begins', 'gets worse', 'is over'] as const;
export type Happening = (typeof HAPPENINGS)[number];

/** One incident per tool and issue, so that what happens later is about the same. */
export function webhookOf(
  tool: Tool,
  happening: Happening,
  issueKey: string,
  now: number,
): unknown {
  const id = `dev-${issueKey}`;
  const at = new Date(now).toISOString();
  const worse = happening === 'gets worse';
  const over = happening === 'is over';
  switch (tool) {
    case 'pagerduty':
      return {
        event: {
          id: `${id}-${now}`,
          event_type: over
            ? 'incident.resolved'
            : worse
              ? 'incident.priority_updated'
              : 'incident.triggered',
          resource_type: 'incident',
          occurred_at: at,
          agent: null,
          client: null,
          data: {
            id,
            type: 'incident',
            status: over ? 'resolved' : 'triggered',
            created_at: at,
            title: `${issueKey}: the service answers slowly`,
            service: { id: 'service', summary: 'A service' },
            priority: { id: 'priority', summary: worse ? 'P1' : 'P3' },
            resolve_reason: null,
          },
        },
      };
    case 'opsgenie':
      return {
        action: over ? 'Close' : worse ? 'UpdatePriority' : 'Create',
        source: { name: 'web', type: 'API' },
        integrationName: 'Dev page',
        alert: {
          alertId: id,
          message: 'The queue grows',
          tags: [issueKey],
          createdAt: now,
          updatedAt: now * 1e6,
          priority: worse ? 'P1' : 'P3',
        },
      };
    case 'statuspage':
      return {
        meta: { generated_at: at },
        page: { id: 'dev' },
        incident: {
          id,
          name: `Slow answers (${issueKey})`,
          status: over ? 'resolved' : 'investigating',
          impact: worse ? 'critical' : 'minor',
          created_at: at,
          updated_at: at,
          components: [],
          incident_updates: [],
        },
      };
    case 'batch':
      return {
        ballast: 1,
        evidence: [
          {
            source: 'Helpdesk',
            id,
            kind: 'support',
            occurredAt: at,
            status: over ? 'resolved' : 'open',
            issues: [issueKey],
            customer: worse ? 'Second Harbour' : 'Harbour Coffee',
          },
        ],
      };
  }
}

/** The headers that Ballast asks of whoever sends evidence. */
export function signedHeaders(
  body: string,
  secret: string,
  now: number,
): Readonly<Record<string, readonly string[]>> {
  const timestamp = String(Math.floor(now / 1000));
  const signature = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
  return {
    'content-type': ['application/json'],
    'x-ballast-timestamp': [timestamp],
    'x-ballast-signature': [`sha256=${signature}`],
  };
}
