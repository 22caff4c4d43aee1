import { hashOf } from '../../core/text/hash';
import type { EvaluatedIssue } from '../../core/score-card/evaluate-issue';
import { speaksFor } from '../../core/signals/feeds';
import type { IssueRecord } from '../../core/issue/issue-record';
import { listed } from '../../core/signals/linked';
import type { Signals } from '../../core/signals/signal';
import type { LedgerEntry } from '../ports/world';
import type { RubricInForce } from '../ports/rubrics';

/** When it is scored, and when Jira was asked for it. */
export interface Moment {
  readonly now: Date;
  readonly readAt: Date;
}

/** Signals of an open issue, and what they come to. */
interface SignalsEvaluated {
  readonly signals: Signals;
  readonly evaluated: EvaluatedIssue | null;
}

export function openEntry(
  issue: IssueRecord,
  { signals, evaluated }: SignalsEvaluated,
  inForce: RubricInForce,
  moment: Moment,
): LedgerEntry {
  return {
    ...common(issue, inForce, moment),
    open: true,
    own: ownScore(evaluated),
    signals,
    gathered: inForce.stamp,
    blocks: openEnds(issue, inForce.rubric.blockers.phrases),
  };
}

/** What an issue scores by itself, as its record keeps it. */
export function ownScore(evaluated: EvaluatedIssue | null): LedgerEntry['own'] {
  if (evaluated === null || evaluated.own === null) return null;
  const { own: score, ownLow: low, ownHigh: high } = evaluated;
  return { score, low, high };
}

/** Closed issues stop counting: nothing is inherited from them, but they still speak as evidence. */
export function closedEntry(
  issue: IssueRecord,
  inForce: RubricInForce,
  moment: Moment,
): LedgerEntry {
  return {
    ...common(issue, inForce, moment),
    open: false,
    own: null,
    signals: null,
    gathered: null,
    blocks: [],
  };
}

function common(issue: IssueRecord, inForce: RubricInForce, { now, readAt }: Moment) {
  return {
    issueId: issue.id,
    key: issue.key,
    project: issue.project.id,
    rubricVersion: inForce.version,
    rubric: inForce.stamp,
    wakeDay: null,
    revision: 0,
    scoredAt: now.toISOString(),
    readAt: readAt.toISOString(),
    updated: issue.updated,
    written: null,
    unsure: false,
    blockers: openEnds(issue, inForce.rubric.blockers.blockedByPhrases),
    feeds: idsOf(issue.links.filter((link) => speaksFor(issue, link, inForce.rubric))),
    evidence: fingerprint(issue),
    pendingDependents: [],
  };
}

function openEnds(issue: IssueRecord, phrases: readonly string[]): string[] {
  return idsOf(
    issue.links.filter(
      (link) => link.other.status.category !== 'done' && listed(phrases, link.phrase),
    ),
  );
}

/** Each once and in order, so that two readings of the same links give the same record. */
function idsOf(links: IssueRecord['links']): string[] {
  return [...new Set(links.map(({ other }) => other.id))].sort();
}

/** Everything about an issue that may count when another issue takes it as evidence. A collision only delays a rescore until the daily run. */
function fingerprint(issue: IssueRecord): string {
  const { priority, status, created, resolved, reporter, type, fields } = issue;
  return hashOf(
    JSON.stringify([priority, status.category, created, resolved, reporter?.id, type.name, fields]),
  ).toString(36);
}
