/** Webhooks in the shapes of their tools, in our own words. */
export function pagerDuty(
  eventType: string,
  data: Readonly<Record<string, unknown>> = {},
  occurred = '2026-11-16T08:00:00Z',
): string {
  const incident = {
    id: 'PDX1',
    type: 'incident',
    number: 7,
    status: 'triggered',
    created_at: '2026-11-15T22:10:00Z',
    title: 'Card payments time out',
    incident_key: 'k-1',
    service: { id: 'S1', type: 'service_reference', summary: 'Payments gateway' },
    priority: { id: 'P', summary: 'P2' },
    urgency: 'high',
    resolve_reason: null,
    teams: [],
  };
  return JSON.stringify({
    event: {
      id: `e-${eventType}`,
      event_type: eventType,
      resource_type: 'incident',
      occurred_at: occurred,
      agent: null,
      client: null,
      data: { ...incident, ...data },
    },
  });
}

export function opsgenie(action: string, alert: Readonly<Record<string, unknown>> = {}): string {
  return JSON.stringify({
    action,
    source: { name: 'web', type: 'API' },
    integrationName: 'Ballast',
    alert: {
      alertId: 'og-1',
      message: 'Queue grows',
      tags: ['PAY-3', 'night'],
      tinyId: '9',
      entity: 'Billing worker',
      createdAt: 1_794_700_000_000,
      updatedAt: 1_794_700_000_000 * 1e6,
      priority: 'P3',
      ...alert,
    },
  });
}

export function statuspage(incident: Readonly<Record<string, unknown>> = {}): string {
  return JSON.stringify({
    meta: { generated_at: '2026-11-16T08:00:00.000Z' },
    page: { id: 'pg', status_indicator: 'minor' },
    incident: {
      id: 'sp-1',
      name: 'Exports are slow',
      status: 'identified',
      impact: 'minor',
      created_at: '2026-11-16T07:00:00.000Z',
      updated_at: '2026-11-16T07:30:00.000Z',
      scheduled_for: null,
      components: [{ name: 'Exports' }],
      incident_updates: [{ body: 'We look into it, see PAY-8.' }],
      ...incident,
    },
  });
}

export function ownBatch(...evidence: readonly Readonly<Record<string, unknown>>[]): string {
  const piece = {
    source: 'Zendesk',
    id: 'T-100',
    kind: 'support',
    occurredAt: '2026-11-16T08:00:00Z',
    issues: ['PAY-1'],
    customer: 'Harbour Coffee',
  };
  return JSON.stringify({ ballast: 1, evidence: evidence.map((one) => ({ ...piece, ...one })) });
}
