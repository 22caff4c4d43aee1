import type { DevSite } from '../../dev-site';
import type { Accounts } from '../../forge/account-reports';
import type { InvocationRecord } from '../../forge/invocation-log';
import { POINTS_AN_HOUR } from '../../jira/limits';
import type { AccountsView, Faults, InspectorView, InvocationView, QueueView } from '../wire';

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
    accounts: accountsView(host.accounts),
  };
}

function accountsView({ reported, closed }: Accounts): AccountsView {
  return {
    reports: reported.length,
    people: new Set(reported.flatMap(({ accounts }) => accounts.map((one) => one.accountId))).size,
    last: reported.at(-1)?.at ?? null,
    closed: closed(),
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
