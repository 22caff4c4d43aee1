import type { ProjectId } from '../../core/terms/project';
import { sameName } from '../../core/text/same-name';
import { gatherSignals } from '../../core/signals/gather';
import type { FieldInfo, IssueRecord } from '../../core/issue/issue-record';
import { asRecorded, issuesOf, type KeptEvidence } from '../../core/evidence-feeds/kept-evidence';
import { withCustomers, withRecorded, type RecordedEvidence } from '../../core/signals/recorded';
import type { Rubric } from '../../core/rubric/schema/schema';
import { withinRoom } from '../../core/signals/room-for-evidence';
import { withSummedUp } from '../../core/signals/summed-up';
import type { Evidence, Signals } from '../../core/signals/signal';
import type { Attached } from '../ports/evidence';
import type { ScoringNeeds } from '../ports/world';
import type { RubricInForce } from '../ports/rubrics';

export interface ToGather {
  /** Open issues. */
  readonly issues: readonly IssueRecord[];
  /** What could be read of the issues that they are linked with, by key. */
  readonly linked: ReadonlyMap<string, IssueRecord>;
  readonly rubricOf: (project: ProjectId) => RubricInForce;
  readonly fields: readonly FieldInfo[];
}

/** What speaks for each issue, by id: its fields and links, what was recorded of it from outside, what people overrode and voted, and what is known of the customers named. */
export async function gatherAll(
  { issues, linked, rubricOf, fields }: ToGather,
  world: Pick<ScoringNeeds, 'evidence' | 'customers'>,
): Promise<ReadonlyMap<string, Signals>> {
  const attached = await world.evidence.ofIssues(issues.map(({ id }) => id));
  const all = issues.map((issue) => {
    const { rubric } = rubricOf(issue.project.id);
    const of = attached.get(issue.id);
    const { overrides = [], votes = {} } = of ?? {};
    const gathered = gatherSignals({ issue, linked, rubric, fields, votes });
    const signals = withOutside(gathered, of, rubric, keysOf(issue));
    return overrides.length === 0 ? signals : { ...signals, overrides };
  });
  const customers = await world.customers.read(customersIn(all));
  return new Map(all.map((signals) => [signals.issue.id, withCustomers(signals, customers)]));
}

/**
 * Signals that were gathered before, with what people have voted and overridden since; null where other tools have reported something
 * else since then, which has to be gathered anew.
 */
export async function withAttached(
  signals: Signals,
  { rubric }: RubricInForce,
  world: Pick<ScoringNeeds, 'evidence'>,
): Promise<Signals | null> {
  const { issue, votes: _votes, overrides: _overrides, ...gathered } = signals;
  const attached = (await world.evidence.ofIssues([issue.id])).get(issue.id);
  const { overrides = [], votes = {} } = attached ?? {};
  const { beyondRoom: _beyond, ...known } = signals;
  const linked = { ...known, evidence: signals.evidence.filter(isLinked), summedUp: [] };
  if (gistOf(withOutside(linked, attached, rubric)) !== gistOf(signals)) return null;
  return {
    issue,
    ...gathered,
    ...(Object.keys(votes).length > 0 && { votes }),
    ...(overrides.length > 0 && { overrides }),
  };
}

function isLinked({ origin }: Evidence): boolean {
  return origin === undefined;
}

/** What a report can change of evidence; what is known of its customers comes from elsewhere. */
function gistOf({ evidence, summedUp = [], beyondRoom = {} }: Signals): string {
  const pieces = evidence.map(({ id, open, at, severity, customer }) => [
    id,
    open,
    at,
    severity,
    customer,
  ]);
  return JSON.stringify([pieces, summedUp, beyondRoom]);
}

/** Names as they are compared, each once. */
export function customersIn(all: readonly Signals[]): readonly string[] {
  return [
    ...new Set(
      all.flatMap(({ evidence }) =>
        evidence.flatMap(({ customer }) => (customer === undefined ? [] : [sameName(customer)])),
      ),
    ),
  ];
}

/** The signals with what other tools and rules have recorded for the issue. */
function withOutside(
  signals: Signals,
  { evidence, summedUp: before = [] }: Pick<Attached, 'evidence' | 'summedUp'> = { evidence: [] },
  rubric: Rubric,
  keys: ReadonlyMap<string, string> | null = null,
): Signals {
  const recorded = speaking(evidence, signals.issue.id, keys);
  const { listed, summedUp, leftOut } = withinRoom(recorded, before, signals.evidence);
  const all = withSummedUp(withRecorded(signals, listed, rubric), summedUp, rubric);
  return Object.keys(leftOut).length === 0 ? all : { ...all, beyondRoom: leftOut };
}

/** Keys of the linked issues, by their ids. */
function keysOf({ links }: IssueRecord): ReadonlyMap<string, string> {
  return new Map(links.map(({ other }) => [other.id, other.key]));
}

/** Evidence stays listed under an issue that it no longer speaks for. */
function speaking(
  kept: readonly KeptEvidence[],
  issueId: string,
  keys: ReadonlyMap<string, string> | null,
): readonly RecordedEvidence[] {
  return kept.flatMap((one) => {
    const recorded = issuesOf(one).includes(issueId) ? asRecorded(one) : null;
    if (recorded === null) return [];
    // Without the links its id has to do for its key: where that says something else, the issue is gathered anew.
    if (one.itself === undefined || keys === null) return [recorded];
    return [{ ...recorded, twin: keys.get(one.itself) ?? null }];
  });
}
