import { scoreWithPlan } from '../scoring/score';
import type { Lane } from '../scoring/score-card';
import type { Signals } from '../signals/signal';
import { totalBacklog } from './backlog-totals';
import { countUses } from './criterion-uses';
import { countFlows } from './flows';
import { inheritedOutcomes, rangeOf, type Blocker, type OutsideIssue, type OwnRange } from './inherited-outcomes';
import { kendallTauB } from './kendall';
import { keepMovers } from './movers';
import { outcomeOf, type Outcome } from './outcome';
import { PENDING, type BandOrNone, type Preview } from './preview';
import type { PreviewPlans } from './preview-plans';
import { waitingFor } from './waiting-for';

/** An open issue that the draft would govern, as the ledger has it. */
export interface PreviewIssue {
  readonly issueId: string;
  readonly signals: Signals;
  /** Ids of the open issues that wait for it. */
  readonly blocks: readonly string[];
  /** The draft asks something of it that its signals do not hold. */
  readonly pending: boolean;
  /** What stands in Jira of it; asked for only where no rubric in force can be used. */
  readonly recorded?: Outcome;
}

const NEVER_RECORDED: Outcome = { score: null, band: null, lane: 'unsorted', horizon: null, inherited: null };

/** What there is to say about the issues that are pending, in Jira's terms. */
export type Lacking = Pick<Preview['pending'], 'fields' | 'because'>;

/** A preview in the making: issues come in any order, a page at a time. */
export interface BacklogPreview {
  add(issue: PreviewIssue): void;
  /** Once all have come: ids that they or these others block, and of which nothing is known. */
  missing(outside: ReadonlyMap<string, OutsideIssue>): readonly string[];
  /** Once nothing is missing. */
  done(outside: ReadonlyMap<string, OutsideIssue>, lacking: Lacking): Preview;
}

/** Told what every single issue comes to; `after` is null for what is only known after publishing. */
export type EachIssue = (issueId: string, before: Outcome, after: Outcome | null) => void;

const LANES: readonly Lane[] = ['hot fix', 'stability', 'feature improvement', 'strategic bet', 'unsorted', 'declined'];
const BANDS: readonly BandOrNone[] = ['immediate', 'soon', 'can wait', 'consider declining', 'no score'];

/**
 * Scores every issue under the rubric in force and under the draft, as publishing would, and keeps of it what there is to tell.
 * Both are worked out for the same moment, so that nothing moves but by the draft.
 */
export function previewBacklog(plans: PreviewPlans, now: Date, each: EachIssue = () => undefined): BacklogPreview {
  const tell = teller(plans, now, each);
  const blockers: (Blocker & Pick<PreviewIssue, 'pending' | 'recorded'>)[] = [];
  const ranges = { before: new Map<string, OwnRange>(), after: new Map<string, OwnRange>() };
  const pending = new Set<string>();
  const scored = (side: 'before' | 'after', { issueId, signals, recorded }: PreviewIssue): Outcome => {
    const plan = plans[side];
    if (plan === null) {
      ranges[side].set(issueId, { own: null, low: 0, high: 0, key: signals.issue.key });
      return recorded ?? NEVER_RECORDED;
    }
    const card = scoreWithPlan(plan, signals, now, null);
    ranges[side].set(issueId, rangeOf(card, signals.issue.key));
    return outcomeOf(card, null);
  };
  return {
    add(issue) {
      if (issue.pending) pending.add(issue.issueId);
      if (issue.blocks.length > 0) blockers.push(issue);
      else tell.one(issue, scored('before', issue), issue.pending ? null : scored('after', issue));
    },
    missing(outside) {
      const own = new Set(blockers.map(({ issueId }) => issueId));
      const blocked = new Set([...blockers, ...outside.values()].flatMap(({ blocks }) => blocks));
      return [...blocked].filter((id) => !own.has(id) && !outside.has(id) && !ranges.before.has(id));
    },
    done(outside, lacking) {
      const links = new Map<string, Pick<OutsideIssue, 'blocks' | 'open'>>([...outside, ...blockers.map(({ issueId, blocks }) => [issueId, { blocks, open: true }] as const)]);
      const waiting = waitingFor(pending, links);
      const before = plans.before === null
        ? new Map(blockers.map(({ issueId, recorded }) => [issueId, recorded ?? NEVER_RECORDED]))
        : inheritedOutcomes(blockers, ranges.before, outside, plans.before, now);
      const after = inheritedOutcomes(blockers.filter(({ issueId }) => !waiting.has(issueId)), ranges.after, outside, plans.after, now);
      for (const blocker of blockers) {
        const was = before.get(blocker.issueId);
        if (was !== undefined) tell.one(blocker, was, after.get(blocker.issueId) ?? null);
      }
      return tell.all(lacking);
    },
  };
}

function teller(plans: PreviewPlans, now: Date, each: EachIssue) {
  const lanes = countFlows<Lane>(LANES);
  const bands = countFlows<BandOrNone>(BANDS);
  const totals = { before: totalBacklog(plans.before ?? plans.after), after: totalBacklog(plans.after) };
  const uses = countUses(plans.after, now);
  const movers = keepMovers(plans, now);
  const scores = { before: [] as number[], after: [] as number[] };
  const changes = { lane: 0, band: 0, score: 0, horizon: 0, any: 0 };
  let [issues, pending] = [0, 0];
  return {
    /** `after` is null for what is only known after publishing. */
    one({ issueId, signals }: Pick<PreviewIssue, 'issueId' | 'signals'>, before: Outcome, after: Outcome | null): void {
      issues += 1;
      each(issueId, before, after);
      lanes.add(before.lane, after?.lane ?? PENDING);
      bands.add(before.band ?? 'no score', after === null ? PENDING : (after.band ?? 'no score'));
      totals.before.add(issueId, signals, before);
      if (after === null) {
        pending += 1;
        return;
      }
      totals.after.add(issueId, signals, after);
      uses.add(signals);
      movers.offer({ issueId, signals, before, after });
      const different = (['lane', 'band', 'score', 'horizon'] as const).filter((what) => before[what] !== after[what]);
      for (const what of different) changes[what] += 1;
      if (different.length > 0) changes.any += 1;
      if (before.score === null || after.score === null) return;
      scores.before.push(before.score);
      scores.after.push(after.score);
    },
    all(lacking: Lacking): Preview {
      const tau = kendallTauB(scores.before, scores.after);
      return {
        issues,
        comparedWith: plans.before === null ? 'record' : 'rubric',
        reach: null,
        asOf: now.toISOString(),
        lanes: lanes.flows(),
        bands: bands.flows(),
        changes,
        movers: movers.movers(),
        capacity: { before: totals.before.capacity(), after: totals.after.capacity() },
        moscow: { before: totals.before.moscow(), after: totals.after.moscow() },
        criteria: uses.uses(),
        agreement: tau === null ? null : { measure: 'Kendall tau-b', value: tau, issues: scores.before.length },
        pending: { issues: pending, ...lacking },
      };
    },
  };
}
