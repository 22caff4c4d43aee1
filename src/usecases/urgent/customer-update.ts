import type { Lane } from '../../core/scoring/score-card';
import { sameName } from '../../core/rubric/same-name';
import type { Evidence, Severity } from '../../core/signals/signal';
import { Declined, Forbidden, Gone, Limited, Rejected, Unavailable } from '../failures';
import { listDecisions, type ShownDecision } from '../list-decisions';
import type { LedgerEntry, Viewer, World } from '../ports';
import type { People } from '../ports/people';
import type { PersonsJira } from '../ports/post-mortem';
import { worstOpenSeverity } from './worst-open';

export interface UpdateDesk {
  readonly world: World;
  readonly viewer: Viewer;
  readonly people: People;
  /** Asks and writes as the person. */
  readonly jira: PersonsJira;
  readonly me: string;
  readonly now: Date;
}

export interface UpdateRequest {
  readonly key: string;
  readonly summary: string;
  readonly status: string;
  /** Why this person may not comment on it; null when they may. */
  readonly why: string | null;
}

export interface UpdateShown {
  readonly lane: Lane;
  readonly due: string | null;
  readonly severity: Severity | null;
  readonly incidents: number;
  readonly customers: number;
  /** Null for customers that belong to none. */
  readonly segments: readonly { readonly name: string | null; readonly customers: number }[];
  readonly requests: readonly UpdateRequest[];
  readonly sent: readonly ShownDecision[];
  /** Why nobody is written to from here; null where one may. */
  readonly why: string | null;
}

/**
 * Whom an issue affects and which support requests can be told, as far as this person may see them; of a closed issue only what
 * was sent.
 * @throws Gone when the issue does not exist, was not scored yet, or this person may not see it
 */
export async function viewCustomerUpdate(issueId: string, desk: UpdateDesk): Promise<UpdateShown> {
  const { viewer, people, world } = desk;
  const sent = (await listDecisions(issueId, viewer, people, world)).filter(({ decision }) => decision.kind === 'customer update');
  const entry = (await world.ledger.read([issueId])).get(issueId);
  if (entry === undefined) throw new Gone(`Issue ${issueId} was not scored yet`);
  if (entry.signals === null) return { lane: 'unsorted', due: null, severity: null, incidents: 0, customers: 0, segments: [], requests: [], sent, why: `${entry.key} is closed: reopen it to write to its customers from here` };
  const evidence = await seenEvidence(entry, viewer);
  const open = evidence.filter((one) => one.open);
  const requests = await requestsOf(evidence, desk);
  return {
    lane: laneOf(entry),
    due: entry.signals.issue.due,
    severity: worstOpenSeverity({ ...entry.signals, evidence }),
    incidents: distinct(open.filter(({ kind }) => kind === 'incident').map(({ id }) => id)).length,
    customers: distinct(open.flatMap(({ customer }) => (customer === undefined ? [] : [sameName(customer)]))).length,
    segments: segmentsOf(open),
    requests,
    sent,
    why: laneOf(entry) === 'hot fix' || requests.length > 0 ? null : `${entry.key} is no hot fix, and no support request that you may see is linked with it`,
  };
}

/**
 * Sends a text that the person has read as a comment to linked support requests, in the person's name. What was sent to whom is
 * kept, also when some could not be reached.
 * @throws Declined for a request that does not speak for the issue, or that this person may not see
 */
export async function sendCustomerUpdate(issueId: string, keys: readonly string[], text: string, desk: UpdateDesk): Promise<{ readonly sent: readonly string[]; readonly failed: readonly { readonly key: string; readonly why: string }[] }> {
  const { viewer, jira, world, me, now } = desk;
  if (!(await viewer.visible([issueId])).has(issueId)) throw new Gone(`Issue ${issueId} does not exist, or you may not see it`);
  const entry = await openEntry(issueId, desk);
  const known = new Set((await seenEvidence(entry, viewer)).flatMap(({ kind, key }) => (kind === 'support' && key !== undefined ? [key] : [])));
  const stranger = keys.find((key) => !known.has(key));
  if (stranger !== undefined) throw new Declined(`${stranger} is no support request of this issue that you may see`, 'Open the tab again: its links may have changed.');
  const sent: string[] = [];
  const failed: { readonly key: string; readonly why: string }[] = [];
  const blocks = text.split(/\n{2,}/).map((part) => ({ kind: 'text' as const, text: part.trim() })).filter((part) => part.text !== '');
  for (const key of new Set(keys)) {
    const why = await attempt(() => jira.comment(key, blocks));
    if (why === null) sent.push(key);
    else failed.push({ key, why });
  }
  if (sent.length > 0) {
    await world.decisions.record([
      {
        id: `${issueId}:update:${now.getTime()}:${me}`, issueId, project: entry.project, at: now.toISOString(), kind: 'customer update',
        changes: [{ what: 'customer update', from: null, to: `sent to ${sent.join(', ')}` }], cause: 'a person told the customers', reason: text, by: me,
        rubricVersion: entry.rubricVersion, score: null, lines: null, mentions: sent,
      },
    ]);
  }
  return { sent, failed };
}

function laneOf({ written }: LedgerEntry): Lane {
  return (written?.lane ?? 'unsorted') as Lane;
}

async function openEntry(issueId: string, { world }: UpdateDesk): Promise<LedgerEntry> {
  const entry = (await world.ledger.read([issueId])).get(issueId);
  if (entry?.signals == null) throw new Gone(`Issue ${issueId} is closed: reopen it to write to its customers from here`);
  return entry;
}

/** Evidence of hidden issues is not even counted: a count would tell that there is something. */
async function seenEvidence({ signals }: LedgerEntry, viewer: Viewer): Promise<readonly Evidence[]> {
  const all = signals?.evidence ?? [];
  const visible = await viewer.visible(distinct(all.flatMap(({ key }) => key ?? [])));
  return all.filter(({ key }) => key === undefined || visible.has(key));
}

async function requestsOf(evidence: readonly Evidence[], { jira }: UpdateDesk): Promise<readonly UpdateRequest[]> {
  const keys = distinct(evidence.flatMap(({ kind, key }) => (kind === 'support' && key !== undefined ? [key] : [])));
  if (keys.length === 0) return [];
  const { issues } = await jira.issues.find(keys, []);
  const projects = distinct(issues.map(({ project }) => project.key));
  const comment = new Map(await Promise.all(projects.map(async (project) => [project, (await jira.rights(project)).comment] as const)));
  return issues.map(({ key, summary, status, project }) => ({ key, summary, status: status.name, why: comment.get(project.key) === true ? null : `You may not comment in ${project.key}` }));
}

function segmentsOf(evidence: readonly Evidence[]): UpdateShown['segments'] {
  const segments = new Map<string | null, Set<string>>();
  for (const { customer, segment } of evidence) {
    if (customer === undefined) continue;
    const name = segment ?? null;
    segments.set(name, (segments.get(name) ?? new Set()).add(sameName(customer)));
  }
  return [...segments].map(([name, customers]) => ({ name, customers: customers.size })).sort((a, b) => b.customers - a.customers || ((a.name ?? '') < (b.name ?? '') ? -1 : 1));
}

/** Why it could not be done, in Jira's words; null when it was. */
async function attempt(work: () => Promise<void>): Promise<string | null> {
  try {
    await work();
    return null;
  } catch (failure) {
    if ([Forbidden, Gone, Rejected, Limited, Unavailable].some((kind) => failure instanceof kind) && failure instanceof Error) return failure.message;
    throw failure;
  }
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}
