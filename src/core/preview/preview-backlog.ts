import { bands } from '../terms/band';
import { lanes as allLanes } from '../terms/lane';
import type { ScoringPlan } from '../scoring/plan';
import { scoreWithPlan } from '../score-card/score-issue';
import type { Lane } from '../terms/lane';
import type { Signals } from '../signals/signal';
import { totalBacklog } from './backlog-totals';
import { countUses, mergedUses } from './criterion-uses';
import { countFlows } from './flows';
import {
  inheritedOutcomes,
  rangeOf,
  type Blocker,
  type OutsideIssue,
  type OwnRange,
} from './inherited-outcomes';
import { kendallTauB } from '../numbers/kendall';
import { keepMovers } from './movers';
import { outcomeOf, type Outcome } from './outcome';
import { PENDING, type BandOrNone, type Preview } from './preview';
import { reckonsAlike, type FollowersPlans, type PreviewPlans } from './preview-plans';
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
  /** Where its project takes only parts of its rubric from the draft. */
  readonly plans?: FollowersPlans;
}

const NEVER_RECORDED: Outcome = {
  score: null,
  band: null,
  lane: 'unsorted',
  horizon: null,
  inherited: null,
};

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

const BANDS: readonly BandOrNone[] = [...bands.toReversed(), 'no score'];

/**
 * Scores every issue under the rubric in force and under the draft, each project that takes only parts of it by its own plans, as publishing would, and keeps of it what there is to tell.
 * Both are worked out for the same moment, so that nothing moves but by the draft.
 */
export function previewBacklog(
  plans: PreviewPlans,
  now: Date,
  each: EachIssue = () => undefined,
): BacklogPreview {
  const tell = teller(plans, now, each);
  const blockers: (Blocker & Pick<PreviewIssue, 'pending' | 'recorded' | 'plans'>)[] = [];
  const ranges = { before: new Map<string, OwnRange>(), after: new Map<string, OwnRange>() };
  const pending = new Set<string>();
  const scored = (
    side: 'before' | 'after',
    { issueId, signals, recorded, plans: own }: PreviewIssue,
  ): Outcome => {
    const plan = (own ?? plans)[side];
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
      return [...blocked].filter(
        (id) => !own.has(id) && !outside.has(id) && !ranges.before.has(id),
      );
    },
    done(outside, lacking) {
      const links = new Map<string, Pick<OutsideIssue, 'blocks' | 'open'>>([
        ...outside,
        ...blockers.map(({ issueId, blocks }) => [issueId, { blocks, open: true }] as const),
      ]);
      const waiting = waitingFor(pending, links);
      const judged = blockers.flatMap((one) => {
        const plan = (one.plans ?? plans).before;
        return plan === null ? [] : [{ ...one, plan }];
      });
      const before = inheritedOutcomes(
        judged,
        ranges.before,
        withRecorded(blockers, judged, outside),
        now,
      );
      const after = inheritedOutcomes(
        blockers
          .filter(({ issueId }) => !waiting.has(issueId))
          .map((one) => ({ ...one, plan: (one.plans ?? plans).after })),
        ranges.after,
        outside,
        now,
      );
      for (const blocker of blockers)
        tell.one(
          blocker,
          before.get(blocker.issueId) ?? blocker.recorded ?? NEVER_RECORDED,
          after.get(blocker.issueId) ?? null,
        );
      return tell.all(lacking);
    },
  };
}

/** With blockers that no rubric in force can judge: nothing is known of their scores, but chains lead through them. */
function withRecorded(
  blockers: readonly Blocker[],
  judged: readonly Blocker[],
  outside: ReadonlyMap<string, OutsideIssue>,
): ReadonlyMap<string, OutsideIssue> {
  if (judged.length === blockers.length) return outside;
  const known = new Set(judged.map(({ issueId }) => issueId));
  const recorded = blockers.filter(({ issueId }) => !known.has(issueId));
  return new Map([
    ...outside,
    ...recorded.map(
      ({ issueId, signals, blocks }) =>
        [
          issueId,
          { key: signals.issue.key, own: null, low: 0, high: 0, blocks, open: true },
        ] as const,
    ),
  ]);
}

function teller(plans: PreviewPlans, now: Date, each: EachIssue) {
  const lanes = countFlows<Lane>(allLanes);
  const bands = countFlows<BandOrNone>(BANDS);
  const totals = {
    before: totalBacklog(plans.before ?? plans.after),
    after: totalBacklog(plans.after),
  };
  const uses = new Map([[plans.after, countUses(plans.after, now)]]);
  const usesOf = (plan: ScoringPlan) => {
    const counter = uses.get(plan) ?? countUses(plan, now);
    uses.set(plan, counter);
    return counter;
  };
  const movers = keepMovers(now);
  const scores = { before: [] as number[], after: [] as number[] };
  const changes = { lane: 0, band: 0, score: 0, horizon: 0, any: 0 };
  let [issues, pending] = [0, 0];
  return {
    /** `after` is null for what is only known after publishing. */
    one(
      { issueId, signals, plans: own }: Pick<PreviewIssue, 'issueId' | 'signals' | 'plans'>,
      before: Outcome,
      after: Outcome | null,
    ): void {
      issues += 1;
      each(issueId, before, after);
      lanes.add(before.lane, after?.lane ?? PENDING);
      bands.add(before.band ?? 'no score', after === null ? PENDING : (after.band ?? 'no score'));
      if (reckonsAlike(own)) totals.before.add(issueId, signals, before);
      if (after === null) {
        pending += 1;
        return;
      }
      if (reckonsAlike(own)) totals.after.add(issueId, signals, after);
      if (own === undefined || own.takes.includes('criteria'))
        usesOf((own ?? plans).after).add(signals);
      movers.offer({ issueId, signals, before, after, plans: own ?? plans });
      const different = (['lane', 'band', 'score', 'horizon'] as const).filter(
        (what) => before[what] !== after[what],
      );
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
        criteria: mergedUses([...uses.values()].map((counter) => counter.uses())),
        agreement:
          tau === null
            ? null
            : { measure: 'Kendall tau-b', value: tau, issues: scores.before.length },
        pending: { issues: pending, ...lacking },
      };
    },
  };
}
