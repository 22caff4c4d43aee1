import type { DevSite } from '../../dev-site';
import type { InvocationRecord } from '../../forge/invocation-log';
import { POINTS_AN_HOUR } from '../../jira/limits';
import type { Faults, InspectorView, InvocationView, QueueView } from '../wire';

const shownInvocations = 100;

export function inspect({ host, site }: DevSite, faults: Faults): InspectorView {
  const { kvs, queues, events } = host.inspect();
  const productEvents: QueueView = {
    name: 'product events',
    delayed: events.delayed,
    waiting: events.waiting,
    running: events.running,
    retrying: 0,
    delivered: events.delivered,
    lost: 0,
  };
  return {
    quota: { used: site.quotaUsed(), perHour: POINTS_AN_HOUR },
    totals: host.invocations.totals(),
    invocations: host.invocations.recent().slice(-shownInvocations).reverse().map(invocationView),
    queues: [
      productEvents,
      ...Object.entries(queues).map(([name, counts]): QueueView => ({ name, ...counts })),
    ],
    storage: [
      ...Object.entries(kvs.entities).map(([entity, size]) => ({ entity, ...size })),
      { entity: null, ...kvs.plain },
    ],
    storageMinute: { ...kvs.thisMinute, perMinute: host.limits.kvsReadUnitsPerMinute },
    faults,
  };
}

function invocationView({
  id,
  door,
  moduleKey,
  handler,
  started,
  outcome,
  error,
  jiraCalls,
  points,
  kvsReads,
  kvsWrites,
  durationMs,
}: InvocationRecord): InvocationView {
  return {
    id,
    door,
    moduleKey,
    handler,
    started,
    outcome,
    error,
    jiraCalls,
    points,
    kvsReads,
    kvsWrites,
    durationMs,
  };
}
