import type { Change } from '../../core/provenance/change';
import type { CustomerUpdateView, SupportRequestView } from '../../contract/customer-update';
import type { Evidence } from '../../core/signals/signal';
import { sameName } from '../../core/text/same-name';
import type { Lane } from '../../core/terms/lane';
import { Gone } from '../ports/failures';
import {
  decisionView,
  listDecisions,
  shownTo,
  type ShownDecision,
} from '../decisions/list-entries';
import type { Asking, LedgerEntry } from '../ports/world';
import type { PersonsJira } from '../ports/post-mortem';
import { rubricsOf } from '../rubric/in-force';
import { segmentsOf } from '../hot-fix/affected-segments';
import { lastNotified, supportRequestKeys, seenEvidence } from './notified-requests';
import { worstOpenSeverity } from '../hot-fix/worst-open-incident';

/** As many requests as one update may go to. */
const MOST_REQUESTS = 100;

export interface UpdateContext extends Asking {
  /** Asks and writes as the person. */
  readonly jira: PersonsJira;
}

/**
 * Whom an issue affects and which support requests can be told, as far as this person may see them; of a closed issue only the latter.
 * @throws Gone when the issue does not exist, was not scored yet, or this person may not see it
 */
export async function viewCustomerUpdate(
  issueId: string,
  context: UpdateContext,
): Promise<CustomerUpdateView> {
  const { viewer, people, world } = context;
  const log = await listDecisions(issueId, { viewer, people, world });
  const entry = (await world.ledger.read([issueId])).get(issueId);
  if (entry === undefined) throw new Gone(`Issue ${issueId} was not scored yet`);
  const { seen, sent } = await sentSoFar(issueId, log, context);
  const evidence = await seenEvidence(entry, viewer, world);
  const keys = await supportRequestKeys(entry, context, evidence);
  const requests = await requestsOf(keys, sent, context);
  const shared = {
    seen,
    requests,
    more: Math.max(0, keys.length - MOST_REQUESTS) + notLookedAt(entry, evidence),
    sent: sent.map(decisionView),
  };
  if (entry.signals === null) {
    const why =
      requests.length > 0
        ? null
        : `${entry.key} is closed, and no support request that you may see is linked with it`;
    return {
      ...shared,
      lane: 'unsorted',
      due: null,
      severity: null,
      incidents: 0,
      customers: 0,
      segments: [],
      why,
    };
  }
  const open = evidence.filter((one) => one.open);
  const { rubric } = (await rubricsOf([entry.project], world.rubrics))(entry.project);
  return {
    ...shared,
    lane: laneOf(entry),
    due: entry.signals.issue.due,
    severity: worstOpenSeverity({ evidence }, rubric),
    incidents: new Set(open.filter(({ kind }) => kind === 'incident').map(({ id }) => id)).size,
    customers: new Set(
      open.flatMap(({ customer }) => (customer === undefined ? [] : [sameName(customer)])),
    ).size,
    segments: segmentsOf(open),
    why:
      laneOf(entry) === 'hot fix' || requests.length > 0
        ? null
        : `${entry.key} is no hot fix, and no support request that you may see is linked with it`,
  };
}

/** The updates of the record of rounds, which are read by their ids as queries lag behind writes, and older ones that the log still shows. */
async function sentSoFar(
  issueId: string,
  log: readonly ShownDecision[],
  { viewer, people, world }: UpdateContext,
): Promise<{
  /** Names the last update: whoever sends knows of it. */
  readonly seen: string;
  readonly sent: readonly ShownDecision[];
}> {
  const rounds = (await world.updates.read(issueId))?.rounds ?? [];
  const recent = await shownTo(await world.decisions.these(rounds.map(({ id }) => id)), new Map(), {
    viewer,
    people,
    world,
  });
  const known = new Set(recent.map(({ decision }) => decision.id));
  const older = log.filter(
    ({ decision }) => decision.kind === 'customer update' && !known.has(decision.id),
  );
  const sent = [...recent, ...older].filter(
    ({ decision }) => !decision.changes.every(reachedNobody),
  );
  return {
    seen: rounds[0]?.id ?? '',
    sent: sent.sort((a, b) => (a.decision.at < b.decision.at ? 1 : -1)),
  };
}

/** How many there are of which nothing is known is for who sees all that is known. */
function notLookedAt({ signals }: LedgerEntry, seen: readonly Evidence[]): number {
  return signals !== null && seen.length === signals.evidence.length
    ? (signals.leftOut?.support ?? 0)
    : 0;
}

function reachedNobody(change: Change): boolean {
  return change.kind === 'updateSent' && change.to.length === 0;
}

function laneOf({ written }: LedgerEntry): Lane {
  return (written?.lane ?? 'unsorted') as Lane;
}

async function requestsOf(
  keys: readonly string[],
  sent: readonly ShownDecision[],
  { jira }: UpdateContext,
): Promise<readonly SupportRequestView[]> {
  if (keys.length === 0) return [];
  const shared = lastNotified(sent.map(({ decision }) => decision));
  const untold = keys.filter((key) => !shared.has(key));
  const first = [...untold, ...keys.filter((key) => shared.has(key))].slice(0, MOST_REQUESTS);
  const { issues } = await jira.issues.find(first, []);
  const projects = [...new Set(issues.map(({ project }) => project.key))];
  const whyNot = new Map(
    await Promise.all(
      projects.map(async (project) => [project, await whyNotWrite(project, jira)] as const),
    ),
  );
  return issues.map(({ key, summary, status, project }) => ({
    key,
    summary,
    status: status.name,
    why: whyNot.get(project.key) ?? null,
    notified: shared.get(key) ?? null,
  }));
}

/** Why this person cannot write to the customers of a project; null when they can. */
async function whyNotWrite(project: string, jira: PersonsJira): Promise<string | null> {
  const { comment } = await jira.rights({ project });
  if (!comment) return `You may not comment in ${project}`;
  return (await jira.audienceIn(project)) === 'internal'
    ? `Jira lets you write only internal notes in ${project}, which customers do not read: ask an agent of ${project} to send it`
    : null;
}
